import type { Field } from '../form/entry.ts';
import { say } from '../words/words.ts';
import { Answer } from './Answer.tsx';
import { AddAnother, useRemoving } from './adding.tsx';
import { idOf } from './Caption.tsx';
import { usePage } from './page.ts';

/** One answer or more, each in a place of its own. */
export function Repeated({ field }: { field: Field }) {
  const { sheet, words, text } = usePage();
  const { remove, undo } = useRemoving();
  const name = field.part.text ? text(field.part.text) : '';
  return (
    <>
      {field.entries.map((entry, at) => (
        <div class="one" key={entry.key}>
          <Answer entry={entry} id={at === 0 ? idOf(field) : `${idOf(field)}-${entry.key}`}
            label={field.part.repeats ? `${name} ${at + 1}` : name} />
          {field.entries.length > 1 && (
            <button type="button" class="btn plain" aria-label={say(words.removeThis, { label: `${name} ${at + 1}` })}
              onClick={() => remove(entry)}>{words.remove}</button>
          )}
        </div>
      ))}
      {undo}
      {sheet.mayGrow(field) && <AddAnother field={field} />}
    </>
  );
}
