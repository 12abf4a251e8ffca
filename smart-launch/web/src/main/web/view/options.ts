import type { Value } from '../fhir/types.ts';
import type { Part } from '../form/definition.ts';
import type { Text } from '../form/text.ts';
import { bare, same } from '../form/values.ts';

/** What an answer on offer is called. */
export function labelOf(part: Part, value: Value, text: (text: Text) => string, language: string): string {
  if (value.valueDate?.length === 10) {
    return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${value.valueDate}T00:00:00Z`));
  }
  if (value.valueTime) {
    return value.valueTime.replace(/:00$/, '');
  }
  const listed = part.options.find((option) => same(option.value, value));
  return listed ? text(listed.label) : value.valueCoding?.display ?? value.valueCoding?.code ?? String(bare(value));
}
