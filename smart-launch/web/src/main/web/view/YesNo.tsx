import type { Field } from '../form/entry.ts';
import { idOf } from './Caption.tsx';
import { Clear } from './Clear.tsx';
import { usePage } from './page.ts';

/** Yes or no, or neither. */
export function YesNo({ field }: { field: Field }) {
  const { sheet, words } = usePage();
  const entry = field.entries[0]!;
  const held = entry.value?.valueBoolean;
  return (
    <>
      <div class="picks">
        {[true, false].map((value) => (
          <label class="pick" key={String(value)}>
            <input type="radio" name={idOf(field)} id={value ? idOf(field) : undefined} checked={held === value}
              onChange={() => sheet.answer(entry, { valueBoolean: value })} />
            {value ? words.yes : words.no}
          </label>
        ))}
      </div>
      <Clear field={field} />
    </>
  );
}
