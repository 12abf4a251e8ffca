import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../words/words.ts';
import { attachmentOf } from './attachment.ts';
import { megabytes, USUAL_MAX_SIZE } from './bytes.ts';
import type { MediaProps } from './props.ts';

/** What is made or chosen, with the type it is kept under. */
export interface Made {
  readonly blob: Blob;
  readonly contentType: string;
  readonly title?: string | undefined;
}

/** Keeps what was made, and says so if it cannot be read or is too large. */
export interface Keeping {
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly maxSize: number;
  setTrouble(text: string | undefined): void;
  /**
   * Keeps what is made; gives it as base64, or none if it was not kept.
   * Making gives none if nothing small enough comes out, and rejects what cannot be read.
   */
  keep(making: () => Promise<Made | undefined>): Promise<string | undefined>;
}

export function useKeeping(props: MediaProps): Keeping {
  const current = useRef(props);
  current.current = props;
  const gone = useRef(false);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const maxSize = props.part.maxSize ?? USUAL_MAX_SIZE;
  useEffect(() => () => { gone.current = true; }, []);

  const keep = async (making: () => Promise<Made | undefined>) => {
    const { words, now } = current.current;
    setBusy(true);
    setTrouble(undefined);
    try {
      const made = await making();
      if (!made || made.blob.size > maxSize) {
        setTrouble(say(words.media.stillTooLarge, { bound: megabytes(maxSize) }));
        return undefined;
      }
      if (made.blob.size === 0) {
        setTrouble(words.media.cannotRead);
        return undefined;
      }
      const attachment = await attachmentOf(made.blob, made.contentType, now(), made.title);
      if (gone.current) {
        return undefined;
      }
      current.current.onChange(attachment);
      return attachment.data;
    } catch {
      setTrouble(words.media.cannotRead);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, maxSize, setTrouble, keep };
}
