import type { Part } from '../form/definition.ts';
import type { Words } from '../words/words.ts';

/** What was practised: whole seconds that the practice ran, pauses left out, and whether it came to its end. */
export interface Practised {
  readonly seconds: number;
  readonly finished: boolean;
}

/** What a guided practice needs. */
export interface PracticeProps {
  /** The group with the control `guided-practice`. */
  readonly part: Part;
  readonly language: string;
  readonly words: Words;
  onPractised(practised: Practised): void;
}
