import type { Attachment } from '../fhir/types.ts';
import type { Words } from '../words/words.ts';
import { useLink } from './useLink.ts';

interface ShownProps {
  readonly value: Attachment;
  readonly words: Words['media'];
  onDescribe(title: string): void;
}

/** The picture given, and what it shows in words: for those who cannot see it. */
export function Shown({ value, words, onDescribe }: ShownProps) {
  const link = useLink(value);
  return (
    <>
      {link && <img class="media-picture" src={link} alt={value.title || words.yourPicture} />}
      <label class="media-describe">
        <span>{words.describePicture}</span>
        <input type="text" value={value.title ?? ''} maxLength={200} autocomplete="off"
          onInput={(event) => onDescribe(event.currentTarget.value)} />
      </label>
    </>
  );
}
