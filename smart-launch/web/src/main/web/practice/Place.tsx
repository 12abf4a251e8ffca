import { say, type Words } from '../words/words.ts';
import { clock } from './clock.ts';
import type { Moment, Timeline } from './timeline.ts';

interface PlaceProps {
  readonly moment: Moment;
  readonly timeline: Timeline;
  /** Whole seconds. */
  readonly left: number;
  readonly words: Words['practice'];
}

/** Which step, which round, how long still: to be looked at, never read out each second. */
export function Place({ moment, timeline, left, words }: PlaceProps) {
  return (
    <>
      <div class="practice-place">
        <span>{say(words.step, { n: moment.step, most: timeline.steps })}</span>
        {moment.round && <span>{say(words.round, { n: moment.round, most: moment.rounds! })}</span>}
        <span class="practice-left" role="timer">{say(words.left, { time: clock(left) })}</span>
      </div>
      <div class="practice-line" aria-hidden="true">
        <span style={{ '--at': 1 - left / timeline.seconds }} />
      </div>
    </>
  );
}
