import { useState } from 'preact/hooks';
import { ownWords } from '../form/choosing.ts';
import type { Field } from '../form/entry.ts';
import { cleaned, same } from '../form/values.ts';
import { describedBy, hintsId, idOf } from './Caption.tsx';
import { labelOf } from './options.ts';
import { usePage } from './page.ts';
import { Trouble } from './Trouble.tsx';

const NONE = '';
const OWN = 'own';

/** A list to choose from, with a place for one's own words where the question takes them. */
export function DropDown({ field }: { field: Field }) {
  const { sheet, words, text, tried } = usePage();
  const { part } = field;
  const entry = field.entries[0]!;
  const options = sheet.optionsOf(field);
  const own = ownWords(field.values, options);
  const [wantsOwn, setWantsOwn] = useState(false);
  const isOpen = part.type === 'open-choice';
  const writes = isOpen && (wantsOwn || own !== undefined || options.length === 0);
  const at = options.findIndex((option) => entry.value && same(option, entry.value));
  const choose = (chosen: string) => {
    setWantsOwn(chosen === OWN);
    sheet.answer(entry, chosen === OWN || chosen === NONE ? undefined : options[Number(chosen)]);
  };
  const openLabel = part.openLabel ? text(part.openLabel) : words.otherText;
  return (
    <>
      {options.length > 0 && (
        <select id={idOf(field)} aria-describedby={describedBy(hintsId(field), `${idOf(field)}-trouble`)}
          value={writes ? OWN : at < 0 ? NONE : String(at)} onChange={(event) => choose(event.currentTarget.value)}>
          <option value={NONE}>{words.choose}</option>
          {options.map((option, place) => <option key={place} value={String(place)}>{labelOf(part, option, text, words.language)}</option>)}
          {isOpen && <option value={OWN}>{part.openLabel ? text(part.openLabel) : words.other}</option>}
        </select>
      )}
      {writes && (
        <input type="text" autocomplete="off" maxLength={part.maxLength} value={own?.valueString ?? ''}
          id={options.length === 0 ? idOf(field) : `${idOf(field)}-own`}
          aria-label={options.length === 0 ? undefined : openLabel}
          onInput={(event) => {
            const typed = event.currentTarget.value;
            setWantsOwn(true);
            sheet.answer(entry, cleaned(typed) === '' ? undefined : { valueString: typed });
          }} />
      )}
      <Trouble issue={tried ? sheet.issueOf(entry) : undefined} part={part} id={`${idOf(field)}-trouble`} />
    </>
  );
}
