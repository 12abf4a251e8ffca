import type { Field } from '../form/entry.ts';
import { idOf } from './Caption.tsx';
import { labelOf } from './options.ts';
import { usePage } from './page.ts';
import { Rich } from './Rich.tsx';
import { written } from './typing.ts';

/** What follows from other answers, or was put in: shown, not asked. Nothing until it is known. */
export function ReadOnly({ field }: { field: Field }) {
  const { text, words } = usePage();
  const { part } = field;
  const told = field.values.map((value) => value.valueCoding || part.options.length > 0
    ? labelOf(part, value, text, words.language) : value.valueBoolean === undefined ? written(part, value, words.language)
      : value.valueBoolean ? words.yes : words.no);
  return told.length === 0 ? null : (
    <p class="read-only" id={idOf(field)} role="status">
      {part.text && <span class="lab"><Rich text={part.text} /></span>}{' '}
      <b>{told.join(', ')}{part.unit && ` ${text(part.unit)}`}</b>
    </p>
  );
}
