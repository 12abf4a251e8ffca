/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How a picture is written: its longer side at most, and for JPEG the quality, 0 to 1. */
export interface Attempt {
  readonly longest: number;
  readonly quality: number;
}

/** Longer side of a picture as it is sent: a page of handwriting stays readable. */
export const LONGEST = 1600;

/** Smaller than this nothing can be made out; then the picture is too large. */
const SHORTEST_LONGEST = 320;
const QUALITIES = [0.85, 0.75, 0.65, 0.55];
const SMALLER = 0.75;

/** The size within a square of that side; never larger than it was, never less than a pixel. */
export function within(size: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(size.width, size.height));
  return { width: Math.max(1, Math.round(size.width * scale)), height: Math.max(1, Math.round(size.height * scale)) };
}

/** What to try, best first: the quality goes down, then the size. */
export function attempts(size: Size, hasQuality: boolean): readonly Attempt[] {
  const tries: Attempt[] = [];
  let longest = Math.min(LONGEST, Math.max(size.width, size.height));
  do {
    const side = Math.round(longest);
    tries.push(...(hasQuality ? QUALITIES : [1]).map((quality) => ({ longest: side, quality })));
    longest *= SMALLER;
  } while (longest >= SHORTEST_LONGEST);
  return tries;
}
