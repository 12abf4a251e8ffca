import type { Value } from '../fhir/types.ts';
import type { Issue } from '../form/checking.ts';
import type { Part } from '../form/definition.ts';
import { cleaned, elementOf } from '../form/values.ts';

/** What was typed, as an answer: none for an empty box, or why it is none. */
export function read(part: Part, typed: string): { readonly value: Value | undefined } | { readonly issue: Issue } {
  const text = cleaned(typed);
  if (text === '') {
    return { value: undefined };
  }
  switch (part.type) {
    case 'integer': return number(text, 'valueInteger', 'not-a-whole-number', /^[-−]?\d{1,10}$/);
    case 'decimal': return number(text, 'valueDecimal', 'not-a-number', /^[-−]?\d{1,12}([.,٫]\d{1,9})?$/);
    case 'date': return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { value: { valueDate: text } } : { issue: { rule: 'not-a-date' } };
    case 'time': return /^\d{2}:\d{2}(:\d{2})?$/.test(text)
      ? { value: { valueTime: text.length === 5 ? `${text}:00` : text } } : { issue: { rule: 'not-a-time' } };
    case 'choice': case 'open-choice': return { value: { valueString: text } };
    default: return { value: { [elementOf(part.type)]: text } };
  }
}

/** Digits of any script, and a comma or a point. */
function number(text: string, element: 'valueInteger' | 'valueDecimal', rule: 'not-a-whole-number' | 'not-a-number', form: RegExp) {
  const latin = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
  if (!form.test(latin)) {
    return { issue: { rule } };
  }
  const value = Number(latin.replace(/[,٫]/, '.').replace('−', '-'));
  return { value: { [element]: value === 0 ? 0 : value } };
}

/** An answer as one would type it. */
export function written(part: Part, value: Value | undefined, language: string): string {
  if (!value) {
    return '';
  }
  if (value.valueTime !== undefined) {
    return value.valueTime.slice(0, 5);
  }
  if (value.valueDecimal !== undefined || value.valueInteger !== undefined) {
    const number = value.valueDecimal ?? value.valueInteger!;
    return new Intl.NumberFormat(`${language}-u-nu-latn`, { useGrouping: false, maximumFractionDigits: 9 }).format(number);
  }
  return String(value[elementOf(part.type)] ?? value.valueString ?? '');
}
