import type { Field } from '../form/entry.ts';
import { choosesMany } from '../form/entry.ts';
import { Caption, Hints, hintsId, idOf } from './Caption.tsx';
import { Choices, looksLikeChoices } from './Choices.tsx';
import { Answer } from './Answer.tsx';
import { DropDown } from './DropDown.tsx';
import { FieldViews } from './FieldView.tsx';
import { Repeated } from './Repeated.tsx';
import { Slider } from './Slider.tsx';
import { YesNo } from './YesNo.tsx';
import { ReadOnly } from './ReadOnly.tsx';

/** One question with its words, its help, and what it is answered with. */
export function Question({ field, level }: { field: Field; level: number }) {
  const { part } = field;
  if (part.readOnly) {
    return <ReadOnly field={field} />;
  }
  if (part.type === 'boolean') {
    return <WithLegend field={field} level={level}><YesNo field={field} /></WithLegend>;
  }
  if (part.type === 'choice' || part.type === 'open-choice') {
    return looksLikeChoices(part)
      ? <WithLegend field={field} level={level}><Choices field={field} /></WithLegend>
      : <WithLabel field={field} level={level}><DropDown field={field} /></WithLabel>;
  }
  if (part.type === 'dateTime' || part.type === 'quantity' || part.type === 'attachment' || part.repeats) {
    return <WithLegend field={field} level={level}><Repeated field={field} /></WithLegend>;
  }
  return (
    <WithLabel field={field} level={level}>
      {part.look === 'slider' ? <Slider entry={field.entries[0]!} /> : <Answer entry={field.entries[0]!} id={idOf(field)} />}
    </WithLabel>
  );
}

interface Around {
  field: Field;
  level: number;
  children: preact.ComponentChildren;
}

function WithLabel({ field, level, children }: Around) {
  return (
    <div class="part">
      <Caption field={field} level={level} htmlFor={idOf(field)} id={`${idOf(field)}-name`} />
      <Hints field={field} id={`${idOf(field)}-hint`} />
      {children}
      <Below field={field} level={level} />
    </div>
  );
}

/** For what has more than one control: they are a group, and its name is the question. */
function WithLegend({ field, level, children }: Around) {
  return (
    <fieldset class="part" aria-describedby={hintsId(field)}>
      <legend><Caption field={field} level={level} id={`${idOf(field)}-name`} /></legend>
      <Hints field={field} id={`${idOf(field)}-hint`} />
      {children}
      <Below field={field} level={level} />
    </fieldset>
  );
}

/** What is asked inside an answer, once there is one. */
function Below({ field, level }: { field: Field; level: number }) {
  const answered = field.entries.filter((entry) => entry.value !== undefined && entry.fields.length > 0);
  return answered.length === 0 || (field.part.repeats && !choosesMany(field.part)) ? null : (
    <div class="below">
      {answered.map((entry) => <FieldViews key={entry.key} fields={entry.fields} level={level + 1} />)}
    </div>
  );
}
