import { useId } from 'preact/hooks';
import type { Words } from '../words/words.ts';
import { INKS, NIBS, type Pen } from './pens.ts';

interface PenChoiceProps {
  readonly pen: Pen;
  readonly words: Words['media'];
  onPen(pen: Pen): void;
}

/** Which pen and which ink: named in words, shown as they draw. */
export function PenChoice({ pen, words, onPen }: PenChoiceProps) {
  const group = useId();
  return (
    <div class="media-pens">
      <fieldset>
        <legend>{words.pen}</legend>
        {NIBS.map(({ name, width }) => (
          <label class="media-pen" key={name}>
            <input type="radio" name={`${group}-nib`} checked={pen.width === width} onChange={() => onPen({ ...pen, width })} />
            <span class={`media-nib media-${name}`} aria-hidden="true" />
            {words[name]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.colour}</legend>
        {INKS.map(({ name, colour }) => (
          <label class="media-pen" key={name}>
            <input type="radio" name={`${group}-ink`} checked={pen.colour === colour} onChange={() => onPen({ ...pen, colour })} />
            <span class="media-ink" style={{ background: colour }} aria-hidden="true" />
            {words[name]}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
