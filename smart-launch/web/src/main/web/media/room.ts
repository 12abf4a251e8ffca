/** Bits a second: speech stays clear, and minutes fit. */
export const BIT_RATE = 32_000;

/** A recorder hands out what it has this often, in milliseconds. */
export const SLICE_MILLIS = 1000;

/** How much a recording has grown. */
export interface Grown {
  /** Bytes in all. */
  readonly bytes: number;
  /** Bytes of the largest slice: browsers need not keep to the bit rate. */
  readonly largest: number;
}

export const NOTHING_YET: Grown = { bytes: 0, largest: (BIT_RATE / 8) * (SLICE_MILLIS / 1000) };

export function grownBy(grown: Grown, slice: number): Grown {
  return { bytes: grown.bytes + slice, largest: Math.max(grown.largest, slice) };
}

/** Whether there is still room for the slice under way and the one that stopping writes. */
export function hasRoom(grown: Grown, maxSize: number): boolean {
  return grown.bytes + 2 * grown.largest <= maxSize;
}
