import type { EnableWhen, ItemType, Value } from '../fhir/types.ts';
import type { Text } from './text.ts';

/** One answer to choose. */
export interface Choice {
  readonly value: Value;
  readonly label: Text;
  /** Chosen alone: takes all others away. */
  readonly exclusive: boolean;
  readonly score?: number;
}

/** What a safety item is about, and from which score on it is one. */
export interface Safety {
  readonly topic: string;
  readonly atOrAbove: number;
}

/** One step of a guided practice: its text, how long it lasts, and what sounds at its start. */
export interface Step {
  readonly seconds: number;
  readonly cue?: string;
}

/** How a question is asked, beyond its type. */
export type Look =
  | 'slider' | 'radio-button' | 'check-box' | 'drop-down' | 'text-box' | 'text-area'
  | 'answer-ways' | 'guided-practice'
  | 'instructions' | 'worked-example' | 'not-monitored' | 'crisis' | 'help' | 'flyover' | 'plain';

/** An item of a Questionnaire, read once; whatever changes as one types is in an `Entry`. */
export interface Part {
  readonly linkId: string;
  readonly type: ItemType;
  readonly look: Look;
  readonly text?: Text;
  readonly prefix?: Text;
  readonly help: readonly Text[];
  readonly flyover: readonly Text[];
  readonly examples: readonly Text[];
  readonly lower?: Text;
  readonly upper?: Text;
  readonly required: boolean;
  readonly repeats: boolean;
  readonly readOnly: boolean;
  readonly hidden: boolean;
  readonly horizontal: boolean;
  readonly enableWhen: readonly EnableWhen[];
  readonly enableAny: boolean;
  readonly options: readonly Choice[];
  readonly openLabel?: Text;
  readonly entryFormat?: Text;
  /** Of the value: number or ISO date or time, as the type has it. */
  readonly min?: number | string;
  readonly max?: number | string;
  readonly step?: number;
  readonly decimals?: number;
  readonly unit?: Text;
  readonly units: readonly { code?: string; system?: string; label: Text }[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly regex?: RegExp;
  readonly minOccurs?: number;
  readonly maxOccurs?: number;
  readonly mimeTypes: readonly string[];
  /** Bytes. */
  readonly maxSize?: number;
  readonly initial: readonly Value[];
  readonly safety?: Safety;
  readonly guided?: Step;
  readonly rounds?: number;
  /** What the app itself measures into this item, if the person agreed to that. */
  readonly measured?: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly enableExpression?: string;
  readonly calculatedExpression?: string;
  readonly initialExpression?: string;
  readonly answerExpression?: string;
  readonly population?: { readonly name: string; readonly expression: string };
  /** Those that hold answers or are shown by themselves; help, examples and ends of scales are fields of this part. */
  readonly parts: readonly Part[];
}

/** A Questionnaire, read once. */
export interface Worksheet {
  readonly canonical: string;
  readonly language: string;
  readonly title: Text;
  readonly purpose?: Text;
  readonly copyright?: string;
  readonly minutes?: number;
  readonly parts: readonly Part[];
  readonly variables: Readonly<Record<string, string>>;
  /** What is asked of the record before the form opens, by the name of its variable. */
  readonly queries: Readonly<Record<string, string>>;
  /** Whether a FHIRPath engine is needed. */
  readonly hasExpressions: boolean;
  readonly hasSafetyItem: boolean;
}
