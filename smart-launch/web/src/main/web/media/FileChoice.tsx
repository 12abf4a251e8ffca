import type { Attachment } from '../fhir/types.ts';
import type { Words } from '../words/words.ts';
import { Choose } from './Choose.tsx';
import { pictureType, typeTaken } from './kinds.ts';
import { open, rewrite } from './picture.ts';
import type { MediaProps } from './props.ts';
import { Trouble } from './Trouble.tsx';
import { useKeeping, type Made } from './useKeeping.ts';
import { useLink } from './useLink.ts';

/** A file from the device. A picture among them is written anew, so that it does not tell where it was taken. */
export function FileChoice(props: MediaProps) {
  const { part, value, words, onChange } = props;
  const keeping = useKeeping(props);
  const link = useLink(value);
  const choose = (file: File) => {
    const contentType = typeTaken(file.type, part.mimeTypes);
    if (contentType) {
      void keeping.keep(() => made(file, contentType, part.mimeTypes, keeping.maxSize));
    } else {
      keeping.setTrouble(words.issues['media-type']);
    }
  };
  return (
    <>
      {value
        ? (
          <p class="media-file">
            <a {...(link && { href: link })} download={value.title ?? ''}>{value.title || nameOf(value, words.media)}</a>
            <button type="button" class="btn plain" onClick={() => onChange(undefined)}>{words.remove}</button>
          </p>
        )
        : <Choose label={words.media.chooseFile} accept={part.mimeTypes.join(',')} onFile={choose} />}
      <p class="media-status" role="status">{keeping.busy ? words.media.preparing : ''}</p>
      <Trouble text={keeping.trouble} />
    </>
  );
}

/** What a file without a name of its own is called. */
function nameOf({ contentType = '' }: Attachment, words: Words['media']): string {
  return contentType.startsWith('image/') ? words.getPicture : contentType.startsWith('audio/') ? words.getRecording : words.getFile;
}

async function made(file: File, contentType: string, mimeTypes: readonly string[], maxSize: number): Promise<Made | undefined> {
  const written = contentType.startsWith('image/') && pictureType(mimeTypes, 'image/jpeg', 'image/png');
  if (!written) {
    return { blob: file, contentType, title: file.name };
  }
  const blob = await rewrite(await open(file), written, maxSize);
  return blob && { blob, contentType: written, title: file.name };
}
