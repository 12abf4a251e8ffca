import type { EnableWhen, Value } from '../fhir/types.ts';
import { isAnswered } from './checking.ts';
import { fieldsIn, sent, type Entry, type Field } from './entry.ts';
import { same } from './values.ts';

/** Says which fields are asked, from the answers as they stand; asked anew after each change. */
export class Enabling {
  private readonly known = new Map<Field, boolean>();
  private readonly underWay = new Set<Field>();
  private readonly root: Entry;
  private readonly byExpression: (field: Field) => boolean;
  private readonly isSendable: (entry: Entry) => boolean;

  /**
   * @param byExpression whether a field with an `enableWhenExpression` is asked
   * @param isSendable false for an answer that breaks a rule: it will not be in the response, so no condition rests on it
   */
  constructor(root: Entry, byExpression: (field: Field) => boolean, isSendable: (entry: Entry) => boolean) {
    this.root = root;
    this.byExpression = byExpression;
    this.isSendable = isSendable;
  }

  /** Whether the field is asked, itself and all it stands in. */
  isEnabled(field: Field): boolean {
    const known = this.known.get(field);
    if (known !== undefined) {
      return known;
    }
    if (this.underWay.has(field)) {
      return false;
    }
    this.underWay.add(field);
    const around = field.within?.field;
    const enabled = (!around || this.isEnabled(around)) && this.meetsConditions(field)
      && (field.part.enableExpression === undefined || this.byExpression(field));
    this.underWay.delete(field);
    this.known.set(field, enabled);
    return enabled;
  }

  private meetsConditions(field: Field): boolean {
    const { enableWhen, enableAny } = field.part;
    const met = (condition: EnableWhen) => holds(condition, this.answersTo(condition.question, field));
    return enableWhen.length === 0 || (enableAny ? enableWhen.some(met) : enableWhen.every(met));
  }

  /** The answers of the nearest question of that linkId: looked for in what the field stands in, then further out. */
  private answersTo(linkId: string, from: Field): Value[] {
    for (let around: Entry | undefined = from.within ?? this.root; around; around = around.field?.within) {
      if (around.field?.part.linkId === linkId) {
        return this.heldBy(around);
      }
      const found = [...fieldsIn(around)].filter((field) => field.part.linkId === linkId);
      if (found.length > 0) {
        return found.filter((field) => this.isEnabled(field))
          .flatMap((field) => sent(field).flatMap((entry) => this.heldBy(entry)));
      }
    }
    return [];
  }

  private heldBy(entry: Entry): Value[] {
    return isAnswered(entry.value) && this.isSendable(entry) ? [entry.value] : [];
  }
}

function holds(condition: EnableWhen, answers: readonly Value[]): boolean {
  const { operator } = condition;
  if (operator === 'exists') {
    return (answers.length > 0) === condition.answerBoolean;
  }
  const wanted = wantedBy(condition);
  if (operator === '=') {
    return answers.some((answer) => equal(answer, wanted));
  }
  if (operator === '!=') {
    return answers.length > 0 && answers.every((answer) => !equal(answer, wanted));
  }
  return answers.some((answer) => {
    const difference = compare(answer, wanted);
    return difference !== undefined && (operator === '>' ? difference > 0 : operator === '<' ? difference < 0
      : operator === '>=' ? difference >= 0 : difference <= 0);
  });
}

function wantedBy(condition: EnableWhen): Value {
  return Object.fromEntries(Object.entries(condition)
    .filter(([name]) => name.startsWith('answer'))
    .map(([name, held]) => [name.replace('answer', 'value'), held]));
}

function equal(answer: Value, wanted: Value): boolean {
  return same(answer, wanted) || compare(answer, wanted) === 0;
}

/** Less than, equal to or greater than 0; none where both cannot be compared. */
function compare(answer: Value, wanted: Value): number | undefined {
  const numbers = [answer, wanted].map((v) => v.valueInteger ?? v.valueDecimal);
  if (numbers[0] !== undefined && numbers[1] !== undefined) {
    return numbers[0] - numbers[1];
  }
  const [one, other] = [answer.valueQuantity, wanted.valueQuantity];
  if (one?.value !== undefined && other?.value !== undefined) {
    return (one.code ?? one.unit) === (other.code ?? other.unit) ? one.value - other.value : undefined;
  }
  const moments = [answer, wanted].map((v) => v.valueDate ?? v.valueDateTime);
  if (moments[0] && moments[1]) {
    return Date.parse(moments[0]) - Date.parse(moments[1]);
  }
  const letters = [answer, wanted].map((v) => v.valueTime ?? v.valueString);
  return letters[0] === undefined || letters[1] === undefined ? undefined
    : letters[0] === letters[1] ? 0 : letters[0] < letters[1] ? -1 : 1;
}
