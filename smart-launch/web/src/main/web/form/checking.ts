import type { Value } from '../fhir/types.ts';
import type { Part } from './definition.ts';
import { bare, cleaned, elementOf, same } from './values.ts';

/** Why an answer cannot be sent, with what a message needs to say it. */
export type Issue =
  | { readonly rule: 'not-a-number' | 'not-a-whole-number' | 'not-a-date' | 'not-a-time' | 'not-a-link' | 'format'
      | 'not-an-option' | 'alone' | 'media-type' | 'unit' }
  | { readonly rule: 'too-low' | 'too-high'; readonly bound: number | string }
  | { readonly rule: 'too-short' | 'too-long' | 'decimals'; readonly bound: number }
  | { readonly rule: 'too-large'; readonly bytes: number }
  | { readonly rule: 'too-few' | 'too-many'; readonly bound: number };

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const DATE_TIME = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2}))?)?)?$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?$/;
const INTEGER_LIMIT = 2147483647;

/**
 * What is wrong with one answer; nothing if it can be sent.
 *
 * @param options the answers on offer, where they are found by an expression; those of the part otherwise
 */
export function issueOf(part: Part, value: Value, options: readonly Value[] = part.options.map((o) => o.value)): Issue | undefined {
  if (!isOfType(part, value)) {
    return { rule: 'format' };
  }
  switch (part.type) {
    case 'integer': return number(part, value.valueInteger, true);
    case 'decimal': return number(part, value.valueDecimal, false);
    case 'quantity': return quantity(part, value);
    case 'date': return moment(part, value.valueDate, DATE, 'not-a-date');
    case 'dateTime': return moment(part, value.valueDateTime, DATE_TIME, 'not-a-date');
    case 'time': return moment(part, value.valueTime, TIME, 'not-a-time');
    case 'string': case 'text': return text(part, value.valueString);
    case 'url': return link(part, value.valueUri);
    case 'choice': return options.some((option) => same(option, value)) ? undefined : { rule: 'not-an-option' };
    case 'open-choice':
      return value.valueString !== undefined ? text(part, value.valueString)
        : options.some((option) => same(option, value)) ? undefined : { rule: 'not-an-option' };
    case 'attachment': return attachment(part, value);
    default: return undefined;
  }
}

/** A choice may be of any type that its options have; every other question has one. */
function isOfType(part: Part, value: Value): boolean {
  return part.type === 'choice' || part.type === 'open-choice' || value[elementOf(part.type)] !== undefined;
}

/** What is wrong with the answers together: more than may be, or one that stands alone beside others. */
export function issueOfAll(part: Part, values: readonly Value[]): Issue | undefined {
  const most = part.repeats ? part.maxOccurs ?? Infinity : 1;
  if (values.length > most) {
    return { rule: 'too-many', bound: most };
  }
  const alone = part.options.some((option) => option.exclusive && values.some((value) => same(option.value, value)));
  return alone && values.length > 1 ? { rule: 'alone' } : undefined;
}

function number(part: Part, value: number | undefined, whole: boolean): Issue | undefined {
  if (value === undefined || !Number.isFinite(value)) {
    return { rule: 'not-a-number' };
  }
  if (whole && (!Number.isInteger(value) || Math.abs(value) > INTEGER_LIMIT)) {
    return { rule: 'not-a-whole-number' };
  }
  if (part.decimals !== undefined && decimalsOf(value) > part.decimals) {
    return { rule: 'decimals', bound: part.decimals };
  }
  return bounds(part, value);
}

function bounds(part: Part, value: number | string): Issue | undefined {
  if (part.min !== undefined && value < part.min) {
    return { rule: 'too-low', bound: part.min };
  }
  return part.max !== undefined && value > part.max ? { rule: 'too-high', bound: part.max } : undefined;
}

/** Digits after the point, of a number as JSON writes it. */
function decimalsOf(value: number): number {
  const [digits, exponent] = String(value).split('e');
  return Math.max(0, (digits!.split('.')[1]?.length ?? 0) - Number(exponent ?? 0));
}

function quantity(part: Part, value: Value): Issue | undefined {
  const held = value.valueQuantity;
  const wrong = number(part, held?.value, false);
  if (wrong || part.units.length === 0) {
    return wrong;
  }
  return part.units.some((unit) => unit.code ? unit.code === held?.code : unit.label.plain === held?.unit)
    ? undefined : { rule: 'unit' };
}

function moment(part: Part, value: string | undefined, form: RegExp, rule: 'not-a-date' | 'not-a-time'): Issue | undefined {
  if (!value || !form.test(value) || (rule === 'not-a-date' && !isDay(value))) {
    return { rule };
  }
  if (value.includes('T') || typeof part.min === 'string' && part.min.includes('T')
    || typeof part.max === 'string' && part.max.includes('T')) {
    return instants(part, value);
  }
  return bounds(part, value);
}

/** Bounds of moments: by the instant, not by the letters, as offsets differ. */
function instants(part: Part, value: string): Issue | undefined {
  const at = Date.parse(value);
  if (typeof part.min === 'string' && at < Date.parse(part.min)) {
    return { rule: 'too-low', bound: part.min };
  }
  return typeof part.max === 'string' && at > Date.parse(part.max) ? { rule: 'too-high', bound: part.max } : undefined;
}

function isDay(value: string): boolean {
  const [year, month = 1, day = 1] = value.slice(0, 10).split('-').map(Number);
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year!, month - 1, day);
  return year! > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    && (!value.includes('T') || !Number.isNaN(Date.parse(value)));
}

function text(part: Part, typed: string | undefined): Issue | undefined {
  const value = cleaned(typed ?? '');
  const length = [...value].length;
  if (part.minLength !== undefined && length < part.minLength) {
    return { rule: 'too-short', bound: part.minLength };
  }
  if (part.maxLength !== undefined && length > part.maxLength) {
    return { rule: 'too-long', bound: part.maxLength };
  }
  return part.regex && !part.regex.test(value) ? { rule: 'format' } : undefined;
}

function link(part: Part, value: string | undefined): Issue | undefined {
  return !value || !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) ? { rule: 'not-a-link' } : text(part, value);
}

function attachment(part: Part, value: Value): Issue | undefined {
  const { contentType, data } = value.valueAttachment ?? {};
  const size = data === undefined ? value.valueAttachment?.size : Math.floor(data.replace(/=+$/, '').length * 3 / 4);
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (part.mimeTypes.length > 0 && !part.mimeTypes.some((allowed) => covers(allowed, type))) {
    return { rule: 'media-type' };
  }
  return part.maxSize !== undefined && (size ?? 0) > part.maxSize ? { rule: 'too-large', bytes: part.maxSize } : undefined;
}

function covers(allowed: string, type: string | undefined): boolean {
  return allowed === type || allowed.endsWith('/*') && !!type?.startsWith(allowed.slice(0, -1));
}

/** Whether the answer holds anything at all. */
export function isAnswered(value: Value | undefined): value is Value {
  const held = value && bare(value);
  if (value?.valueAttachment) {
    return !!value.valueAttachment.data || !!value.valueAttachment.url;
  }
  return held !== undefined && (typeof held !== 'string' || held.trim() !== '');
}
