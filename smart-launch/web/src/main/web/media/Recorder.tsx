import { useState } from 'preact/hooks';
import { clock } from '../practice/clock.ts';
import { say } from '../words/words.ts';
import { Choose } from './Choose.tsx';
import { typeTaken } from './kinds.ts';
import { Level } from './Level.tsx';
import { Playback } from './Playback.tsx';
import type { MediaProps } from './props.ts';
import { Trouble } from './Trouble.tsx';
import { useKeeping } from './useKeeping.ts';
import { useLink } from './useLink.ts';
import { useRecording } from './useRecording.ts';

/** Speak instead of writing; listen, record again, or take it away. One button, whatever it says, keeps the focus. */
export function Recorder(props: MediaProps) {
  const { part, value, words, onChange } = props;
  const own = words.media;
  const keeping = useKeeping(props);
  const [ended, setEnded] = useState('');
  const recording = useRecording(part.mimeTypes, keeping.maxSize, ({ full, ...recorded }) => {
    setEnded(full ? own.recordingFull : say(own.recorded, { time: clock(recording.seconds) }));
    void keeping.keep(async () => recorded);
  });
  const link = useLink(value);
  const isRecording = recording.phase === 'recording';
  const time = say(own.recording, { time: clock(recording.seconds) });
  const choose = (file: File) => {
    const contentType = typeTaken(file.type, part.mimeTypes);
    if (contentType) {
      void keeping.keep(async () => ({ blob: file, contentType }));
    } else {
      keeping.setTrouble(words.issues['media-type']);
    }
  };
  const press = () => {
    keeping.setTrouble(undefined);
    setEnded('');
    (isRecording ? recording.stop : recording.start)();
  };
  const hindered = recording.hindrance && { refused: own.microphoneRefused, cannot: own.cannotRecord }[recording.hindrance];
  return (
    <>
      {value && !isRecording && <Playback link={link} label={own.yourRecording} />}
      {isRecording && <p class="media-recording"><Level stream={recording.stream} /><span role="timer">{time}</span></p>}
      <div class="media-actions">
        {recording.hindrance !== 'cannot' && (
          <button type="button" class={value || isRecording ? 'btn' : 'btn media-record'} onClick={press}
            aria-disabled={recording.phase === 'asking' || keeping.busy}>
            {isRecording ? <span class="media-square" aria-hidden="true" /> : <span class="media-dot" aria-hidden="true" />}
            {isRecording ? own.stop : value ? own.recordAgain : own.record}
          </button>
        )}
        {recording.hindrance && <Choose label={own.chooseRecording} accept="audio/*" capture="user" onFile={choose} />}
        {value && !isRecording && (
          <button type="button" class="btn plain" onClick={() => onChange(undefined)}>{words.remove}</button>
        )}
      </div>
      <p class="media-status" role="status">
        {recording.phase === 'asking' ? own.askingMicrophone : keeping.busy ? own.preparing : ended}
      </p>
      <p class="sr" role="status">{isRecording ? minutely(recording.seconds, own.recording) : ''}</p>
      <Trouble text={keeping.trouble ?? hindered} />
    </>
  );
}

/** Said once a minute only: what is read out each second would be recorded with the voice. */
function minutely(seconds: number, sentence: string): string {
  return say(sentence, { time: clock(seconds - (seconds % 60)) });
}
