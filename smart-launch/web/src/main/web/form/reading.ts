import { all, control, expression, first } from '../fhir/extensions.ts';
import type { AnswerOption, Element, Extension, Questionnaire, QuestionnaireItem, ValueSet } from '../fhir/types.ts';
import { URL } from '../fhir/urls.ts';
import type { Choice, Look, Part, Worksheet } from './definition.ts';
import { textOf, type Text } from './text.ts';

const QUERY = 'application/x-fhir-query';
const LOOKS: readonly string[] = [
  'slider', 'radio-button', 'check-box', 'drop-down', 'text-box', 'text-area', 'answer-ways', 'guided-practice',
  'instructions', 'worked-example', 'not-monitored', 'crisis', 'help', 'flyover',
];

/** Reads a Questionnaire of the subset; what is outside the subset is refused by the server's checker, not here. */
export function readWorksheet(questionnaire: Questionnaire): Worksheet {
  const parts = (questionnaire.item ?? []).map((item) => readPart(item, questionnaire));
  const title = first(questionnaire, URL.patientTitle);
  const purpose = textOf(questionnaire.purpose, questionnaire._purpose);
  const minutes = first(questionnaire, URL.minutes)?.valuePositiveInt;
  const everything = parts.flatMap(withDescendants);
  const variables = fhirPathVariables(questionnaire);
  const queries = Object.fromEntries(all(questionnaire, URL.variable)
    .map((extension) => extension.valueExpression)
    .flatMap((found) => found?.language === QUERY && found.name ? [[found.name, found.expression ?? '']] : []));
  return {
    canonical: questionnaire.url ? questionnaire.url + (questionnaire.version ? `|${questionnaire.version}` : '') : '',
    language: questionnaire.language ?? 'en',
    title: (title && textOf(title.valueString, (title as { _valueString?: Element })._valueString))
      ?? textOf(questionnaire.title, questionnaire._title)
      ?? { plain: questionnaire.id ?? '', translations: {} },
    ...(purpose && { purpose }),
    ...(questionnaire.copyright && { copyright: questionnaire.copyright }),
    ...(minutes && { minutes }),
    parts,
    variables,
    queries,
    hasExpressions: Object.keys(variables).length > 0 || everything.some((part) => part.enableExpression
      || part.calculatedExpression || part.initialExpression || part.answerExpression || part.population),
    hasSafetyItem: everything.some((part) => part.safety),
  };
}

/** The part and all in it, in the order of the form. */
export function withDescendants(part: Part): Part[] {
  return [part, ...part.parts.flatMap(withDescendants)];
}

function readPart(item: QuestionnaireItem, root: Questionnaire): Part {
  const children = item.item ?? [];
  const texts = (...codes: string[]) => children
    .filter((child) => child.type === 'display' && codes.includes(control(child) ?? ''))
    .flatMap((child) => textOf(child.text, child._text) ?? []);
  const look = control(item);
  const own = children.filter((child) => child.type !== 'display'
    || !['help', 'flyover', 'lower', 'upper', 'worked-example'].includes(control(child) ?? ''));
  const bound = (url: string) => boundOf(first(item, url));
  return defined<Part>({
    linkId: item.linkId,
    type: item.type,
    look: (look && LOOKS.includes(look) ? look : 'plain') as Look,
    text: textOf(item.text, item._text),
    prefix: textOf(item.prefix, item._prefix),
    help: texts('help'),
    flyover: texts('flyover'),
    examples: texts('worked-example'),
    lower: texts('lower')[0],
    upper: texts('upper')[0],
    required: item.required ?? false,
    repeats: item.repeats ?? false,
    readOnly: item.readOnly ?? false,
    hidden: first(item, URL.hidden)?.valueBoolean ?? false,
    horizontal: first(item, URL.choiceOrientation)?.valueCode === 'horizontal',
    enableWhen: item.enableWhen ?? [],
    enableAny: item.enableBehavior === 'any',
    options: readOptions(item, root),
    openLabel: stringOf(first(item, URL.openLabel)),
    entryFormat: stringOf(first(item, URL.entryFormat)),
    min: bound(URL.minValue),
    max: bound(URL.maxValue),
    step: first(item, URL.sliderStep)?.valueInteger,
    decimals: first(item, URL.maxDecimalPlaces)?.valueInteger,
    unit: unitLabel(first(item, URL.unit)),
    units: all(item, URL.unitOption).concat(item.type === 'quantity' ? all(item, URL.unit) : []).flatMap(unitOf),
    minLength: first(item, URL.minLength)?.valueInteger,
    maxLength: item.maxLength,
    regex: regexOf(first(item, URL.regex)),
    minOccurs: first(item, URL.minOccurs)?.valueInteger,
    maxOccurs: first(item, URL.maxOccurs)?.valueInteger,
    mimeTypes: all(item, URL.mimeType).flatMap((extension) => extension.valueCode ?? extension.valueString ?? []),
    maxSize: first(item, URL.maxSize)?.valueDecimal,
    initial: item.initial ?? item.answerOption?.filter((option) => option.initialSelected).map(valueOf) ?? [],
    safety: safetyOf(first(item, URL.safetyItem)),
    guided: stepOf(first(item, URL.guidedStep)),
    rounds: first(item, URL.guidedRounds)?.valuePositiveInt,
    measured: first(item, URL.measured)?.valueCode,
    variables: fhirPathVariables(item),
    enableExpression: expression(item, URL.enableWhen)?.expression,
    calculatedExpression: expression(item, URL.calculated)?.expression,
    initialExpression: expression(item, URL.initial)?.expression,
    answerExpression: expression(item, URL.answers)?.expression,
    population: populationOf(item),
    parts: own.map((child) => readPart(child, root)),
  });
}

function fhirPathVariables(element: Element): Record<string, string> {
  return Object.fromEntries(all(element, URL.variable)
    .map((extension) => extension.valueExpression)
    .flatMap((found) => found?.language === 'text/fhirpath' && found.name ? [[found.name, found.expression ?? '']] : []));
}

function populationOf(item: QuestionnaireItem): Part['population'] {
  const found = expression(item, URL.population);
  return found?.name && found.expression ? { name: found.name, expression: found.expression } : undefined;
}

function readOptions(item: QuestionnaireItem, root: Questionnaire): Choice[] {
  if (item.answerOption) {
    return item.answerOption.map((option) => choiceOf(option));
  }
  const set = root.contained?.find((resource): resource is ValueSet =>
    resource.resourceType === 'ValueSet' && `#${resource.id}` === item.answerValueSet);
  const listed = set?.expansion?.contains ?? set?.compose?.include
    ?.flatMap((include) => (include.concept ?? []).map((concept) => ({ system: include.system, ...concept }))) ?? [];
  return listed.map((concept) => {
    const translations = Object.fromEntries((concept.designation ?? [])
      .flatMap((designation) => designation.language ? [[designation.language, designation.value]] : []));
    const label = textOf(concept.display ?? concept.code, concept._display)!;
    return defined<Choice>({
      value: { valueCoding: defined({ system: concept.system, code: concept.code, display: concept.display }) },
      label: { ...label, translations: { ...translations, ...label.translations } },
      exclusive: false,
      score: scoreOf(concept),
    });
  });
}

function choiceOf(option: AnswerOption): Choice {
  const coding = option.valueCoding;
  const label = coding
    ? textOf(coding.display ?? coding.code, coding._display)
    : textOf(String(option.valueString ?? option.valueInteger ?? option.valueDate ?? option.valueTime), option._valueString);
  return defined<Choice>({
    value: valueOf(option),
    label: label!,
    exclusive: first(option, URL.exclusive)?.valueBoolean ?? false,
    score: scoreOf(option) ?? scoreOf(coding),
  });
}

/** The bare value: display and code stay, what only helps to show them goes. */
function valueOf(option: AnswerOption): AnswerOption {
  const { valueCoding: coding, valueString, valueInteger, valueDate, valueTime } = option;
  return defined<AnswerOption>({
    valueString, valueInteger, valueDate, valueTime,
    valueCoding: coding && defined({ system: coding.system, code: coding.code, display: coding.display }),
  });
}

function scoreOf(element: Element | undefined): number | undefined {
  return (first(element, URL.ordinal) ?? first(element, URL.weight))?.valueDecimal;
}

function safetyOf(extension: Extension | undefined): Part['safety'] {
  const atOrAbove = first(extension, 'at-or-above')?.valueDecimal;
  return atOrAbove === undefined ? undefined : { topic: first(extension, 'topic')?.valueCoding?.code ?? '', atOrAbove };
}

function stepOf(extension: Extension | undefined): Part['guided'] {
  const seconds = first(extension, 'seconds');
  const length = seconds?.valuePositiveInt ?? seconds?.valueInteger ?? seconds?.valueDecimal;
  const cue = first(extension, 'cue')?.valueCode;
  return length === undefined ? undefined : { seconds: length, ...(cue && { cue }) };
}

function boundOf(extension: Extension | undefined): number | string | undefined {
  return extension?.valueInteger ?? extension?.valueDecimal ?? extension?.valueDate ?? extension?.valueDateTime
    ?? extension?.valueTime ?? extension?.valueQuantity?.value;
}

function stringOf(extension: Extension | undefined): Text | undefined {
  return textOf(extension?.valueString, (extension as { _valueString?: Element } | undefined)?._valueString);
}

function unitLabel(extension: Extension | undefined): Text | undefined {
  const coding = extension?.valueCoding;
  return textOf(coding?.display ?? coding?.code, coding?._display);
}

function unitOf(extension: Extension): Part['units'] {
  const label = unitLabel(extension);
  const { code, system } = extension.valueCoding ?? {};
  return label ? [{ label, ...(code && { code }), ...(system && { system }) }] : [];
}

/** FHIR's regex holds for the whole answer. */
function regexOf(extension: Extension | undefined): RegExp | undefined {
  return extension?.valueString ? new RegExp(`^(?:${extension.valueString})$`, 'u') : undefined;
}

function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, held]) => held !== undefined)) as T;
}
