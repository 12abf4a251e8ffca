import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../form/text.ts';
import { usePage } from './page.ts';

/** A text of the worksheet: as it is, or formatted where its author wrote Markdown or XHTML and the language has no other. */
export function Rich({ text }: { text: Text }) {
  const { language, text: words } = usePage();
  const source = text.translations[language] === undefined && (text.xhtml ?? text.markdown);
  return source ? <Formatted text={text} plain={words(text)} /> : <>{words(text)}</>;
}

/** The plain words until the formatting is loaded, and if it cannot be. */
function Formatted({ text, plain }: { text: Text; plain: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [isFormatted, setFormatted] = useState(false);
  useEffect(() => {
    void import('./formatting.ts').then(({ formatted }) => {
      place.current?.replaceChildren(formatted(text));
      setFormatted(true);
    }).catch(() => undefined);
  }, [text]);
  return <span class="rich"><span ref={place} />{!isFormatted && plain}</span>;
}
