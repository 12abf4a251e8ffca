import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageFor, languagesOf } from '../../main/web/form/languages.ts';
import { readWorksheet } from '../../main/web/form/reading.ts';
import { en } from '../../main/web/words/en.ts';
import { es } from '../../main/web/words/es.ts';
import { momentOf, stampOf } from '../../main/web/view/moments.ts';
import { worksheetNamed, worksheets } from './library.ts';

test('our own worksheets are offered in Spanish, a standard measure only in the language that was verified', () => {
  for (const worksheet of worksheets().map(readWorksheet)) {
    const isMeasure = worksheet.copyright?.includes('LOINC');
    assert.deepEqual(languagesOf(worksheet), isMeasure ? ['en'] : ['en', 'es'], worksheet.canonical);
  }
});

test('a region matters less than its language, and what nobody speaks is not offered', () => {
  const worksheet = readWorksheet(worksheetNamed('thought-record-5'));
  assert.equal(languageFor(worksheet, ['de', 'es-MX'], ['en', 'es']), 'es');
  assert.equal(languageFor(worksheet, ['es'], ['en']), 'en');
  assert.equal(languageFor(readWorksheet(worksheetNamed('phq-9')), ['es'], ['en', 'es']), 'en');
});

test('one string that is missing takes a language away', () => {
  const worksheet = worksheetNamed('thought-record-5');
  delete worksheet.item!.find((item) => item.linkId === 'when')!._text;
  assert.deepEqual(languagesOf(readWorksheet(worksheet)), ['en']);
});

test('the words of both languages put in the same things', () => {
  const holes = (words: object): unknown => Object.entries(words).map(([name, said]) =>
    [name, typeof said === 'string' ? [...said.matchAll(/\{\w+}/g)].map(([hole]) => hole).sort() : holes(said)]);
  assert.deepEqual(holes(es), holes(en));
});

test('a moment has the offset of its own day, not of today', () => {
  const zone = process.env['TZ'];
  process.env['TZ'] = 'Europe/Berlin';
  assert.equal(momentOf('2026-03-28', '21:30'), '2026-03-28T21:30:00+01:00');
  assert.equal(momentOf('2026-03-29', '21:30'), '2026-03-29T21:30:00+02:00');
  assert.equal(momentOf('2026-03-29', '02:30'), '2026-03-29T03:30:00+02:00', 'a time that the clocks skip');
  assert.equal(momentOf('2026-03-29', ''), '2026-03-29');
  process.env['TZ'] = 'Asia/Kathmandu';
  assert.equal(stampOf(new Date('2026-03-29T00:00:05Z')), '2026-03-29T05:45:05+05:45');
  if (zone === undefined) {
    delete process.env['TZ'];
  } else {
    process.env['TZ'] = zone;
  }
});
