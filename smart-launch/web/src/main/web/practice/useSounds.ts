import { useEffect, useRef, useState } from 'preact/hooks';
import { Bell } from './bell.ts';
import type { Playing } from './usePlayer.ts';
import { speak, useVoice } from './useVoice.ts';

/** Later than this into a step, its bell stays silent: it was only paused. */
const BELL_MILLIS = 1000;

/** What is heard: the voice, if asked for, and the bell. */
export interface Sounds {
  readonly listening: boolean;
  readonly voiceMissing: boolean;
  readonly ringing: boolean;
  listen(on: boolean): void;
  ring(on: boolean): void;
  /** To be called in a touch, before the first sound. */
  wake(): void;
}

/** Speaks the text of each step at its beginning and rings where the script has a bell. */
export function useSounds(playing: Playing, text: string, cue: string | undefined, language: string): Sounds {
  const [listening, setListening] = useState(false);
  const [ringing, setRinging] = useState(true);
  const voice = useVoice(language);
  const bell = useRef<Bell>(undefined);
  bell.current ??= new Bell();
  /** The step, and the visit to it, that was spoken to its end: going on after a pause does not say it twice. */
  const heard = useRef('');
  const here = `${playing.index}/${playing.visit}`;
  const running = playing.phase === 'running';

  useEffect(() => {
    if (!running || !listening || !voice || heard.current === here) {
      return undefined;
    }
    return speak(text, voice, () => { heard.current = here; });
  }, [running, listening, voice, here]);

  useEffect(() => {
    if (running && ringing && cue === 'bell' && playing.into < BELL_MILLIS) {
      bell.current!.ring();
    }
  }, [running, here]);

  useEffect(() => () => bell.current!.close(), []);

  const wake = () => bell.current!.wake();
  return {
    listening,
    voiceMissing: listening && !voice,
    ringing,
    listen: setListening,
    ring: (on) => {
      setRinging(on);
      wake();
      if (on) {
        bell.current!.ring();
      }
    },
    wake,
  };
}
