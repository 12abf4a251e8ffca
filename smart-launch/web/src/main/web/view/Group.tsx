import type { Entry, Field } from '../form/entry.ts';
import { say } from '../words/words.ts';
import { AddAnother, useRemoving } from './adding.tsx';
import { Caption, Hints, hintsId, idOf } from './Caption.tsx';
import { FieldViews } from './FieldView.tsx';
import { usePage } from './page.ts';

/** Questions that belong together; each instance on its own where they repeat. */
export function Group({ field, level }: { field: Field; level: number }) {
  const { sheet } = usePage();
  const { remove, undo } = useRemoving();
  const { part } = field;
  return (
    <fieldset class="part group" aria-describedby={hintsId(field)}>
      <legend id={`${idOf(field)}`} tabIndex={-1}><Caption field={field} level={level} id={`${idOf(field)}-name`} /></legend>
      <Hints field={field} id={`${idOf(field)}-hint`} />
      {part.repeats
        ? field.entries.map((entry, at) => <Instance key={entry.key} entry={entry} at={at} level={level} onRemove={() => remove(entry)} />)
        : <FieldViews fields={field.entries[0]!.fields} level={level + 1} />}
      {undo}
      {sheet.mayGrow(field) && <AddAnother field={field} />}
    </fieldset>
  );
}

function Instance({ entry, at, level, onRemove }: { entry: Entry; at: number; level: number; onRemove: () => void }) {
  const { words } = usePage();
  const field = entry.field!;
  const isAlone = field.entries.length === 1;
  return (
    <div class="instance" role="group" aria-label={`${at + 1}`} data-entry={entry.key}>
      {!isAlone && (
        <header>
          <span class="count">{at + 1}</span>
          <button type="button" class="btn plain" aria-label={say(words.removeThis, { label: String(at + 1) })} onClick={onRemove}>{words.remove}</button>
        </header>
      )}
      <FieldViews fields={entry.fields} level={level + 1} />
    </div>
  );
}
