import type { Questionnaire, QuestionnaireResponse } from '../fhir/types.ts';

/** A worksheet on show. */
export interface Form {
  readonly id: string;
  readonly kind: 'library' | 'fixture';
  readonly questionnaire: Questionnaire;
}

/** An example of an answered worksheet. */
export interface Example {
  readonly name: string;
  readonly form: string;
  readonly response: QuestionnaireResponse;
}

/** All worksheets and example responses, as they were when the demo was built. */
export interface Shelf {
  readonly forms: readonly Form[];
  readonly examples: readonly Example[];
}

export async function loadShelf(): Promise<Shelf> {
  const [forms, examples] = await Promise.all(['forms', 'responses'].map(async (name) =>
    (await fetch(`data/${name}.json`)).json()));
  return { forms, examples };
}

/** The example that a state names: `draft` is the first that is not finished, `complete` the first that is. */
export function exampleFor(shelf: Shelf, form: string, state: string): Example | undefined {
  const own = shelf.examples.filter((example) => example.form === form);
  switch (state) {
    case 'empty':
      return undefined;
    case 'draft':
      return own.find(({ response }) => response.status === 'in-progress') ?? own[0];
    case 'complete':
      return own.find(({ name }) => name.endsWith('-complete')) ?? own.find(({ response }) => response.status === 'completed');
    default:
      return own.find(({ name }) => name === state);
  }
}
