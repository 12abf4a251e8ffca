import { useState } from 'preact/hooks';
import type { Breath } from './timeline.ts';

/** Letters from which a step's text is set smaller. */
const LONG = 70;

interface StageProps {
  readonly text: string;
  readonly breath?: Breath | undefined;
  /** Whether this practice has breaths at all. */
  readonly breathes: boolean;
  readonly seconds: number;
  /** Milliseconds into the step. */
  readonly into: number;
  readonly visit: string;
  readonly resting: boolean;
  /** Spoken by the device: a screen reader need not say it as well. */
  readonly spoken: boolean;
}

/** The step's text, large; with a breath, a pebble that grows and shrinks behind no word. */
export function Stage(props: StageProps) {
  return (
    <div class={`practice-stage${props.breathes ? ' practice-breathes' : ''}`}>
      {props.breathes && (
        <div class="practice-pool" aria-hidden="true">
          <Pebble key={props.visit} breath={props.breath} seconds={props.seconds} into={props.into} resting={props.resting} />
        </div>
      )}
      <p class={`practice-text${props.text.length > LONG ? ' practice-long' : ''}`}
        aria-live={props.spoken ? 'off' : 'polite'} aria-atomic="true">{props.text}</p>
    </div>
  );
}

/** Begins where the step stands when it is shown; from there its animation and the clock keep the same pace. */
function Pebble({ breath, seconds, into, resting }: Pick<StageProps, 'breath' | 'seconds' | 'into' | 'resting'>) {
  const [late] = useState(into);
  return (
    <span class={`practice-pebble practice-${breath ?? 'empty'}`} data-resting={resting}
      style={{ animationDuration: `${seconds}s`, animationDelay: `-${late}ms` }} />
  );
}
