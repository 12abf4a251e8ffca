import type { Attachment } from '../fhir/types.ts';
import type { Part } from '../form/definition.ts';
import type { Words } from '../words/words.ts';

/** What a way to give an attachment needs. */
export interface MediaProps {
  readonly part: Part;
  /** The accessible name: the question it answers, and the way. */
  readonly label: string;
  /** Ids of texts that describe it. */
  readonly describedBy?: string;
  readonly value?: Attachment;
  readonly words: Words;
  now(): Date;
  onChange(value: Attachment | undefined): void;
}
