import type { Point, Stroke } from './strokes.ts';

/**
 * Draws a stroke from one of its points on. Piece by piece and at once it comes out the same:
 * each piece is a curve from the middle of one pair of points to the middle of the next.
 */
export function ink(context: CanvasRenderingContext2D, stroke: Stroke, from = 0): void {
  const { width, height } = context.canvas;
  const at = (point: Point) => [point.x * width, point.y * height] as const;
  const middle = (one: Point, other: Point) => [((one.x + other.x) / 2) * width, ((one.y + other.y) / 2) * height] as const;
  const { points } = stroke;
  context.strokeStyle = stroke.colour;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (let index = from; index < points.length; index += 1) {
    const point = points[index]!;
    const before = points[index - 1];
    const first = points[index - 2];
    context.lineWidth = stroke.width * width * point.press;
    context.beginPath();
    if (!before) {
      context.moveTo(...at(point));
      context.lineTo(...at(point));
    } else if (!first) {
      context.moveTo(...at(before));
      context.lineTo(...middle(before, point));
    } else {
      context.moveTo(...middle(first, before));
      context.quadraticCurveTo(...at(before), ...middle(before, point));
    }
    context.stroke();
  }
}

/** Draws the rest of a stroke that has come to its end, up to its last point. */
export function finish(context: CanvasRenderingContext2D, { points, ...stroke }: Stroke): void {
  const last = points[points.length - 1];
  const before = points[points.length - 2];
  if (last && before) {
    const middle = { ...last, x: (last.x + before.x) / 2, y: (last.y + before.y) / 2 };
    const { width, height } = context.canvas;
    context.strokeStyle = stroke.colour;
    context.lineCap = 'round';
    context.lineWidth = stroke.width * width * last.press;
    context.beginPath();
    context.moveTo(middle.x * width, middle.y * height);
    context.lineTo(last.x * width, last.y * height);
    context.stroke();
  }
}
