import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { inLanguage } from '../form/text.ts';
import { say } from '../words/words.ts';
import { clock } from './clock.ts';
import { Controls } from './Controls.tsx';
import { Place } from './Place.tsx';
import type { PracticeProps } from './props.ts';
import { Script } from './Script.tsx';
import { SoundChoices } from './SoundChoices.tsx';
import { Stage } from './Stage.tsx';
import { timelineOf } from './timeline.ts';
import { useAwake } from './useAwake.ts';
import { usePlayer } from './usePlayer.ts';
import { useSounds } from './useSounds.ts';

/** A practice that leads through its steps at their own pace: to listen to, to follow, or just to read. */
export default function Practice({ part, language, words, onPractised }: PracticeProps) {
  const own = words.practice;
  const timeline = useMemo(() => timelineOf(part), [part]);
  const playing = usePlayer(timeline, onPractised);
  const { phase, index } = playing;
  const moment = timeline.moments[index];
  const text = moment ? inLanguage(moment.text, language) : '';
  const sounds = useSounds(playing, text, moment?.cue, language);
  const [reading, setReading] = useState(false);
  const script = useId();
  const region = useRef<HTMLDivElement>(null);
  const ending = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const isUnderway = phase === 'running' || phase === 'paused';
  const isOver = phase === 'done' || phase === 'stopped';
  useAwake(phase === 'running');

  useEffect(() => {
    const focused = document.activeElement;
    // Somebody who went on to another question is left there.
    if (isOver && (focused === document.body || region.current?.contains(focused))) {
      ending.current?.focus();
    }
  }, [isOver]);

  const begin = () => {
    sounds.wake();
    // Safari does not focus a button that is clicked.
    main.current?.focus();
  };
  const readInstead = () => {
    playing.pause();
    setReading(!reading);
  };

  return (
    <div class="practice" role="group" ref={region} data-phase={phase}
      aria-label={part.text && inLanguage(part.text, language)}>
      {phase === 'ready' && <p class="practice-lasts">{say(own.lasts, { time: clock(timeline.seconds) })}</p>}
      {isUnderway && moment && (
        <>
          <Place moment={moment} timeline={timeline} left={playing.left} words={own} />
          <Stage text={text} breath={moment.breath} breathes={timeline.moments.some(({ breath }) => breath)}
            seconds={moment.end - moment.start} into={playing.into} visit={`${index}/${playing.visit}`}
            resting={phase === 'paused'} spoken={sounds.listening && !sounds.voiceMissing} />
        </>
      )}
      {isOver && <h3 class="practice-over" tabIndex={-1} ref={ending}>{phase === 'done' ? own.done : own.stopped}</h3>}
      <p class="sr" role="status">{phase === 'paused' ? own.paused : ''}</p>
      <Controls playing={playing} words={own} main={main} onBegin={begin} />
      {!isOver && <SoundChoices sounds={sounds} hasBell={timeline.moments.some(({ cue }) => cue === 'bell')} words={own} />}
      <button type="button" class="btn plain practice-read" aria-expanded={reading} aria-controls={script}
        onClick={readInstead}>{own.readInstead}</button>
      <div class="practice-script" id={script} hidden={!reading}>
        <Script parts={part.parts} language={language} words={words} />
      </div>
    </div>
  );
}
