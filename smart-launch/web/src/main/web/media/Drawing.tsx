import { useEffect, useId, useState } from 'preact/hooks';
import type { Words } from '../words/words.ts';
import { isBlank } from './paper.ts';
import { PenChoice } from './PenChoice.tsx';
import { FIRST_PEN } from './pens.ts';
import type { Sketch } from './sketch.ts';
import type { Mark } from './strokes.ts';
import { useArrows } from './useArrows.ts';
import { useHand } from './useHand.ts';
import { usePaper } from './usePaper.ts';

interface DrawingProps {
  /** Keeps the marks: closing the paper loses nothing. */
  readonly sketch: Sketch;
  readonly words: Words['media'];
  onUse(): void;
  onCancel(): void;
}

/** White paper and a few pens. */
export function Drawing({ sketch, words, onUse, onCancel }: DrawingProps) {
  const [marks, setMarks] = useState(sketch.marks);
  const [pen, setPen] = useState(FIRST_PEN);
  const help = useId();
  const mark = (next: readonly Mark[]) => {
    sketch.marks = next;
    setMarks(next);
  };
  const canvas = usePaper(marks, sketch.beneath);
  const hand = useHand(canvas, pen, (stroke) => mark([...sketch.marks, stroke]));
  const arrows = useArrows(hand);
  const blank = isBlank(marks, sketch.beneath);
  useEffect(() => canvas.current?.focus(), []);

  // Not "disabled": the button that empties the paper would lose the focus by it.
  const button = (label: string, may: boolean, press: () => void, look = 'btn') => (
    <button type="button" class={look} aria-disabled={!may} onClick={() => may && press()}>{label}</button>
  );
  return (
    <div class="media-drawing">
      <p class="media-hint" id={help}>{words.drawingHelp}</p>
      <div class="media-paper">
        <canvas ref={canvas} tabIndex={0} role="application" aria-label={words.drawing} aria-describedby={help}
          {...hand.pointer} onPointerDown={(event) => { arrows.leave(); hand.pointer.onPointerDown(event); }}
          onKeyDown={arrows.onKeyDown} onBlur={arrows.leave} />
        {arrows.at && (
          // Left and top on purpose: paper is not mirrored where writing is.
          <span class="media-cursor" data-down={arrows.isDown} aria-hidden="true"
            style={{ left: `${arrows.at.x * 100}%`, top: `${arrows.at.y * 100}%` }} />
        )}
      </div>
      <p class="sr" role="status">{arrows.at && (arrows.isDown ? words.penDown : words.penUp)}</p>
      <div class="media-actions">
        {button(words.undoStroke, marks.length > 0, () => mark(marks.slice(0, -1)))}
        {button(words.clearDrawing, !blank, () => mark([...marks, 'cleared']))}
      </div>
      <PenChoice pen={pen} words={words} onPen={setPen} />
      <div class="media-actions media-end">
        {button(words.useDrawing, !blank, onUse, 'btn main')}
        <button type="button" class="btn plain" onClick={onCancel}>{words.cancel}</button>
      </div>
    </div>
  );
}
