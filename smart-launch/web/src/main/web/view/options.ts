import type { Value } from '../fhir/types.ts';
import type { Part } from '../form/definition.ts';
import type { Text } from '../form/text.ts';
import { bare, same } from '../form/values.ts';

/** What an answer on offer is called. */
export function labelOf(part: Part, value: Value, text: (text: Text) => string): string {
  const listed = part.options.find((option) => same(option.value, value));
  return listed ? text(listed.label) : value.valueCoding?.display ?? value.valueCoding?.code ?? String(bare(value));
}
