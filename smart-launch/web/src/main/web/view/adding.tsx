import { useState } from 'preact/hooks';
import type { Entry, Field } from '../form/entry.ts';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';

/** One more; the focus goes to its first control. */
export function AddAnother({ field }: { field: Field }) {
  const { sheet, words } = usePage();
  const add = () => {
    const entry = sheet.add(field);
    requestAnimationFrame(() => {
      const selector = `[data-entry="${entry.key}"] :is(input, select, textarea), [id$="${entry.key}"]`;
      document.querySelector<HTMLElement>(selector)?.focus();
    });
  };
  return <button type="button" class="btn" aria-describedby={`${field.within?.key ?? 'top'}-${field.part.linkId}-name`} onClick={add}><Icon is="plus" />{words.add}</button>;
}

/** Takes an instance away, and offers it back; the focus goes to the offer. */
export function useRemoving() {
  const { sheet, words } = usePage();
  const [restore, setRestore] = useState<(() => void) | undefined>();
  const remove = (entry: Entry) => setRestore(() => sheet.remove(entry));
  const undo = (
    <div role="status" class="undo">
      {restore && (
        <>
          {words.removed}{' '}
          <button type="button" class="btn plain" ref={(button) => { if (button && document.activeElement === document.body) { button.focus(); } }}
            onClick={() => { restore(); setRestore(undefined); }}>{words.undo}</button>
        </>
      )}
    </div>
  );
  return { remove, undo };
}
