import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare } from '../../main/web/form/values.ts';
import { fieldsIn } from '../../main/web/form/entry.ts';
import { fhirPath } from '../../main/web/form/fhirpath.ts';
import { readWorksheet } from '../../main/web/form/reading.ts';
import { Sheet } from '../../main/web/form/sheet.ts';
import { forms, response, verdicts, worksheets } from './library.ts';

/** What the renderer says of a stored response: the server is held to the same file. */
function judged(path: string, url: string) {
  const questionnaire = [...worksheets(), ...forms()].find((candidate) => candidate.url === url);
  assert.ok(questionnaire, url);
  const sheet = new Sheet(readWorksheet(questionnaire), response(path));
  sheet.use(fhirPath());
  const linkIds = (fields: { part: { linkId: string } }[]) => [...new Set(fields.map((field) => field.part.linkId))].sort();
  return {
    problems: [...new Set([...linkIds([...sheet.problems().map((problem) => problem.field), ...sheet.unasked()]),
      ...sheet.strangers])].sort(),
    missing: linkIds([...sheet.completeness().missing]),
    calculated: calculatedIn(sheet),
  };
}

/** Where both differ on purpose, and why. */
const DIFFERENCES: Record<string, string> = {
  'forms/responses/expressions-nothing.json': 'the renderer shows one empty instance, the response has none',
  'forms/responses/repeats-missing.json': 'an instance without anything in it is none to the renderer, which never writes one',
  'forms/responses/repeats-question-in-several-items.json': 'the renderer takes the answers together, and writes them so',
  'wrong/daily-anxiety-reflection-slider-out-of-range.json': 'no condition of the renderer rests on an answer that it would not send',
  'wrong/gad-7-foreign-code.json': 'the renderer calculates from what it would send',
  'wrong/gad-7-total-out-of-range.json': 'the renderer does not believe a stored total, it calculates its own',
  'wrong/gad-7-unknown-item.json': 'the renderer leaves out what is not asked, and calculates from the rest',
  'wrong/phq-9-foreign-code.json': 'the renderer calculates from what it would send',
  'wrong/phq-9-total-out-of-range.json': 'the renderer does not believe a stored total, it calculates its own',
  'wrong/slider-out-of-range.json': 'the renderer calculates from what it would send',
};

/** One value, or those of all instances where the question stands in several. */
function calculatedIn(sheet: Sheet) {
  const found = new Map<string, unknown[]>();
  const instances = new Map<string, number>();
  for (const field of fieldsIn(sheet.root)) {
    const { linkId, calculatedExpression } = field.part;
    if (calculatedExpression && sheet.isEnabled(field)) {
      instances.set(linkId, (field.within?.field?.part.repeats ? 2 : 0) + (instances.get(linkId) ?? 0));
      found.set(linkId, [...found.get(linkId) ?? [], field.values[0] ? bare(field.values[0]) : null]);
    }
  }
  return Object.fromEntries([...found].flatMap(([linkId, values]) =>
    instances.get(linkId)! > 0 ? [[linkId, values]] : values[0] === null ? [] : [[linkId, values[0]]]));
}

for (const [path, { questionnaire, ...expected }] of Object.entries(verdicts())) {
  const reason = DIFFERENCES[path];
  if (reason) {
    test(`the renderer differs from the server on ${path}: ${reason}`, () => {
      assert.notDeepEqual(judged(path, questionnaire), expected);
    });
  } else {
    test(`the renderer says of ${path} what the server says`, () => {
      assert.deepEqual(judged(path, questionnaire), expected);
    });
  }
}
