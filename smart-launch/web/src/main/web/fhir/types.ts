/** The parts of FHIR R4 that a worksheet and its response are made of. */

export interface Extension {
  url: string;
  extension?: Extension[];
  valueBoolean?: boolean;
  valueCode?: string;
  valueCodeableConcept?: CodeableConcept;
  valueCoding?: Coding;
  valueDate?: string;
  valueDateTime?: string;
  valueDecimal?: number;
  valueExpression?: Expression;
  valueInteger?: number;
  valueMarkdown?: string;
  valuePositiveInt?: number;
  valueQuantity?: Quantity;
  valueString?: string;
  valueTime?: string;
}

export interface Element {
  extension?: Extension[];
}

export interface Coding extends Element {
  system?: string;
  version?: string;
  code?: string;
  display?: string;
  _display?: Element;
}

export interface CodeableConcept {
  coding?: Coding[];
  text?: string;
}

export interface Quantity {
  value?: number;
  unit?: string;
  system?: string;
  code?: string;
}

export interface Attachment {
  contentType?: string;
  data?: string;
  url?: string;
  size?: number;
  title?: string;
  creation?: string;
}

export interface Expression {
  name?: string;
  language: string;
  expression?: string;
}

/** One of value[x] of an answer; also what `initial` and `answerOption` hold. */
export interface Value {
  valueBoolean?: boolean;
  valueDecimal?: number;
  valueInteger?: number;
  valueDate?: string;
  valueDateTime?: string;
  valueTime?: string;
  valueString?: string;
  valueUri?: string;
  valueAttachment?: Attachment;
  valueCoding?: Coding;
  valueQuantity?: Quantity;
}

export interface EnableWhen {
  question: string;
  operator: 'exists' | '=' | '!=' | '>' | '<' | '>=' | '<=';
  answerBoolean?: boolean;
  answerDecimal?: number;
  answerInteger?: number;
  answerDate?: string;
  answerDateTime?: string;
  answerTime?: string;
  answerString?: string;
  answerCoding?: Coding;
  answerQuantity?: Quantity;
}

export interface AnswerOption extends Value, Element {
  _valueString?: Element;
  initialSelected?: boolean;
}

export type ItemType =
  | 'group' | 'display' | 'boolean' | 'decimal' | 'integer' | 'date' | 'dateTime' | 'time'
  | 'string' | 'text' | 'url' | 'choice' | 'open-choice' | 'attachment' | 'quantity';

export interface QuestionnaireItem extends Element {
  linkId: string;
  type: ItemType;
  code?: Coding[];
  prefix?: string;
  _prefix?: Element;
  text?: string;
  _text?: Element;
  enableWhen?: EnableWhen[];
  enableBehavior?: 'all' | 'any';
  required?: boolean;
  repeats?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  answerValueSet?: string;
  answerOption?: AnswerOption[];
  initial?: Value[];
  item?: QuestionnaireItem[];
}

interface ConceptInSet {
  code: string;
  display?: string;
  _display?: Element;
  extension?: Extension[];
  designation?: { language?: string; value: string }[];
}

export interface ValueSet {
  resourceType: 'ValueSet';
  id?: string;
  compose?: { include?: { system?: string; concept?: ConceptInSet[] }[] };
  expansion?: { contains?: (ConceptInSet & { system?: string })[] };
}

export interface Questionnaire extends Element {
  resourceType: 'Questionnaire';
  id?: string;
  url?: string;
  version?: string;
  language?: string;
  title?: string;
  _title?: Element;
  purpose?: string;
  _purpose?: Element;
  copyright?: string;
  contained?: (ValueSet | { resourceType: string; id?: string })[];
  item?: QuestionnaireItem[];
}

export interface ResponseAnswer extends Value {
  item?: ResponseItem[];
}

export interface ResponseItem {
  linkId: string;
  text?: string;
  answer?: ResponseAnswer[];
  item?: ResponseItem[];
}

export interface QuestionnaireResponse {
  resourceType: 'QuestionnaireResponse';
  id?: string;
  language?: string;
  questionnaire?: string;
  status: 'in-progress' | 'completed' | 'amended' | 'entered-in-error' | 'stopped';
  authored?: string;
  item?: ResponseItem[];
}
