import type { Drawable } from './picture.ts';
import { finish, ink } from './ink.ts';
import { PAPER, seen, type Mark } from './strokes.ts';

/** Width in pixels of a drawing as it is sent. */
const SENT_WIDTH = 1200;

/** White paper with the picture beneath, if there is one, and all strokes on it. */
export function paint(context: CanvasRenderingContext2D, marks: readonly Mark[], beneath: Drawable | undefined): void {
  const { width, height } = context.canvas;
  const shown = seen(marks);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  if (beneath && shown.beneath) {
    const scale = Math.min(width / beneath.width, height / beneath.height);
    const across = beneath.width * scale;
    const down = beneath.height * scale;
    context.drawImage(beneath.source, (width - across) / 2, (height - down) / 2, across, down);
  }
  for (const stroke of shown.strokes) {
    ink(context, stroke);
    finish(context, stroke);
  }
}

/** The drawing on a paper of its own, whatever the size of the screen. */
export function paperOf(marks: readonly Mark[], beneath: Drawable | undefined): Drawable {
  const canvas = document.createElement('canvas');
  canvas.width = SENT_WIDTH;
  canvas.height = (SENT_WIDTH * PAPER.down) / PAPER.across;
  paint(canvas.getContext('2d')!, marks, beneath);
  return { source: canvas, width: canvas.width, height: canvas.height };
}

/** Whether there is anything to be seen on it. */
export function isBlank(marks: readonly Mark[], beneath: Drawable | undefined): boolean {
  const shown = seen(marks);
  return shown.strokes.length === 0 && !(beneath && shown.beneath);
}
