import type { Text } from '../form/text.ts';
import { say } from '../words/words.ts';
import { HelpNow } from './HelpNow.tsx';
import { Icon } from './Icon.tsx';
import { usePage } from './page.ts';
import { Rich } from './Rich.tsx';
import { withDescendants } from '../form/reading.ts';

/** Title, how long it takes, why it helps, and the whole example in order. */
export function Head() {
  const { sheet, words, text } = usePage();
  const { worksheet } = sheet;
  const parts = worksheet.parts.flatMap(withDescendants);
  const introductions = parts.filter((part) => part.type === 'display' && part.look === 'worked-example').flatMap((part) => part.text ?? []);
  const examples = parts.filter((part) => part.examples.length > 0);
  return (
    <header class="head">
      <div class="top"><HelpNow /></div>
      <h1>{text(worksheet.title)}</h1>
      <p class="meta">
        {worksheet.minutes && <span><Icon is="clock" /> {say(words.minutes, { n: worksheet.minutes })}</span>}
        <span>{words.stopWhenever}</span>
      </p>
      <div class="helps">
        {worksheet.purpose && <Opened summary={words.whyThisHelps}><p><Rich text={worksheet.purpose} /></p></Opened>}
        {examples.length > 0 && (
          <Opened summary={words.seeAll}>
            {introductions.map((introduction, at) => <p key={at}>{text(introduction)}</p>)}
            <dl>
              {examples.map((part) => <Example key={part.linkId} name={part.text} texts={part.examples} />)}
            </dl>
          </Opened>
        )}
      </div>
    </header>
  );
}

function Opened({ summary, children }: { summary: string; children: preact.ComponentChildren }) {
  return <details><summary>{summary}</summary><div class="body">{children}</div></details>;
}

function Example({ name, texts }: { name: Text | undefined; texts: readonly Text[] }) {
  const { text } = usePage();
  return (
    <>
      {name && <dt>{text(name)}</dt>}
      {texts.map((example, at) => <dd key={at} class="words">{text(example)}</dd>)}
    </>
  );
}
