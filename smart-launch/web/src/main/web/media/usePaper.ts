import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import { paint } from './paper.ts';
import type { Drawable } from './picture.ts';
import { PAPER, type Mark } from './strokes.ts';

/** Finer than this only costs memory. */
const MOST_PIXELS_PER_PIXEL = 2;

/** A canvas that shows what was drawn, as sharp as the screen, whatever its size becomes. */
export function usePaper(marks: readonly Mark[], beneath: Drawable | undefined): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null);
  const repaint = useRef(() => {});
  repaint.current = () => {
    const context = canvas.current?.getContext('2d');
    if (context) {
      paint(context, marks, beneath);
    }
  };
  useEffect(() => repaint.current(), [marks, beneath]);
  useEffect(() => {
    const paper = canvas.current!;
    const fit = () => {
      const across = Math.round(paper.clientWidth * Math.min(devicePixelRatio, MOST_PIXELS_PER_PIXEL));
      if (across > 0 && across !== paper.width) {
        paper.width = across;
        paper.height = Math.round((across * PAPER.down) / PAPER.across);
        repaint.current();
      }
    };
    fit();
    const watch = new ResizeObserver(fit);
    watch.observe(paper);
    return () => watch.disconnect();
  }, []);
  return canvas;
}
