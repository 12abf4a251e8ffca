import type { Element, Extension, Expression } from './types.ts';
import { URL } from './urls.ts';

/** All extensions of that url, in order. */
export function all(element: Element | undefined, url: string): Extension[] {
  return element?.extension?.filter((extension) => extension.url === url) ?? [];
}

/** The first extension of that url. */
export function first(element: Element | undefined, url: string): Extension | undefined {
  return element?.extension?.find((extension) => extension.url === url);
}

/** The expression of that extension in a language, `text/fhirpath` unless told. */
export function expression(element: Element, url: string, language = 'text/fhirpath'): Expression | undefined {
  return all(element, url)
    .map((extension) => extension.valueExpression)
    .find((found) => found?.language === language && !!found.expression);
}

/** The code of the item's control, of HL7's list or ours. */
export function control(element: Element): string | undefined {
  return first(element, URL.itemControl)?.valueCodeableConcept?.coding?.[0]?.code;
}
