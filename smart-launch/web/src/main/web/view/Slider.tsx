import type { Entry } from '../form/entry.ts';
import { say } from '../words/words.ts';
import { Clear } from './Clear.tsx';
import { describedBy, hintsId, idOf } from './Caption.tsx';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';
import { Trouble } from './Trouble.tsx';

/** A scale that is not set until it is touched. */
export function Slider({ entry }: { entry: Entry }) {
  const { sheet, words, text } = usePage();
  const field = entry.field!;
  const { part } = field;
  const id = idOf(field);
  const [min, max, step] = [Number(part.min ?? 0), Number(part.max ?? 10), part.step ?? 1];
  const middle = min + Math.round((max - min) / 2 / step) * step;
  const held = part.type === 'decimal' ? entry.value?.valueDecimal : entry.value?.valueInteger;
  const isSet = held !== undefined;
  const set = (value: number) => {
    const within = Math.min(max, Math.max(min, value));
    sheet.answer(entry, part.type === 'decimal' ? { valueDecimal: within } : { valueInteger: within });
  };
  const nudge = (by: number) => set(isSet ? held + by : middle);
  const told = isSet ? say(words.ofMost, { n: held, most: max }) : words.notSet;
  const name = part.text ? text(part.text) : '';
  const first = (event: Event) => { if (!isSet) { set(Number((event.currentTarget as HTMLInputElement).value)); } };
  return (
    <div class="slide">
      <output for={id} aria-hidden="true">{isSet ? <b>{told}</b> : <span class="quiet">{told}</span>}</output>
      <button type="button" class="btn" aria-label={say(words.lower, { label: name })} onClick={() => nudge(-step)}><Icon is="minus" /></button>
      <input id={id} type="range" min={min} max={max} step={step} value={held ?? middle} class={isSet ? '' : 'unset'}
        aria-valuetext={told} aria-describedby={describedBy(hintsId(field), `${id}-ends`)}
        ref={(input) => input?.style.setProperty('--at', `${((held ?? min) - min) / (max - min) * 100}%`)}
        onInput={(event) => set(Number(event.currentTarget.value))}
        onClick={first} onPointerUp={first}
        onKeyDown={(event) => {
          if (!isSet && /^(Arrow|Page|Home|End)/.test(event.key)) {
            event.preventDefault();
            set(event.key === 'Home' ? min : event.key === 'End' ? max : middle);
          }
        }} />
      <button type="button" class="btn" aria-label={say(words.higher, { label: name })} onClick={() => nudge(step)}><Icon is="plus" /></button>
      <span class="ends" id={`${id}-ends`}>
        <span>{min}{part.lower && ` ${text(part.lower)}`}</span>
        <span>{max}{part.upper && ` ${text(part.upper)}`}</span>
      </span>
      <Trouble issue={sheet.issueOf(entry)} part={part} id={`${id}-trouble`} />
      <Clear field={field} />
    </div>
  );
}
