import type { Field } from '../form/entry.ts';
import { idOf } from './Caption.tsx';
import { usePage } from './page.ts';

/** Takes an answer back that cannot be unpicked otherwise. The focus goes to the question. */
export function Clear({ field }: { field: Field }) {
  const { sheet, words } = usePage();
  const entry = field.entries[0];
  return entry?.value === undefined ? null : (
    <button type="button" class="btn plain clear" aria-describedby={`${idOf(field)}-name`}
      onClick={() => { sheet.answer(entry, undefined); document.getElementById(idOf(field))?.focus(); }}>{words.clear}</button>
  );
}
