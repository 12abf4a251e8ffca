import { fieldsIn, type Entry, type Field } from './entry.ts';
import { asAnswer, type Expressions } from './expressions.ts';
import type { Value } from '../fhir/types.ts';

/** Gives a new field the initial values that its part has. */
export function populateOne(field: Field): void {
  fill(field, field.part.initial);
}

/** Fills a new sheet from the record; what holds an answer already is left as it is. */
export function populate(root: Entry, expressions: Expressions): void {
  for (const field of [...fieldsIn(root)]) {
    const { population, initialExpression } = field.part;
    if (population) {
      repeat(field, expressions, population);
    } else if (initialExpression && !isWithinPopulated(field)) {
      fill(field, answers(field, expressions, initialExpression));
    }
  }
}

/** One instance of a group for each thing found, its questions filled from it. */
function repeat(group: Field, expressions: Expressions, population: { name: string; expression: string }): void {
  const sources = expressions.sourcesOf(group, population.expression).slice(0, group.part.maxOccurs ?? 100);
  sources.forEach((source, at) => {
    const entry = group.entries[at] ?? group.grow();
    for (const field of fieldsIn(entry)) {
      if (field.part.initialExpression) {
        fill(field, answers(field, expressions, field.part.initialExpression, { [population.name]: [source] }));
      }
    }
  });
}

function answers(field: Field, expressions: Expressions, expression: string, more = {}): Value[] {
  return expressions.of(field, expression, more).flatMap((result) => asAnswer(field.part, result) ?? []);
}

function fill(field: Field, values: readonly Value[]): void {
  if (field.values.length > 0) {
    return;
  }
  values.slice(0, field.part.repeats ? undefined : 1).forEach((value, at) => {
    const entry = field.entries[at] ?? field.grow();
    entry.value = value;
  });
}

function isWithinPopulated(field: Field): boolean {
  for (let around = field.within?.field; around; around = around.within?.field) {
    if (around.part.population) {
      return true;
    }
  }
  return false;
}
