import type { Value } from '../fhir/types.ts';
import type { Part } from './definition.ts';
import { same } from './values.ts';

/** The answers after one of them was ticked or unticked: what stands alone takes the others away. */
export function toggled(part: Part, held: readonly Value[], value: Value, isTicked: boolean): Value[] {
  const others = held.filter((other) => !same(other, value));
  if (!isTicked) {
    return others;
  }
  const standsAlone = (candidate: Value) => part.options.some((option) => option.exclusive && same(option.value, candidate));
  return standsAlone(value) ? [value] : [...others.filter((other) => !standsAlone(other)), value];
}

/** The answer in one's own words, of a question that takes one. */
export function ownWords(values: readonly Value[], options: readonly Value[]): Value | undefined {
  return values.find((value) => value.valueString !== undefined && !options.some((option) => same(option, value)));
}
