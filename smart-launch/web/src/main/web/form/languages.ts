import type { Part, Worksheet } from './definition.ts';
import type { Text } from './text.ts';
import { withDescendants } from './reading.ts';

/** The languages in which all that a patient sees is there; the worksheet's own first. Languages are never mixed on a page. */
export function languagesOf(worksheet: Worksheet): string[] {
  const texts = textsOf(worksheet);
  const offered = Object.keys(worksheet.title.translations);
  return [worksheet.language, ...offered.filter((language) => language !== worksheet.language
    && texts.every((text) => !needsWords(text) || language in text.translations))];
}

/** The best language for somebody who reads those, best first; a region matters less than its language. */
export function languageFor(worksheet: Worksheet, preferred: readonly string[], spoken: readonly string[]): string {
  const offered = languagesOf(worksheet).filter((language) => spoken.some((other) => base(other) === base(language)));
  for (const wanted of preferred) {
    const found = offered.find((language) => language === wanted) ?? offered.find((language) => base(language) === base(wanted));
    if (found) {
      return found;
    }
  }
  return worksheet.language;
}

/** `es` of `es-MX`. */
export function base(language: string): string {
  return language.split('-')[0]!.toLowerCase();
}

function textsOf(worksheet: Worksheet): Text[] {
  const visible = worksheet.parts.flatMap(withDescendants).filter((part) => !part.hidden);
  return [worksheet.title, ...(worksheet.purpose ? [worksheet.purpose] : []), ...visible.flatMap(textsOn)];
}

function textsOn(part: Part): Text[] {
  const one = [part.text, part.lower, part.upper, part.openLabel, part.entryFormat];
  return [...one.flatMap((text) => text ?? []), ...part.help, ...part.flyover, ...part.examples,
    ...part.options.map((option) => option.label)];
}

/** Numbers and signs are the same in every language. */
function needsWords(text: Text): boolean {
  return /\p{L}/u.test(text.plain);
}
