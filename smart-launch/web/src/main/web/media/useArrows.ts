import { useState } from 'preact/hooks';
import { onPaper, PAPER, type Point } from './strokes.ts';
import type { Hand } from './useHand.ts';

/** Parts of the paper's width that an arrow key moves; with Shift, for small things. */
const STEP = 0.02;
const SMALL_STEP = 0.005;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1],
};

export interface Arrows {
  /** Where the pen is; none while another hand draws. */
  readonly at: Point | undefined;
  readonly isDown: boolean;
  onKeyDown(event: KeyboardEvent): void;
  /** The pen is taken up, and out of sight. */
  leave(): void;
}

/** Draws by keyboard: arrow keys move the pen, space puts it down and up. */
export function useArrows(hand: Hand): Arrows {
  const [at, setAt] = useState(() => onPaper(0.5, 0.5));
  const [isShown, setShown] = useState(false);
  const [isDown, setDown] = useState(false);
  const up = () => {
    setDown(false);
    hand.up();
  };
  return {
    at: isShown ? at : undefined,
    isDown,
    onKeyDown: (event) => {
      const arrow = ARROWS[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey || !(arrow || event.key === ' ')) {
        return;
      }
      event.preventDefault();
      setShown(true);
      if (arrow) {
        const step = event.shiftKey ? SMALL_STEP : STEP;
        const to = onPaper(at.x + arrow[0] * step, at.y + (arrow[1] * step * PAPER.across) / PAPER.down);
        setAt(to);
        hand.move([to]);
      } else if (isDown) {
        up();
      } else if (!event.repeat) {
        hand.down(at);
        setDown(true);
      }
    },
    leave: () => {
      if (isDown) {
        up();
      }
      setShown(false);
    },
  };
}
