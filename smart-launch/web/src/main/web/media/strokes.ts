/** A place on the paper: 0 to 1 across and down, so that it stays where it is when the paper changes size. */
export interface Point {
  readonly x: number;
  readonly y: number;
  /** How hard the pen is pressed: 1 is usual. */
  readonly press: number;
}

export interface Stroke {
  readonly colour: string;
  /** Part of the paper's width. */
  readonly width: number;
  readonly points: readonly Point[];
}

/** What was done to the paper, in order. Starting again is one of these, so that it can be undone too. */
export type Mark = Stroke | 'cleared';

/** What of it is still to be seen, and whether the picture beneath is. */
export function seen(marks: readonly Mark[]): { readonly strokes: readonly Stroke[]; readonly beneath: boolean } {
  const from = marks.lastIndexOf('cleared');
  return { strokes: marks.slice(from + 1) as Stroke[], beneath: from < 0 };
}

/** Width to height of the paper. */
export const PAPER = { across: 4, down: 3 } as const;

/** Keeps a place on the paper. */
export function onPaper(x: number, y: number, press = 1): Point {
  const inside = (part: number) => Math.min(1, Math.max(0, part));
  return { x: inside(x), y: inside(y), press };
}
