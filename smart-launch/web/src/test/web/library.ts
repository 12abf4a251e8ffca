import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Questionnaire, QuestionnaireItem, QuestionnaireResponse } from '../../main/web/fhir/types.ts';

const RESOURCES = '../../questionnaires/src/main/resources/org/cbthomework/questionnaires/fhir';
const FIXTURES = '../../questionnaires/src/test/resources/org/cbthomework/questionnaires';

/** A worksheet of the library. */
export function worksheetNamed(id: string): Questionnaire {
  return JSON.parse(readFileSync(join(RESOURCES, `Questionnaire-${id}.json`), 'utf8'));
}

/** All worksheets of the library. */
export function worksheets(): Questionnaire[] {
  return questionnairesIn(RESOURCES);
}

/** The forms that try out the whole subset. */
export function forms(): Questionnaire[] {
  return questionnairesIn(join(FIXTURES, 'forms'));
}

function questionnairesIn(folder: string): Questionnaire[] {
  return readdirSync(folder).filter((file) => file.startsWith('Questionnaire-')).sort()
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** A response of the fixtures, by its path below their folder. */
export function response(path: string): QuestionnaireResponse {
  return JSON.parse(readFileSync(join(FIXTURES, path), 'utf8'));
}

/** The paths of the responses in a folder of the fixtures. */
export function responsesIn(folder: string): string[] {
  return readdirSync(join(FIXTURES, folder)).filter((file) => file.endsWith('.json')).sort()
    .map((file) => join(folder, file))
    .filter((path) => response(path).resourceType === 'QuestionnaireResponse');
}

/** A Questionnaire of those items. */
export function form(...item: QuestionnaireItem[]): Questionnaire {
  return { resourceType: 'Questionnaire', url: 'https://example.org/form', version: '1', language: 'en', title: 'A form', item };
}

/** What has to be said of each response; the same for renderer and server. */
export function verdicts(): Record<string, { questionnaire: string; problems: string[]; missing: string[]; calculated: object }> {
  return JSON.parse(readFileSync(join(FIXTURES, 'forms/verdicts.json'), 'utf8'));
}
