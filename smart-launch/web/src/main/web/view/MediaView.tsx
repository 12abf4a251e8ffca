import type { Entry } from '../form/entry.ts';
import type { MediaProps } from '../media/props.ts';
import { hintsId, idOf } from './Caption.tsx';
import { Lazy } from './Lazy.tsx';
import { usePage } from './page.ts';
import { Trouble } from './Trouble.tsx';

const media = () => import('../media/Media.tsx');

/** A recording, a photo, a drawing or a file. */
export function MediaView({ entry }: { entry: Entry }) {
  const { sheet, words, text, now } = usePage();
  const field = entry.field!;
  const around = field.within?.field?.part;
  const question = around?.look === 'answer-ways' && around.text ? `${text(around.text)} ` : '';
  const hints = hintsId(field);
  const props: MediaProps = {
    part: field.part,
    label: question + (field.part.text ? text(field.part.text) : ''),
    words,
    now,
    onChange: (value) => sheet.answer(entry, value && { valueAttachment: value }),
    ...(hints && { describedBy: hints }),
    ...(entry.value?.valueAttachment && { value: entry.value.valueAttachment }),
  };
  return (
    <div id={idOf(field)} tabIndex={-1}>
      <Lazy from={media} props={props} />
      <Trouble issue={sheet.issueOf(entry)} part={field.part} id={`${idOf(field)}-trouble`} />
    </div>
  );
}
