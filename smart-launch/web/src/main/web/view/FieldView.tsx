import type { Field } from '../form/entry.ts';
import { AnswerWays } from './AnswerWays.tsx';
import { Group } from './Group.tsx';
import { Notice } from './Notices.tsx';
import { usePage } from './page.ts';
import { PracticeView } from './PracticeView.tsx';
import { Question } from './Question.tsx';

/** One part of the worksheet, if it is asked; `level` is that of its heading. */
export function FieldView({ field, level }: { field: Field; level: number }) {
  const { sheet } = usePage();
  if (!sheet.isShown(field)) {
    return null;
  }
  const { type, look } = field.part;
  if (type === 'display') {
    return look === 'worked-example' ? null : <Notice field={field} />;
  }
  if (type !== 'group') {
    return <Question field={field} level={level} />;
  }
  return look === 'answer-ways' ? <AnswerWays field={field} level={level} />
    : look === 'guided-practice' ? <PracticeView field={field} level={level} />
    : <Group field={field} level={level} />;
}

/** All fields of an entry, in order. */
export function FieldViews({ fields, level }: { fields: readonly Field[]; level: number }) {
  return <>{fields.map((field) => <FieldView key={field.part.linkId} field={field} level={level} />)}</>;
}
