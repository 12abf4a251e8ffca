import type { RefObject, TargetedPointerEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { ink } from './ink.ts';
import type { Pen } from './pens.ts';
import { onPaper, type Point, type Stroke } from './strokes.ts';

/** A stroke that is being drawn. */
export interface Hand {
  /** Whether a pen is down. */
  readonly isDown: () => boolean;
  /** Puts the pen down. */
  down(point: Point): void;
  move(points: readonly Point[]): void;
  /** Takes the pen up. */
  up(): void;
  readonly pointer: {
    onPointerDown(event: TargetedPointerEvent<HTMLCanvasElement>): void;
    onPointerMove(event: TargetedPointerEvent<HTMLCanvasElement>): void;
    onPointerUp(event: TargetedPointerEvent<HTMLCanvasElement>): void;
    onPointerCancel(event: TargetedPointerEvent<HTMLCanvasElement>): void;
  };
}

/** Draws at once what the hand does, and gives the stroke when the pen is taken up. */
export function useHand(canvas: RefObject<HTMLCanvasElement | null>, pen: Pen, onStroke: (stroke: Stroke) => void): Hand {
  const stroke = useRef<Stroke & { points: Point[] }>(undefined);
  const holding = useRef<number>(undefined);

  const drawFrom = (from: number) => {
    const context = canvas.current?.getContext('2d');
    if (context && stroke.current) {
      ink(context, stroke.current, from);
    }
  };
  const down = (point: Point) => {
    stroke.current = { ...pen, points: [point] };
    drawFrom(0);
  };
  const move = (points: readonly Point[]) => {
    const from = stroke.current?.points.length ?? 0;
    stroke.current?.points.push(...points);
    drawFrom(from);
  };
  const up = () => {
    const drawn = stroke.current;
    stroke.current = undefined;
    holding.current = undefined;
    if (drawn) {
      onStroke(drawn);
    }
  };
  const leave = (event: PointerEvent) => {
    if (event.pointerId === holding.current) {
      up();
    }
  };
  return {
    isDown: () => stroke.current !== undefined,
    down,
    move,
    up,
    pointer: {
      onPointerDown: (event) => {
        // A second finger, or the ball of the hand, does not draw.
        if (holding.current !== undefined || event.button !== 0) {
          return;
        }
        up();
        holding.current = event.pointerId;
        event.currentTarget.setPointerCapture(event.pointerId);
        down(pointOf(event, event.currentTarget));
      },
      onPointerMove: (event) => {
        if (event.pointerId === holding.current) {
          const between = event.getCoalescedEvents?.() ?? [];
          move((between.length > 0 ? between : [event]).map((each) => pointOf(each, event.currentTarget)));
        }
      },
      onPointerUp: leave,
      // What was drawn until the system took the hand away is kept.
      onPointerCancel: leave,
    },
  };
}

/** Fingers and mice report no pressure, or always the same. */
function pointOf(event: PointerEvent, canvas: HTMLCanvasElement): Point {
  const { left, top, width, height } = canvas.getBoundingClientRect();
  const press = event.pointerType === 'pen' && event.pressure > 0 ? 0.4 + 1.2 * event.pressure : 1;
  return onPaper((event.clientX - left) / width, (event.clientY - top) / height, press);
}
