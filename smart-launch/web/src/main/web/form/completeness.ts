import type { Entry, Field } from './entry.ts';
import { isAnswered } from './checking.ts';

/** How many of the required questions that are shown have an answer, and which have none. */
export interface Completeness {
  readonly required: number;
  readonly missing: readonly Field[];
}

/**
 * Counts as the server does: a required question once in each instance of its group; a required group that asks nothing
 * required as one, answered by anything in it; a repeating group that is neither required nor begun not at all.
 * An answer that breaks a rule is an answer: it is told as a problem, not as missing.
 */
export function completenessOf(root: Entry, isEnabled: (field: Field) => boolean): Completeness {
  let required = 0;
  const missing: Field[] = [];

  const holdsAnything = (entry: Entry): boolean =>
    says(entry) || entry.fields.some((field) => isEnabled(field) && field.entries.some(holdsAnything));
  const add = (field: Field, answered: boolean) => {
    required += 1;
    if (!answered) {
      missing.push(field);
    }
  };
  const level = (entry: Entry) => entry.fields.filter(isEnabled).forEach(count);
  const count = (field: Field) => {
    const { part } = field;
    const wanted = part.required && !part.readOnly && !part.hidden;
    if (part.type === 'display') {
      return;
    }
    if (part.type !== 'group') {
      const answered = field.entries.filter(says);
      if (wanted) {
        add(field, answered.length > 0 && answered.length >= (part.minOccurs ?? 0));
      }
      answered.forEach(level);
      return;
    }
    const begun = field.entries.filter(holdsAnything);
    if (wanted && !asksSomethingRequired(field)) {
      add(field, begun.length > 0);
    } else if (begun.length > 0) {
      begun.forEach(level);
    } else if (wanted || !part.repeats) {
      field.entries.slice(0, 1).forEach(level);
    }
  };
  level(root);
  return { required, missing };
}

function asksSomethingRequired(field: Field): boolean {
  const asks = (parts: Field['part']['parts']): boolean => parts.some((part) =>
    part.type !== 'display' && !part.hidden && !part.readOnly && part.required || asks(part.parts));
  return asks(field.part.parts);
}

function says(entry: Entry): boolean {
  return isAnswered(entry.value) || entry.typed !== undefined;
}
