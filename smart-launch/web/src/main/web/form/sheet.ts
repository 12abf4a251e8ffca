import type { QuestionnaireResponse, Value } from '../fhir/types.ts';
import { issueOf, issueOfAll, isAnswered, type Issue } from './checking.ts';
import { completenessOf, type Completeness } from './completeness.ts';
import type { Worksheet } from './definition.ts';
import { Enabling } from './enabling.ts';
import { choosesMany, Entry, fieldsIn, type Field } from './entry.ts';
import { asAnswer, asOption, Expressions, type Engine } from './expressions.ts';
import { populate, populateOne } from './populating.ts';
import { elementOf, same } from './values.ts';
import { restore, write, type Written } from './writing.ts';

/** Something that keeps an answer from being sent. */
export interface Problem {
  readonly field: Field;
  /** The answer; none if it is about all answers of the field. */
  readonly entry?: Entry;
  readonly issue: Issue;
}

const MOST_ROUNDS = 10;

/** One worksheet as one person fills it in: the answers, what is asked, what is missing, and the response to send. */
export class Sheet {
  readonly worksheet: Worksheet;
  readonly root: Entry;
  /** LinkIds of a restored response that the worksheet does not ask. */
  readonly strangers: readonly string[];
  /** Counts changes. */
  version = 0;

  private readonly listeners = new Set<(byHand: boolean) => void>();
  private readonly outside: Readonly<Record<string, unknown>>;
  private readonly isNew: boolean;
  private engine: Engine | undefined;
  private expressions: Expressions | undefined;
  private enabling: Enabling;
  private written: Written = { items: [], places: new Map() };
  private shownByExpression = new Map<Field, boolean>();

  /**
   * @param draft what was answered before; a sheet without one starts with initial values
   * @param outside what expressions may use of the record, by the name of the variable
   */
  constructor(worksheet: Worksheet, draft?: QuestionnaireResponse, outside: Readonly<Record<string, unknown>> = {}) {
    this.worksheet = worksheet;
    this.outside = outside;
    this.isNew = !draft;
    this.root = new Entry(undefined, worksheet.parts);
    this.strangers = draft ? restore(this.root, draft) : [];
    if (this.isNew) {
      [...fieldsIn(this.root)].forEach(populateOne);
    }
    this.enabling = new Enabling(this.root, () => false, () => true);
    this.settle();
  }

  /** Brings the engine for expressions: what depends on them is calculated, and a new sheet filled from the record. */
  use(engine: Engine): void {
    this.engine = engine;
    this.settle();
    if (this.isNew && this.expressions) {
      populate(this.root, this.expressions);
    }
    this.changed(false);
  }

  isEnabled(field: Field): boolean {
    return this.enabling.isEnabled(field);
  }

  /** Whether the field is on the page: asked, and not hidden. */
  isShown(field: Field): boolean {
    return !field.part.hidden && this.isEnabled(field);
  }

  /** Answers one question; none takes the answer back. */
  answer(entry: Entry, value: Value | undefined): void {
    entry.value = value;
    entry.typed = undefined;
    entry.touched = true;
    this.changed();
  }

  /** Notes what was typed and is no value. */
  mistype(entry: Entry, text: string, issue: Issue): void {
    entry.value = undefined;
    entry.typed = { text, issue };
    entry.touched = true;
    this.changed();
  }

  /** Answers a question of many answers: those, in that order. */
  choose(field: Field, values: readonly Value[]): void {
    const kept = field.entries.filter((entry) => entry.value && values.some((value) => same(value, entry.value!)));
    field.entries = values.map((value) => {
      const entry = kept.find((candidate) => same(candidate.value!, value)) ?? new Entry(field);
      entry.value = value;
      entry.touched = true;
      return entry;
    });
    this.changed();
  }

  /** One more instance of a repeating group or question. */
  add(field: Field): Entry {
    const entry = field.grow();
    [...fieldsIn(entry)].forEach(populateOne);
    this.changed();
    return entry;
  }

  /** Whether one more may be added. */
  mayGrow(field: Field): boolean {
    return field.part.repeats && !choosesMany(field.part) && field.entries.length < (field.part.maxOccurs ?? Infinity);
  }

  /** Takes an instance away; the last one is emptied instead. @returns what puts it back */
  remove(entry: Entry): () => void {
    const field = entry.field!;
    const before = field.entries;
    field.entries = before.filter((other) => other !== entry);
    if (field.entries.length === 0) {
      field.grow();
    }
    this.changed();
    return () => {
      field.entries = before;
      this.changed();
    };
  }

  /** The answers on offer: those of the worksheet, and those an expression finds. */
  optionsOf(field: Field): Value[] {
    const listed = field.part.options.map((option) => option.value);
    const { answerExpression } = field.part;
    if (!answerExpression || !this.expressions) {
      return listed;
    }
    const found = this.expressions.of(field, answerExpression).flatMap((result) => asOption(result) ?? []);
    return [...listed, ...found].filter((value, at, all) => all.findIndex((other) => same(other, value)) === at);
  }

  /** What is wrong with an answer; nothing if it can be sent. */
  issueOf(entry: Entry): Issue | undefined {
    const part = entry.field!.part;
    if (entry.typed) {
      return entry.typed.issue;
    }
    if (!isAnswered(entry.value)) {
      return undefined;
    }
    return issueOf(part, entry.value, part.answerExpression ? [...this.optionsOf(entry.field!), entry.value] : undefined);
  }

  /** All that keeps answers from being sent, in the order of the form. */
  problems(): Problem[] {
    return [...fieldsIn(this.root)].filter((field) => this.isEnabled(field)).flatMap((field) => {
      const alone = field.entries.flatMap((entry) => {
        const issue = this.issueOf(entry);
        return issue ? [{ field, entry, issue }] : [];
      });
      const together = issueOfAll(field.part, field.part.type === 'group'
        ? field.entries.filter(holdsAnswer).map(() => ({})) : field.values);
      return together ? [...alone, { field, issue: together }] : alone;
    });
  }

  /** The outermost fields that hold an answer and are not asked: kept while one types, and not sent. */
  unasked(): Field[] {
    const isOutermost = (field: Field) => !field.within?.field || this.isEnabled(field.within.field);
    return [...fieldsIn(this.root)].filter((field) => !this.isEnabled(field) && isOutermost(field) && field.entries.some(holdsAnswer));
  }

  completeness(): Completeness {
    return completenessOf(this.root, (field) => this.isEnabled(field));
  }

  /** Whether anything was answered. */
  isBegun(): boolean {
    return this.written.items.length > 0;
  }

  /** The response as it stands; answers with a problem are not in it. */
  response(status: QuestionnaireResponse['status'], authored?: string): QuestionnaireResponse {
    const { canonical } = this.worksheet;
    return {
      resourceType: 'QuestionnaireResponse',
      ...(canonical && { questionnaire: canonical }),
      status,
      ...(authored && { authored }),
      ...(this.written.items.length > 0 && { item: this.written.items }),
    };
  }

  /** The safety items whose answer reaches their mark. */
  safetyAnswers(): Field[] {
    return [...fieldsIn(this.root)].filter((field) => field.part.safety && this.isEnabled(field)
      && field.values.some((value) => scoreOf(field, value) >= field.part.safety!.atOrAbove));
  }

  /**
   * @param listener told after each change, and whether a person made it
   * @returns what ends the subscription
   */
  subscribe(listener: (byHand: boolean) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(byHand = true): void {
    this.settle();
    this.version += 1;
    this.listeners.forEach((listener) => listener(byHand));
  }

  private isSendable(entry: Entry): boolean {
    return this.issueOf(entry) === undefined;
  }

  /** Goes on until what is asked and what is calculated no longer changes each other. */
  private settle(): void {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      this.enabling = new Enabling(this.root, (field) => this.shownByExpression.get(field) ?? false,
        (entry) => this.isSendable(entry));
      this.written = write(this.root, (field) => this.isEnabled(field), (entry) => this.isSendable(entry));
      if (!this.engine || !this.worksheet.hasExpressions) {
        return;
      }
      this.expressions = new Expressions(this.engine, this.response('in-progress'), this.written,
        this.worksheet.variables, this.outside);
      if (!this.evaluateConditions() && !this.calculate()) {
        return;
      }
    }
  }

  /** @returns whether anything changed */
  private evaluateConditions(): boolean {
    const shown = new Map<Field, boolean>();
    for (const field of fieldsIn(this.root)) {
      if (field.part.enableExpression) {
        shown.set(field, this.expressions!.isTrue(field, field.part.enableExpression));
      }
    }
    const changed = [...shown].some(([field, is]) => is !== (this.shownByExpression.get(field) ?? false));
    this.shownByExpression = shown;
    return changed;
  }

  /** @returns whether anything changed */
  private calculate(): boolean {
    let changed = false;
    for (const field of fieldsIn(this.root)) {
      const { part } = field;
      const entry = field.entries[0];
      if (!part.calculatedExpression || !entry || !this.isEnabled(field) || entry.touched && !part.readOnly && !part.hidden) {
        continue;
      }
      const results = this.expressions!.of(field, part.calculatedExpression);
      const value = results.length === 1 ? asAnswer(part, results[0]) : undefined;
      const before = entry.value && entry.value[elementOf(part.type)];
      if (JSON.stringify(before) !== JSON.stringify(value && value[elementOf(part.type)])) {
        entry.value = value;
        changed = true;
      }
    }
    return changed;
  }
}

/** Whether anything was answered in it, asked or not. */
function holdsAnswer(entry: Entry): boolean {
  return isAnswered(entry.value) || entry.fields.some((field) => field.entries.some(holdsAnswer));
}

/** The score of an answer: that of its option, or the number itself; yes is 1. */
function scoreOf(field: Field, value: Value): number {
  return field.part.options.find((option) => same(option.value, value))?.score
    ?? value.valueInteger ?? value.valueDecimal ?? (value.valueBoolean ? 1 : 0);
}
