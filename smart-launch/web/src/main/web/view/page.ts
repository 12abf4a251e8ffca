import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Sheet } from '../form/sheet.ts';
import { inLanguage, type Text } from '../form/text.ts';
import type { Contact } from '../index.ts';
import type { Words } from '../words/words.ts';

/** What every part of the page knows. */
export interface Page {
  readonly sheet: Sheet;
  readonly words: Words;
  readonly language: string;
  readonly contacts: readonly Contact[];
  /** Whether somebody tried to hand in, so that all problems are told. */
  readonly tried: boolean;
  readonly mayMeasure: boolean;
  now(): Date;
  text(text: Text): string;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) {
    throw new Error('This stands outside of a worksheet');
  }
  return page;
}

/** A text in the page's language. */
export function textIn(language: string): (text: Text) => string {
  return (text) => inLanguage(text, language);
}
