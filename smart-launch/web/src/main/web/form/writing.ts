import type { QuestionnaireResponse, ResponseAnswer, ResponseItem, Value } from '../fhir/types.ts';
import { isAnswered } from './checking.ts';
import { sent, type Entry, type Field } from './entry.ts';
import { cleaned } from './values.ts';

/** A response as it stands, and where in it each field and each instance went. */
export interface Written {
  readonly items: ResponseItem[];
  readonly places: ReadonlyMap<Field | Entry, ResponseItem>;
}

/**
 * Writes the items of a response: what is asked and answered, in the order of the form.
 *
 * @param isSendable false for a value that breaks a rule of its question: the server would refuse the whole for it
 */
export function write(root: Entry, isEnabled: (field: Field) => boolean, isSendable: (entry: Entry) => boolean): Written {
  const places = new Map<Field | Entry, ResponseItem>();
  const itemsIn = (entry: Entry): ResponseItem[] => entry.fields.filter(isEnabled).flatMap(itemsOf);

  const itemsOf = (field: Field): ResponseItem[] => {
    const { part } = field;
    if (part.type === 'display') {
      return [];
    }
    if (part.type === 'group') {
      const most = part.repeats ? part.maxOccurs ?? Infinity : 1;
      let count = 0;
      return field.entries.flatMap((entry) => {
        const item = count < most ? itemsIn(entry) : [];
        if (item.length === 0) {
          return [];
        }
        count += 1;
        const written: ResponseItem = { linkId: part.linkId, item };
        places.set(entry, written);
        return [written];
      });
    }
    const answer = sent(field)
      .filter((entry) => isAnswered(entry.value) && isSendable(entry))
      .map((entry): ResponseAnswer => {
        const item = itemsIn(entry);
        return { ...tidy(entry.value!), ...(item.length > 0 && { item }) };
      });
    if (answer.length === 0) {
      return [];
    }
    const written: ResponseItem = { linkId: part.linkId, answer };
    places.set(field, written);
    return [written];
  };
  return { items: itemsIn(root), places };
}

/** Puts the answers of a response into an empty sheet; what the worksheet does not ask is told, not dropped in silence. */
export function restore(root: Entry, response: QuestionnaireResponse): string[] {
  const strangers: string[] = [];
  const level = (entry: Entry, items: readonly ResponseItem[]) => {
    for (const item of items) {
      const field = entry.fields.find((candidate) => candidate.part.linkId === item.linkId);
      if (!field || field.part.type === 'display') {
        strangers.push(item.linkId);
      } else if (field.part.type === 'group') {
        level(spare(field), item.item ?? []);
      } else {
        item.answer?.forEach(({ item: below, ...value }) => {
          if (isAnswered(value)) {
            const answer = spare(field);
            answer.value = value;
            answer.touched = true;
            level(answer, below ?? []);
          }
        });
      }
    }
  };
  const used = new Set<Entry>();
  const spare = (field: Field): Entry => {
    const free = field.entries.find((entry) => !used.has(entry)) ?? field.grow();
    used.add(free);
    return free;
  };
  level(root, response.item ?? []);
  return strangers;
}

/** Blanks around words stay in the box while one types, and are not sent. */
function tidy(value: Value): Value {
  return value.valueString === undefined ? value : { ...value, valueString: cleaned(value.valueString) };
}
