import type { Words } from '../words/words.ts';

/** A pen to draw with. */
export interface Pen {
  readonly colour: string;
  /** Part of the paper's width. */
  readonly width: number;
}

/** Inks: each 5:1 or more on white, apart from each other in lightness too. The paper is white in the dark as well. */
export const INKS: readonly { readonly name: 'black' | 'blue' | 'green' | 'red' | 'purple'; readonly colour: string }[] = [
  { name: 'black', colour: '#16282a' },
  { name: 'blue', colour: '#1f5fa8' },
  { name: 'green', colour: '#1d7a4f' },
  { name: 'red', colour: '#c0392b' },
  { name: 'purple', colour: '#6d3799' },
];

export const NIBS: readonly { readonly name: keyof Pick<Words['media'], 'thin' | 'thick'>; readonly width: number }[] = [
  { name: 'thin', width: 0.007 },
  { name: 'thick', width: 0.02 },
];

export const FIRST_PEN: Pen = { colour: INKS[0]!.colour, width: NIBS[0]!.width };
