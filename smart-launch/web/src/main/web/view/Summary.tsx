import { useEffect, useRef } from 'preact/hooks';
import type { Problem } from '../form/sheet.ts';
import { idOf } from './Caption.tsx';
import { usePage } from './page.ts';
import { tell } from './Trouble.tsx';

/** What has to be looked at again before all can be handed in, each with a way to it. Takes the focus when it appears. */
export function Summary({ problems, turn }: { problems: readonly Problem[]; turn: number }) {
  const { words, text } = usePage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [turn]);
  return problems.length === 0 ? null : (
    <section class="summary" aria-labelledby="summary">
      <h2 id="summary" tabIndex={-1} ref={heading}>{words.pleaseLook}</h2>
      <ul>
        {problems.map(({ field, entry, issue }) => (
          <li key={(entry ?? field.entries[0])?.key ?? field.part.linkId}>
            <a href={`#${targetOf(field, entry)}`} onClick={(event) => { event.preventDefault(); goTo(targetOf(field, entry)); }}>
              {nameOf(field, text)}
            </a>
            <span>{tell(issue, field.part, words)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Brings a question into sight and the focus to it. */
export function goTo(id: string): void {
  const target = document.getElementById(id);
  target?.closest('details')?.setAttribute('open', '');
  target?.focus();
  target?.closest('.part')?.scrollIntoView({ block: 'start', behavior: 'instant' });
}

/** What a question is called in a list: its words, or those of what it stands in. */
export function nameOf(field: Problem['field'], text: ReturnType<typeof usePage>['text']): string {
  const around = field.within?.field;
  const own = field.part.text ? text(field.part.text) : field.part.linkId;
  return around?.part.look === 'answer-ways' && around.part.text ? text(around.part.text) : own;
}

function targetOf(field: Problem['field'], entry: Problem['entry']): string {
  const around = field.within?.field;
  const isFirstWay = around?.part.look === 'answer-ways' && field.within?.fields[0] === field;
  const first = isFirstWay ? idOf(around) : idOf(field);
  return entry && field.entries.indexOf(entry) > 0 && field.part.repeats ? `${first}-${entry.key}` : first;
}
