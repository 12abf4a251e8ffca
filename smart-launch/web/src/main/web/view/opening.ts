import { Keeping } from '../form/keeping.ts';
import { base, languageFor } from '../form/languages.ts';
import { readWorksheet } from '../form/reading.ts';
import { Sheet } from '../form/sheet.ts';
import type { WorksheetOptions } from '../index.ts';
import type { QuestionnaireResponse } from '../fhir/types.ts';
import { en } from '../words/en.ts';
import { es } from '../words/es.ts';
import type { Words } from '../words/words.ts';
import { stampOf } from './moments.ts';

/** A worksheet that is open: its sheet, its language, and where its drafts go. */
export interface Opened {
  readonly sheet: Sheet;
  readonly words: Words;
  readonly language: string;
  readonly keeping: Keeping<QuestionnaireResponse> | undefined;
  /** Settles once expressions can be evaluated and the record was asked; a record that does not answer is an empty one. */
  readonly ready: Promise<void>;
  /** Keeps drafts from now on. @returns what ends it */
  watch(): () => void;
  handIn(): Promise<void>;
}

/** Opens a worksheet. @param changed called when something has to be shown anew */
export function open(options: WorksheetOptions, changed: () => void): Opened {
  const worksheet = readWorksheet(options.questionnaire);
  const spoken = [en, es, ...options.words ?? []];
  const language = languageFor(worksheet, options.languages, spoken.map((words) => words.language));
  const words = spoken.find((candidate) => base(candidate.language) === base(language)) ?? en;
  const outside: Record<string, unknown> = Object.fromEntries(Object.entries(options.launch ?? {})
    .map(([name, { id }]) => [name, { resourceType: 'Patient', id }]));
  const sheet = new Sheet(worksheet, options.draft, outside);
  const keeping = options.save && new Keeping(options.save, () => sheet.response('in-progress', stampOf(options.now())), changed);
  return {
    sheet, words, language, keeping,
    ready: worksheet.hasExpressions ? bringExpressions(options, sheet, outside) : Promise.resolve(),
    watch: () => watch(sheet, keeping, changed),
    handIn: () => handIn(options, sheet, keeping),
  };
}

async function bringExpressions(options: WorksheetOptions, sheet: Sheet, outside: Record<string, unknown>): Promise<void> {
  const engine = import('../form/fhirpath.ts').then(({ fhirPath }) => fhirPath());
  const asked = Object.entries(sheet.worksheet.queries).map(async ([name, query]) => {
    const search = query.replace(/\{\{\s*%(\w+)\.id\s*}}/g, (_, variable: string) => options.launch?.[variable]?.id ?? '');
    outside[name] = await options.query?.(search).catch(() => undefined) ?? { resourceType: 'Bundle', type: 'searchset' };
  });
  await Promise.all(asked);
  sheet.use(await engine);
}

function watch(sheet: Sheet, keeping: Keeping<QuestionnaireResponse> | undefined, changed: () => void): () => void {
  let alarmed = sheet.safetyAnswers().length;
  const end = sheet.subscribe((byHand) => {
    if (byHand) {
      keeping?.touch();
    }
    const alarms = sheet.safetyAnswers().length;
    if (alarms > alarmed) {
      void keeping?.flush();
    }
    alarmed = alarms;
    changed();
  });
  const hide = () => { if (document.visibilityState === 'hidden') { void keeping?.flush(); } };
  document.addEventListener('visibilitychange', hide);
  return () => {
    end();
    document.removeEventListener('visibilitychange', hide);
    void keeping?.flush();
  };
}

/** No draft is saved after the response was handed in: the last save is waited for first. */
async function handIn(options: WorksheetOptions, sheet: Sheet, keeping: Keeping<QuestionnaireResponse> | undefined): Promise<void> {
  await keeping?.stop();
  const status = sheet.completeness().missing.length > 0 ? 'stopped' : 'completed';
  try {
    await options.handIn(sheet.response(status, stampOf(options.now())));
  } catch (refused) {
    keeping?.resume();
    throw refused;
  }
}
