// The worksheets of the library, the forms that its tests hold ready, and the example responses to them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const RESOURCES = '../../questionnaires/src/main/resources/org/cbthomework/questionnaires';
const FIXTURES = '../../questionnaires/src/test/resources/org/cbthomework/questionnaires';

/** @returns [{ id, kind: 'library' | 'fixture', questionnaire }], by kind and id */
export function forms() {
  return [
    ...read(`${RESOURCES}/fhir`, 'Questionnaire-').map(({ resource }) => form('library', resource)),
    ...read(`${FIXTURES}/forms`, 'Questionnaire-').map(({ resource }) => form('fixture', resource)),
  ];
}

/** @returns [{ name, form, response }]: the right responses to those forms; what has a problem is left out */
export function responses() {
  const verdicts = `${FIXTURES}/forms/verdicts.json`;
  const judged = existsSync(verdicts) ? JSON.parse(readFileSync(verdicts, 'utf8')) : {};
  const ids = new Map(forms().map(({ id, questionnaire }) => [questionnaire.url, id]));
  return ['examples', 'incomplete', 'forms/responses']
    .flatMap((folder) => read(`${FIXTURES}/${folder}`, '')
      .filter(({ name }) => (judged[`${folder}/${name}.json`]?.problems ?? []).length === 0))
    .filter(({ resource }) => resource.resourceType === 'QuestionnaireResponse')
    .flatMap(({ name, resource }) => {
      const id = ids.get(resource.questionnaire?.split('|')[0]);
      return id ? [{ name: name.replace('QuestionnaireResponse-', ''), form: id, response: resource }] : [];
    });
}

function form(kind, questionnaire) {
  return { id: questionnaire.id, kind, questionnaire };
}

function read(folder, prefix) {
  if (!existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((file) => file.startsWith(prefix) && file.endsWith('.json'))
    .sort()
    .map((file) => ({ name: file.replace('.json', ''), resource: JSON.parse(readFileSync(join(folder, file), 'utf8')) }));
}
