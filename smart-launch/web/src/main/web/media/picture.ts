import { attempts, LONGEST, within, type Size } from './scaling.ts';

/** What can be drawn on a canvas, and how large it is. */
export interface Drawable extends Size {
  readonly source: CanvasImageSource;
}

/** Opens a picture the right way up; rejects what the browser cannot read. */
export async function open(blob: Blob): Promise<Drawable> {
  const image = new Image();
  const link = URL.createObjectURL(blob);
  try {
    image.src = link;
    await image.decode();
    return { source: image, width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(link);
  }
}

/**
 * Writes a picture anew, as large and as well as fits into so many bytes; none if nothing fits.
 * Where and when it was taken is not in it any more.
 */
export async function rewrite(picture: Drawable, type: string, maxSize: number): Promise<Blob | undefined> {
  // A photo is large to unpack: once only. The smaller ones are made of the first.
  const first = drawn(picture, LONGEST);
  for (const { longest, quality } of attempts(first, type === 'image/jpeg')) {
    const canvas = longest < Math.max(first.width, first.height) ? drawn({ source: first, width: first.width, height: first.height }, longest) : first;
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
    if (blob && blob.type === type && blob.size <= maxSize) {
      return blob;
    }
  }
  return undefined;
}

function drawn(picture: Drawable, longest: number): HTMLCanvasElement {
  const { width, height } = within(picture, longest);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  // What is transparent would turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(picture.source, 0, 0, width, height);
  return canvas;
}
