import { all, first } from '../fhir/extensions.ts';
import type { Element } from '../fhir/types.ts';
import { URL } from '../fhir/urls.ts';

/** A text in the worksheet's own language and in those it was translated to. */
export interface Text {
  readonly plain: string;
  readonly markdown?: string;
  readonly xhtml?: string;
  /** By language. */
  readonly translations: Readonly<Record<string, string>>;
}

/** Reads a string with the element that carries its extensions; none if the string is absent or blank. */
export function textOf(plain: string | undefined, element?: Element): Text | undefined {
  if (!plain?.trim()) {
    return undefined;
  }
  const translations: Record<string, string> = {};
  for (const translation of all(element, URL.translation)) {
    const language = first(translation, 'lang')?.valueCode;
    const content = first(translation, 'content');
    const words = content?.valueString ?? content?.valueMarkdown;
    if (language && words) {
      translations[language] = words;
    }
  }
  const markdown = first(element, URL.markdown)?.valueMarkdown;
  const xhtml = first(element, URL.xhtml)?.valueString;
  return { plain, translations, ...(markdown && { markdown }), ...(xhtml && { xhtml }) };
}

/** The text in that language; in the worksheet's own where it has no translation. */
export function inLanguage(text: Text, language: string): string {
  return text.translations[language] ?? text.plain;
}
