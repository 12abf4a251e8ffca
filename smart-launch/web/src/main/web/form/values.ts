import type { ItemType, Value } from '../fhir/types.ts';

const NAMES: Partial<Record<ItemType, keyof Value>> = {
  boolean: 'valueBoolean', decimal: 'valueDecimal', integer: 'valueInteger', date: 'valueDate', dateTime: 'valueDateTime',
  time: 'valueTime', string: 'valueString', text: 'valueString', url: 'valueUri', attachment: 'valueAttachment',
  quantity: 'valueQuantity', choice: 'valueCoding', 'open-choice': 'valueCoding',
};

/** The element that holds an answer of that type. */
export function elementOf(type: ItemType): keyof Value {
  const name = NAMES[type];
  if (!name) {
    throw new Error(`A ${type} has no answer`);
  }
  return name;
}

/** The bare answer, whatever its type. */
export function bare(value: Value): NonNullable<Value[keyof Value]> {
  return Object.entries(value).find(([name, held]) => name.startsWith('value') && held !== undefined)?.[1];
}

/** Whether both are the same answer; a display does not count, nor a system where one of both has none. */
export function same(one: Value, other: Value): boolean {
  const [a, b] = [one.valueCoding, other.valueCoding];
  if (a && b) {
    return a.code === b.code && (a.system === b.system || !a.system || !b.system);
  }
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other)) && !a === !b;
}

/** Text as FHIR takes it: no control characters but tab and line ends, no half of a character, no blanks around. */
export function cleaned(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}
