import type { ComponentChildren } from 'preact';
import { isAnswered } from '../form/checking.ts';
import type { Field } from '../form/entry.ts';
import { usePage } from './page.ts';
import { Rich } from './Rich.tsx';

/** The words of a question, with its number: filled once it is answered. `htmlFor` makes them the label of a control. */
export function Caption({ field, level, htmlFor, id }: { field: Field; level: number; htmlFor?: string; id?: string }) {
  const { part } = field;
  const { words, text } = usePage();
  const Heading = `h${Math.min(level, 6)}` as 'h2';
  const isOptional = !part.required && part.type !== 'group' && field.within?.field?.part.look !== 'answer-ways';
  const told: ComponentChildren = (
    <>
      {part.text && (part.look === 'slider' ? withoutRange(text(part.text), part) : <Rich text={part.text} />)}
      {isOptional && <small class="optional"> ({words.optional})</small>}
    </>
  );
  return (
    <Heading class="caption">
      {part.prefix && <span class={isDone(field) ? 'n' : 'n open'} aria-hidden="true">{text(part.prefix).replace(/\.$/, '')}</span>}
      {htmlFor ? <label id={id} for={htmlFor}>{told}</label> : <span id={id}>{told}</span>}
    </Heading>
  );
}

/** A scale tells its range by its ends; renderers that have no scale need it in the words, "(0 to 10)". */
function withoutRange(words: string, { min, max }: Field['part']): string {
  return words.replace(/\s*\(([^()]*)\)$/, (whole, range: string) =>
    (range.match(/\d+/g) ?? []).join() === `${min},${max}` ? '' : whole);
}

function isDone(field: Field): boolean {
  return field.entries.some((entry) => isAnswered(entry.value) || entry.fields.some(isDone));
}

/** Help, what a word means, and the example: what one may want to read before one answers. */
export function Hints({ field, id }: { field: Field; id: string }) {
  const { part } = field;
  const { words } = usePage();
  const hints = [...part.help, ...(part.entryFormat ? [part.entryFormat] : [])];
  return (
    <>
      {hints.length > 0 && (
        <div id={id} class="hint">{hints.map((hint, at) => <p key={at}><Rich text={hint} /></p>)}</div>
      )}
      {part.flyover.length > 0 && <Opened summary={words.whatThisMeans} texts={part.flyover} />}
      {part.examples.length > 0 && <Opened summary={words.seeAnExample} texts={part.examples} voice />}
    </>
  );
}

function Opened({ summary, texts, voice = false }: { summary: string; texts: Field['part']['help']; voice?: boolean }) {
  return (
    <details class="opened">
      <summary>{summary}</summary>
      <div class={voice ? 'body words' : 'body'}>{texts.map((text, at) => <p key={at}><Rich text={text} /></p>)}</div>
    </details>
  );
}

/** The ids of what describes a control; none if there is nothing. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The id of a field's hints, if it has any. */
export function hintsId(field: Field): string | undefined {
  return field.part.help.length > 0 || field.part.entryFormat ? `${idOf(field)}-hint` : undefined;
}

/** The id of the field's first control. */
export function idOf(field: Field): string {
  return `${field.within?.key ?? 'top'}-${field.part.linkId}`.replace(/[^\w.-]/g, '-');
}
