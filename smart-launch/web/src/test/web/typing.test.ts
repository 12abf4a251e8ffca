import assert from 'node:assert/strict';
import { test } from 'node:test';
import { issueOf } from '../../main/web/form/checking.ts';
import { toggled } from '../../main/web/form/choosing.ts';
import { readWorksheet } from '../../main/web/form/reading.ts';
import { cleaned } from '../../main/web/form/values.ts';
import type { QuestionnaireItem } from '../../main/web/fhir/types.ts';
import { read, written } from '../../main/web/view/typing.ts';
import { form } from './library.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const part = (item: Partial<QuestionnaireItem>) =>
  readWorksheet(form({ linkId: 'q', type: 'string', ...item })).parts[0]!;

test('numbers are read as people type them', () => {
  const integer = part({ type: 'integer' });
  const decimal = part({ type: 'decimal' });
  assert.deepEqual(read(integer, ' 12 '), { value: { valueInteger: 12 } });
  assert.deepEqual(read(integer, '١٢'), { value: { valueInteger: 12 } });
  assert.deepEqual(read(integer, '-0'), { value: { valueInteger: 0 } });
  assert.deepEqual(read(decimal, '1,5'), { value: { valueDecimal: 1.5 } });
  assert.deepEqual(read(integer, '1.5'), { issue: { rule: 'not-a-whole-number' } });
  assert.deepEqual(read(integer, 'ten'), { issue: { rule: 'not-a-whole-number' } });
  assert.deepEqual(read(decimal, '1e5'), { issue: { rule: 'not-a-number' } });
  assert.deepEqual(read(integer, '   '), { value: undefined });
});

test('what was read is written as it would be typed in that language', () => {
  assert.equal(written(part({ type: 'decimal' }), { valueDecimal: 1.5 }, 'es'), '1,5');
  assert.equal(written(part({ type: 'decimal' }), { valueDecimal: 1234.5 }, 'en'), '1234.5');
  assert.equal(written(part({ type: 'time' }), { valueTime: '21:30:00' }, 'en'), '21:30');
});

test('text is freed of what FHIR does not take, and of nothing else', () => {
  assert.equal(cleaned('  a\u0000b\u0007\tc\r\nd\ud800 😀 '), 'ab\tc\nd 😀');
});

test('each rule of a question is told with its bound', () => {
  const ranged = part({ type: 'integer', extension: [{ url: `${CORE}minValue`, valueInteger: 1 }, { url: `${CORE}maxValue`, valueInteger: 5 }] });
  assert.deepEqual(issueOf(ranged, { valueInteger: 0 }), { rule: 'too-low', bound: 1 });
  assert.deepEqual(issueOf(ranged, { valueInteger: 6 }), { rule: 'too-high', bound: 5 });
  assert.equal(issueOf(ranged, { valueInteger: 5 }), undefined);
  assert.deepEqual(issueOf(ranged, { valueInteger: 3000000000 }), { rule: 'not-a-whole-number' });

  const short = part({ maxLength: 3, extension: [{ url: `${CORE}minLength`, valueInteger: 2 }] });
  assert.deepEqual(issueOf(short, { valueString: 'a' }), { rule: 'too-short', bound: 2 });
  assert.deepEqual(issueOf(short, { valueString: 'abcd' }), { rule: 'too-long', bound: 3 });

  const code = part({ extension: [{ url: `${CORE}regex`, valueString: '[A-Z]{2}|x' }] });
  assert.deepEqual(issueOf(code, { valueString: 'xy' }), { rule: 'format' }, 'the whole answer has to fit');
  assert.equal(issueOf(code, { valueString: 'AB' }), undefined);

  const places = part({ type: 'decimal', extension: [{ url: `${CORE}maxDecimalPlaces`, valueInteger: 1 }] });
  assert.deepEqual(issueOf(places, { valueDecimal: 1.25 }), { rule: 'decimals', bound: 1 });
  assert.equal(issueOf(places, { valueDecimal: 1.5 }), undefined);
  assert.deepEqual(issueOf(places, { valueDecimal: 1e-7 }), { rule: 'decimals', bound: 1 });

  assert.deepEqual(issueOf(part({ type: 'date' }), { valueDate: '2026-02-30' }), { rule: 'not-a-date' });
  assert.equal(issueOf(part({ type: 'date' }), { valueDate: '2024-02-29' }), undefined);
  assert.deepEqual(issueOf(part({ type: 'time' }), { valueTime: '24:00:00' }), { rule: 'not-a-time' });
  assert.deepEqual(issueOf(part({ type: 'url' }), { valueUri: 'no link' }), { rule: 'not-a-link' });

  const photo = part({ type: 'attachment', extension: [{ url: `${CORE}mimeType`, valueCode: 'image/png' }, { url: `${CORE}maxSize`, valueDecimal: 10 }] });
  assert.deepEqual(issueOf(photo, { valueAttachment: { contentType: 'application/pdf' } }), { rule: 'media-type' });
  assert.deepEqual(issueOf(photo, { valueAttachment: { contentType: 'image/png', size: 11 } }), { rule: 'too-large', bytes: 10 });
});

test('bounds of moments are those of the instant, whatever the offset', () => {
  const from = part({ type: 'dateTime', extension: [{ url: `${CORE}minValue`, valueDateTime: '2026-03-01T00:00:00Z' }] });
  assert.equal(issueOf(from, { valueDateTime: '2026-02-28T23:30:00-01:00' }), undefined);
  assert.deepEqual(issueOf(from, { valueDateTime: '2026-03-01T00:30:00+01:00' }), { rule: 'too-low', bound: '2026-03-01T00:00:00Z' });
});

test('what stands alone takes the others away, and goes when another is chosen', () => {
  const none = { valueCoding: { system: 's', code: 'none' } };
  const [a, b] = ['a', 'b'].map((code) => ({ valueCoding: { system: 's', code } })) as unknown as [{}, {}];
  const many = part({ type: 'choice', repeats: true, answerOption: [a, b,
    { ...none, extension: [{ url: `${CORE}questionnaire-optionExclusive`, valueBoolean: true }] }] });
  assert.deepEqual(toggled(many, [a, b], none, true), [none]);
  assert.deepEqual(toggled(many, [none], a, true), [a]);
  assert.deepEqual(toggled(many, [a, b], a, false), [b]);
});
