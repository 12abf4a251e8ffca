import type { Attachment } from '../fhir/types.ts';
import { blobOf } from './attachment.ts';
import { open, type Drawable } from './picture.ts';
import type { Mark } from './strokes.ts';

/** A drawing that is not finished: kept as long as the page is, so that one can go on with it. */
export interface Sketch {
  /** The answer that it became, or was begun on: base64. */
  of: string | undefined;
  marks: readonly Mark[];
  /** A picture drawn upon: a drawing from an earlier day has no strokes any more. */
  beneath: Drawable | undefined;
}

/** The sketch to go on with: the one at hand if it became this answer, else one on top of this answer. */
export async function sketchOf(at: Sketch | undefined, value: Attachment | undefined): Promise<Sketch> {
  if (at && at.of === value?.data) {
    return at;
  }
  const blob = value && blobOf(value);
  return { of: value?.data, marks: [], beneath: blob && await open(blob) };
}
