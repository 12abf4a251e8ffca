import type { QuestionnaireResponse, Value } from '../fhir/types.ts';
import type { Part } from './definition.ts';
import type { Entry, Field } from './entry.ts';
import { elementOf } from './values.ts';
import type { Written } from './writing.ts';

/** A FHIRPath engine. */
export interface Engine {
  /**
   * @param focus a response, or an item of one; `%context`
   * @returns what may be given to another evaluation as a variable
   * @throws if the expression does not parse or cannot be evaluated
   */
  evaluate(expression: string, focus: object, variables: Readonly<Record<string, unknown>>): unknown[];

  /** What an evaluation gave, as JSON has it. */
  plain(results: readonly unknown[]): unknown[];
}

/** Evaluates the expressions of a worksheet against one state of its response. */
export class Expressions {
  private readonly variablesOf = new Map<Entry, Record<string, unknown>>();
  private readonly engine: Engine;
  private readonly written: Written;
  private readonly rootVariables: Record<string, unknown>;

  /** @param outside the variables that come from outside: the patient, and what was asked of the record */
  constructor(engine: Engine, response: QuestionnaireResponse, written: Written,
    variables: Readonly<Record<string, string>>, outside: Readonly<Record<string, unknown>>) {
    this.engine = engine;
    this.written = written;
    this.rootVariables = this.extend({ ...outside, resource: response }, variables, response);
  }

  /** Of an expression that stands on the field; `%context` is its item in the response. */
  of(field: Field, expression: string, more: Readonly<Record<string, unknown>> = {}): unknown[] {
    const item = this.written.places.get(field)
      ?? (field.entries[0] && this.written.places.get(field.entries[0])) ?? { linkId: field.part.linkId };
    const seen = this.extend(this.seenFrom(field.within), field.part.variables, item);
    return this.engine.plain(this.run(expression, item, { ...seen, ...more }));
  }

  /** Whether the expression is true; an empty result is not. */
  isTrue(field: Field, expression: string): boolean {
    return this.of(field, expression)[0] === true;
  }

  /** As `of`, but what comes back may be given to another evaluation as a variable. */
  sourcesOf(field: Field, expression: string): unknown[] {
    const item = { linkId: field.part.linkId };
    return this.run(expression, item, this.extend(this.seenFrom(field.within), field.part.variables, item));
  }

  private seenFrom(entry: Entry | undefined): Record<string, unknown> {
    if (!entry?.field) {
      return this.rootVariables;
    }
    const known = this.variablesOf.get(entry);
    if (known) {
      return known;
    }
    const item = this.written.places.get(entry) ?? { linkId: entry.field.part.linkId };
    const seen = this.extend(this.seenFrom(entry.field.within), entry.field.part.variables, item);
    this.variablesOf.set(entry, seen);
    return seen;
  }

  private extend(inherited: Record<string, unknown>, variables: Readonly<Record<string, string>>, focus: object) {
    const seen = { ...inherited };
    for (const [name, expression] of Object.entries(variables)) {
      seen[name] = this.run(expression, focus, seen);
    }
    return seen;
  }

  /** An expression that cannot be evaluated is empty: a worksheet with a slip in it can still be filled in. */
  private run(expression: string, focus: object, variables: Record<string, unknown>): unknown[] {
    try {
      return this.engine.evaluate(expression, focus, variables);
    } catch {
      return [];
    }
  }
}

/** What an expression gave, as an answer to that part; nothing if it is of another type. */
export function asAnswer(part: Part, result: unknown): Value | undefined {
  const given = isMoment(result) ? String(result) : result;
  switch (part.type) {
    case 'integer': return typeof given === 'number' && Number.isInteger(given) ? { valueInteger: given } : undefined;
    case 'decimal': return typeof given === 'number' ? { valueDecimal: given } : undefined;
    case 'quantity':
      return typeof given === 'number' ? { valueQuantity: { value: given, ...unitOf(part) } } : asObject(given, 'valueQuantity');
    case 'boolean': return typeof given === 'boolean' ? { valueBoolean: given } : undefined;
    case 'choice': case 'open-choice':
      return typeof given === 'string' ? part.options.find((o) => o.value.valueCoding?.code === given)?.value ?? { valueString: given }
        : asObject(given, 'valueCoding');
    case 'attachment': return asObject(given, 'valueAttachment');
    case 'group': case 'display': return undefined;
    default: return typeof given === 'string' && given.trim() ? { [elementOf(part.type)]: given } : undefined;
  }
}

/** What an expression gave, as an answer on offer. */
export function asOption(result: unknown): Value | undefined {
  return typeof result === 'string' ? result.trim() ? { valueString: result.trim() } : undefined
    : typeof result === 'number' ? { valueInteger: result } : asObject(result, 'valueCoding');
}

function asObject(given: unknown, element: 'valueQuantity' | 'valueCoding' | 'valueAttachment'): Value | undefined {
  return typeof given === 'object' && given !== null ? { [element]: given } : undefined;
}

function unitOf(part: Part) {
  const unit = part.units[0];
  return unit && { unit: unit.label.plain, ...(unit.code && { code: unit.code }), ...(unit.system && { system: unit.system }) };
}

/** The engine's own types of dates and times print themselves as FHIR writes them. */
function isMoment(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'asStr' in result;
}
