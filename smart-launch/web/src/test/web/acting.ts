import fc from 'fast-check';
import type { Value } from '../../main/web/fhir/types.ts';
import { toggled } from '../../main/web/form/choosing.ts';
import { choosesMany, fieldsIn, type Field } from '../../main/web/form/entry.ts';
import type { Sheet } from '../../main/web/form/sheet.ts';
import { cleaned } from '../../main/web/form/values.ts';
import { momentOf } from '../../main/web/view/moments.ts';
import { read } from '../../main/web/view/typing.ts';

/** What people and pasted text can be like. */
const HOSTILE = [
  '', ' ', '\t\n ', ' around ', '<script>alert(1)</script>', '"; DROP TABLE answers; --', '{{%patient.id}}', '${7*7}',
  'e\u0301\u200d\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u202eright to left', '\ud83d', '\udc00x', '\u0000\u0007\u001b[31m', '\ufffe\uffff', '\u00a0',
  '\u2028\u2029', 'a\r\nb\rc', 'ﷺ', '0', '-0', '-1', '1e400', '1e-9', 'NaN', 'Infinity', '007', '3.5', '3,5', '٣٫٥', '2147483648',
  '99999999999999999999', '0.000000001', '-999999999999.999999999', 'https://example.org/?a=b#c', 'javascript:alert(1)', 'https://a b',
  'mailto:a@b', '../x', '2026-02-30', '2026-03-31', '0000-01-01', '9999-12-31', '25:00', '23:59', '23:59:60', '07:00',
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 500, maxLength: 6000, size: 'max' }) },
  { weight: 6, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 130 }).map(String) },
  { weight: 2, arbitrary: fc.double({ noNaN: true, min: -200, max: 200 }).map((n) => n.toFixed(3)) },
);
const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());

/** One thing somebody does; where in the sheet, is drawn as a number and found when it is done. */
export const deed = fc.record({
  where: fc.nat(),
  what: fc.constantFrom('answer', 'answer', 'answer', 'answer', 'answer', 'clear', 'add', 'remove', 'remove and undo'),
  text,
  day,
  withTime: fc.boolean(),
  pick: fc.nat(),
  yes: fc.boolean(),
  number: fc.oneof(fc.integer({ min: -2, max: 120 }), fc.constantFrom(-0, 2147483647, -2147483648, 0.1, 1e21, 5e-324)),
  bytes: fc.uint8Array({ minLength: 3, maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
});

export type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** Does it by the calls that the controls make; what has no control, or is not shown, is left alone. */
export function act(sheet: Sheet, doing: Deed): void {
  const fields = [...fieldsIn(sheet.root)].filter((field) => field.part.type !== 'display' && sheet.isShown(field));
  const field = fields[doing.where % fields.length];
  if (!field || field.part.readOnly) {
    return;
  }
  const entry = field.entries[doing.pick % Math.max(1, field.entries.length)];
  switch (doing.what) {
    case 'add':
      if (sheet.mayGrow(field)) { sheet.add(field); }
      return;
    case 'remove': case 'remove and undo': {
      const repeats = field.part.repeats && !choosesMany(field.part);
      const undo = repeats && entry ? sheet.remove(entry) : undefined;
      if (doing.what === 'remove and undo') { undo?.(); }
      return;
    }
    case 'clear':
      if (entry && field.part.type !== 'group') { sheet.answer(entry, undefined); }
      return;
    default:
      answer(sheet, field, doing);
  }
}

function answer(sheet: Sheet, field: Field, doing: Deed): void {
  const { part } = field;
  const entry = field.entries[doing.pick % Math.max(1, field.entries.length)];
  const give = (value: Value | undefined) => { if (entry) { sheet.answer(entry, value); } };
  switch (part.type) {
    case 'group': return part.look === 'guided-practice' ? practise(sheet, doing) : undefined;
    case 'boolean': return give({ valueBoolean: doing.yes });
    case 'dateTime': return give({ valueDateTime: momentOf(doing.day.slice(0, 10), doing.withTime ? doing.day.slice(11, 16) : '') });
    case 'attachment': return give({ valueAttachment: {
      contentType: part.mimeTypes[doing.pick % Math.max(1, part.mimeTypes.length)]?.replace('*', 'png') ?? 'image/png',
      data: doing.bytes, size: Buffer.from(doing.bytes, 'base64').length,
    } });
    case 'quantity': {
      const result = read({ ...part, type: 'decimal' }, doing.text);
      const unit = part.units[doing.pick % Math.max(1, part.units.length)];
      return 'issue' in result ? sheet.mistype(entry!, doing.text, result.issue)
        : give(result.value && { valueQuantity: { value: result.value.valueDecimal!, ...(unit && {
          unit: unit.label.plain, ...(unit.system && { system: unit.system }), ...(unit.code && { code: unit.code }) }) } });
    }
    case 'choice': case 'open-choice': return choose(sheet, field, doing);
    default: return type(sheet, field, doing);
  }
}

/** What a guided practice notes, where the person agreed to that. */
function practise(sheet: Sheet, { yes, pick }: Deed): void {
  for (const { part, entries } of fieldsIn(sheet.root)) {
    if (part.measured) {
      sheet.answer(entries[0]!, part.measured === 'script-finished' ? { valueBoolean: yes } : { valueInteger: pick % 7200 });
    }
  }
}

function choose(sheet: Sheet, field: Field, { pick, yes, text: typed, withTime }: Deed): void {
  const options = sheet.optionsOf(field);
  const isOwn = field.part.type === 'open-choice' && withTime;
  const value = isOwn && cleaned(typed) !== '' ? { valueString: typed } : options[pick % Math.max(1, options.length)];
  if (value && choosesMany(field.part)) {
    sheet.choose(field, toggled(field.part, field.values, value, yes || withTime));
  } else if (value) {
    sheet.answer(field.entries[0]!, value);
  }
}

function type(sheet: Sheet, field: Field, { pick, day: moment, text: typed, number, withTime }: Deed): void {
  const { part } = field;
  const entry = field.entries[pick % field.entries.length]!;
  if (part.look === 'slider') {
    return sheet.answer(entry, part.type === 'decimal' ? { valueDecimal: number } : { valueInteger: number });
  }
  const text = part.type === 'date' && withTime ? moment.slice(0, 10) : part.type === 'time' && withTime ? moment.slice(11, 16) : typed;
  const result = read(part, text);
  if ('issue' in result) {
    sheet.mistype(entry, text, result.issue);
  } else {
    sheet.answer(entry, result.value);
  }
}
