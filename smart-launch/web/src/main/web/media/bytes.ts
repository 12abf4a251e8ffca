/** What a question takes at most that does not say so itself. */
export const USUAL_MAX_SIZE = 5_000_000;

/** Bytes encoded at once: a multiple of 3, so that the pieces join; few enough for one call. */
const PIECE = 3 * 8192;

/** Bytes as base64. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  }
  return text;
}

/** The bytes that base64 stands for. */
export function bytesOf(data: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
}

/** How many bytes base64 stands for, without decoding it. */
export function sizeOf(data: string): number {
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  return (data.length / 4) * 3 - padding;
}

/** A number of bytes in megabytes, as people say it: 5, 0.5. */
export function megabytes(bytes: number): string {
  return String(Number((bytes / 1_000_000).toPrecision(2)));
}
