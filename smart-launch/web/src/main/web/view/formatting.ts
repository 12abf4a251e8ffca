import DOMPurify, { type Config } from 'dompurify';
import { marked } from 'marked';
import type { Text } from '../form/text.ts';

/** What an author may use: nothing that runs, loads, styles or leads elsewhere unseen. */
const ALLOWED = {
  ALLOWED_TAGS: ['p', 'br', 'b', 'strong', 'i', 'em', 'u', 'ul', 'ol', 'li', 'blockquote', 'span', 'sub', 'sup', 'a'],
  ALLOWED_ATTR: ['href', 'lang', 'dir'],
  ALLOWED_URI_REGEXP: /^https:\/\//i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true as const,
} satisfies Config;

/** The text as its author formatted it, with all that could do harm taken out. */
export function formatted(text: Text): DocumentFragment {
  const html = text.xhtml ?? marked.parse(text.markdown ?? '', { async: false });
  const fragment = DOMPurify.sanitize(html, ALLOWED);
  fragment.querySelectorAll('a').forEach((link) => {
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
  });
  return fragment;
}
