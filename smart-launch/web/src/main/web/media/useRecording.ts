import { useEffect, useRef, useState } from 'preact/hooks';
import { soundTypes } from './kinds.ts';
import { BIT_RATE, grownBy, hasRoom, NOTHING_YET, SLICE_MILLIS } from './room.ts';

export type RecordingPhase = 'idle' | 'asking' | 'recording';

/** Why nothing is recorded. */
export type Hindrance = 'refused' | 'cannot';

/** A recording that has come to its end. */
export interface Recorded {
  readonly blob: Blob;
  readonly contentType: string;
  /** Whether it ended because there was no more room. */
  readonly full: boolean;
}

export interface Recording {
  readonly phase: RecordingPhase;
  /** Whole seconds recorded. */
  readonly seconds: number;
  readonly hindrance: Hindrance | undefined;
  /** What the microphone hears, while it is recorded. */
  readonly stream: MediaStream | undefined;
  start(): void;
  stop(): void;
}

/** Records from the microphone; ends by itself before there is too much. The microphone is let go of in any case. */
export function useRecording(mimeTypes: readonly string[], maxSize: number, onRecorded: (what: Recorded) => void): Recording {
  const type = recordableType(mimeTypes);
  const [phase, setPhase] = useState<RecordingPhase>('idle');
  const [seconds, setSeconds] = useState(0);
  const [hindrance, setHindrance] = useState<Hindrance | undefined>(type ? undefined : 'cannot');
  const [stream, setStream] = useState<MediaStream>();
  const recorder = useRef<MediaRecorder>(undefined);
  const gone = useRef(false);
  const tell = useRef(onRecorded);
  tell.current = onRecorded;

  useEffect(() => {
    if (phase !== 'recording') {
      return undefined;
    }
    const since = performance.now();
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - since) / 1000)), 250);
    return () => clearInterval(timer);
  }, [phase]);
  useEffect(() => () => {
    gone.current = true;
    letGo(recorder.current?.stream);
  }, []);

  const start = async () => {
    if (phase !== 'idle' || !type) {
      return;
    }
    setPhase('asking');
    setHindrance(undefined);
    let heard: MediaStream | undefined;
    try {
      heard = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
      if (gone.current) {
        letGo(heard);
        return;
      }
      recorder.current = record(heard, type, maxSize, (recorded) => {
        setPhase('idle');
        setStream(undefined);
        if (!gone.current) {
          tell.current(recorded);
        }
      });
      setSeconds(0);
      setStream(heard);
      setPhase('recording');
    } catch (problem) {
      letGo(heard);
      setPhase('idle');
      setHindrance((problem as Error).name === 'NotAllowedError' ? 'refused' : 'cannot');
    }
  };
  const stop = () => {
    if (recorder.current?.state === 'recording') {
      recorder.current.stop();
    }
  };
  return { phase, seconds, hindrance, stream, start: () => void start(), stop };
}

/** The first of the types taken that this browser records; none without a microphone to ask for. */
function recordableType(mimeTypes: readonly string[]): string | undefined {
  if (typeof MediaRecorder === 'undefined' || !(navigator.mediaDevices as MediaDevices | undefined)) {
    return undefined;
  }
  return soundTypes(mimeTypes).find((type) => MediaRecorder.isTypeSupported(type));
}

function record(heard: MediaStream, contentType: string, maxSize: number, onEnd: (what: Recorded) => void): MediaRecorder {
  const recorder = new MediaRecorder(heard, { mimeType: contentType, audioBitsPerSecond: BIT_RATE });
  const slices: Blob[] = [];
  let grown = NOTHING_YET;
  let full = false;
  recorder.ondataavailable = ({ data }) => {
    slices.push(data);
    grown = grownBy(grown, data.size);
    if (recorder.state === 'recording' && !hasRoom(grown, maxSize)) {
      full = true;
      recorder.stop();
    }
  };
  recorder.onstop = () => {
    letGo(heard);
    onEnd({ blob: new Blob(slices, { type: contentType }), contentType, full });
  };
  recorder.start(SLICE_MILLIS);
  return recorder;
}

function letGo(stream: MediaStream | undefined): void {
  stream?.getTracks().forEach((track) => track.stop());
}
