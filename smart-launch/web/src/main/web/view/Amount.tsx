import type { Quantity } from '../fhir/types.ts';
import { useState } from 'preact/hooks';
import type { Part } from '../form/definition.ts';
import type { Entry } from '../form/entry.ts';
import { usePage } from './page.ts';
import { Trouble } from './Trouble.tsx';
import { read } from './typing.ts';

/** A number with its unit. */
export function Amount({ entry, id }: { entry: Entry; id: string }) {
  const { sheet, words, text, tried } = usePage();
  const { part } = entry.field!;
  const [typing, setTyping] = useState<string>();
  const [unit, setUnit] = useState(() => unitAt(entry.value?.valueQuantity, part.units));
  const change = (typed: string, at: number) => {
    const result = read({ ...part, type: 'decimal' }, typed);
    const chosen = part.units[at];
    if ('issue' in result) {
      sheet.mistype(entry, typed, result.issue);
    } else {
      sheet.answer(entry, result.value && { valueQuantity: { value: result.value.valueDecimal!, ...(chosen && {
        unit: chosen.label.plain, ...(chosen.system && { system: chosen.system }), ...(chosen.code && { code: chosen.code }) }) } });
    }
  };
  const value = typing ?? entry.typed?.text ?? String(entry.value?.valueQuantity?.value ?? '');
  const issue = typing === undefined || tried ? sheet.issueOf(entry) : undefined;
  return (
    <>
      <div class="typed">
        <input id={id} class="short" type="text" inputMode="decimal" autocomplete="off" value={value}
          aria-labelledby={`${id}-name`} aria-describedby={`${id}-trouble`} aria-invalid={issue ? true : undefined}
          onInput={(event) => { setTyping(event.currentTarget.value); change(event.currentTarget.value, unit); }}
          onBlur={() => setTyping(undefined)} />
        {part.units.length === 1 && <span class="unit">{text(part.units[0]!.label)}</span>}
        {part.units.length > 1 && (
          <select aria-label={words.unit} value={String(unit)}
            onChange={(event) => { const at = Number(event.currentTarget.value); setUnit(at); change(value, at); }}>
            {part.units.map((each, at) => <option key={at} value={String(at)}>{text(each.label)}</option>)}
          </select>
        )}
      </div>
      <Trouble issue={issue} part={part} id={`${id}-trouble`} />
    </>
  );
}

function unitAt(held: Quantity | undefined, units: Part['units']): number {
  return Math.max(0, units.findIndex((unit) => unit.code ? unit.code === held?.code : unit.label.plain === held?.unit));
}
