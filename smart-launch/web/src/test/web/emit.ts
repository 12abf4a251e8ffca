import fc from 'fast-check';
import { writeSync } from 'node:fs';
import type { Questionnaire } from '../../main/web/fhir/types.ts';
import { fhirPath } from '../../main/web/form/fhirpath.ts';
import { readWorksheet } from '../../main/web/form/reading.ts';
import { Sheet } from '../../main/web/form/sheet.ts';
import { act, deed } from './acting.ts';
import { forms, worksheets } from './library.ts';

/** Fills in each form at random and prints each response: `{ form, run, response }`, one a line. */
const [seed = 1, runs = 100] = process.argv.slice(2).map(Number);
const engine = fhirPath();
const record = { patient: { resourceType: 'Patient', id: 'example' } };

for (const questionnaire of [...worksheets(), ...forms()]) {
  const worksheet = readWorksheet(questionnaire);
  const lives = fc.sample(fc.array(deed, { minLength: 10, maxLength: 60, size: 'max' }), { seed, numRuns: runs });
  lives.forEach((deeds, run) => {
    const sheet = new Sheet(worksheet, undefined, { ...record });
    if (worksheet.hasExpressions) {
      sheet.use(engine);
    }
    deeds.forEach((each) => act(sheet, each));
    print(questionnaire, run, sheet);
  });
}

function print({ id }: Questionnaire & { id?: string }, run: number, sheet: Sheet): void {
  writeSync(1, `${JSON.stringify({ form: id, run, response: sheet.response('in-progress', '2026-03-31T21:30:00+02:00') })}\n`);
}
