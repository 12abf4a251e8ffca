import type { Value } from '../fhir/types.ts';
import { fieldsIn, type Field } from '../form/entry.ts';
import type { Practised, PracticeProps } from '../practice/props.ts';
import { say } from '../words/words.ts';
import { Caption, Hints, idOf } from './Caption.tsx';
import { Lazy } from './Lazy.tsx';
import { usePage } from './page.ts';

const practice = () => import('../practice/Practice.tsx');

/** A guided practice; how long it ran goes along only if the person agreed, and is shown before it is sent. */
export function PracticeView({ field, level }: { field: Field; level: number }) {
  const { sheet, words, language, mayMeasure } = usePage();
  const measured = [...fieldsIn(sheet.root)].filter((other) => other.part.measured);
  const note = (practised: Practised | undefined) => measured.forEach((other) => {
    sheet.answer(other.entries[0]!, practised && valueFor(other.part.measured!, practised));
  });
  const props: PracticeProps = {
    part: field.part, language, words,
    onPractised: (practised) => { if (mayMeasure) { note(practised); } },
  };
  const seconds = measured.find((other) => other.part.measured === 'practised-seconds')?.values[0]?.valueInteger;
  return (
    <section class="part" aria-labelledby={`${idOf(field)}-name`}>
      <Caption field={field} level={level} id={`${idOf(field)}-name`} />
      <Hints field={field} id={`${idOf(field)}-hint`} />
      <Lazy from={practice} props={props} />
      {seconds !== undefined && (
        <p class="hint">
          {say(words.practice.measuredNote, { time: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })}{' '}
          <button type="button" class="btn plain" onClick={() => note(undefined)}>{words.practice.leaveOut}</button>
        </p>
      )}
    </section>
  );
}

function valueFor(measure: string, { seconds, finished }: Practised): Value | undefined {
  return measure === 'practised-seconds' ? { valueInteger: seconds }
    : measure === 'script-finished' ? { valueBoolean: finished } : undefined;
}
