import { isAnswered } from '../form/checking.ts';
import type { Field } from '../form/entry.ts';
import { Answer } from './Answer.tsx';
import { Caption, Hints, hintsId, idOf } from './Caption.tsx';
import { usePage } from './page.ts';
import { useState } from 'preact/hooks';

/** One answer, given in writing, by voice or as a picture. The first way is open; the others are one tap away. */
export function AnswerWays({ field, level }: { field: Field; level: number }) {
  const { sheet } = usePage();
  const ways = field.entries[0]!.fields.filter((way) => sheet.isShown(way));
  return (
    <fieldset class="part" aria-describedby={hintsId(field)}>
      <legend><Caption field={field} level={level} id={`${idOf(field)}-name`} /></legend>
      <Hints field={field} id={`${idOf(field)}-hint`} />
      {ways.map((way, at) => <Way key={way.part.linkId} way={way} question={field} isFirst={at === 0} />)}
    </fieldset>
  );
}

function Way({ way, question, isFirst }: { way: Field; question: Field; isFirst: boolean }) {
  const { text } = usePage();
  const entry = way.entries[0]!;
  const [isOpen, setOpen] = useState(isFirst || isAnswered(entry.value));
  const name = way.part.text ? text(way.part.text) : '';
  const label = `${question.part.text ? text(question.part.text) : ''} ${name}`.trim();
  const control = <Answer entry={entry} id={isFirst ? idOf(question) : idOf(way)} label={label} />;
  const hint = way.part.entryFormat && <p class="hint" id={`${idOf(way)}-hint`}>{text(way.part.entryFormat)}</p>;
  return isFirst && way.part.type !== 'attachment' ? <>{hint}{control}</> : (
    <details class="opened way" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{name}</summary>
      {isOpen && <>{hint}{control}</>}
    </details>
  );
}
