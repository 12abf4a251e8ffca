import { useRef, useState } from 'preact/hooks';
import type { Attachment } from '../fhir/types.ts';
import { FileChoice } from './FileChoice.tsx';
import { wayOf } from './kinds.ts';
import { Picture } from './Picture.tsx';
import type { MediaProps } from './props.ts';
import { Recorder } from './Recorder.tsx';
import { Removed } from './Removed.tsx';

const WAYS = { recording: Recorder, picture: Picture, file: FileChoice };

/** An answer that is spoken, shown or handed over as a file; what was removed can be brought back. */
export default function Media(props: MediaProps) {
  const { part, label, describedBy, value, words, onChange } = props;
  const Way = WAYS[wayOf(part.mimeTypes)];
  const [removed, setRemoved] = useState<Attachment>();
  const region = useRef<HTMLDivElement>(null);
  const change = (next: Attachment | undefined) => {
    setRemoved(next ? undefined : value);
    onChange(next);
  };
  return (
    <div class="media" role="group" ref={region} tabIndex={-1} aria-label={label} aria-describedby={describedBy}>
      <Way {...props} onChange={change} />
      {removed && !value && (
        <Removed words={words} onUndo={() => {
          change(removed);
          region.current?.focus();
        }} />
      )}
    </div>
  );
}
