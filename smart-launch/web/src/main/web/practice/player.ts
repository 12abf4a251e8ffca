import type { Practised } from './props.ts';
import type { Timeline } from './timeline.ts';

export type Phase = 'ready' | 'running' | 'paused' | 'done' | 'stopped';

/** Where a practice stands. */
export interface Standing {
  readonly phase: Phase;
  /** Of the moment in the timeline. */
  readonly index: number;
  /** Milliseconds into that moment. */
  readonly into: number;
  /** Whole seconds until the end of the practice. */
  readonly left: number;
}

/**
 * Goes through a timeline by the clock. Nothing is counted up: where it stands follows from when it was set going,
 * so a tab that slept, or a timer that came late, finds the place where it would be.
 */
export class Player {
  private phase: Phase = 'ready';
  /** Milliseconds from the beginning, when last set going or halted. */
  private from = 0;
  /** By the clock, when last set going. */
  private since = 0;
  /** Milliseconds practised before that. */
  private practisedBefore = 0;
  private reachedLast = false;

  /** @param now a clock in milliseconds that never goes back */
  constructor(private readonly timeline: Timeline, private readonly now: () => number) {}

  /** Sets it going: at the beginning, or where it was paused. */
  play(): void {
    if (this.phase === 'ready' || this.phase === 'paused') {
      this.phase = 'running';
      this.since = this.now();
    }
  }

  pause(): void {
    if (this.tick().phase === 'running') {
      this.halt('paused');
    }
  }

  /** To the beginning of the next step; from the last one to the end. */
  next(): void {
    this.moveTo(this.tick().index + 1);
  }

  /** To the beginning of the step before; of this one if it is the first. */
  back(): void {
    this.moveTo(this.tick().index - 1);
  }

  stop(): void {
    const { phase } = this.tick();
    if (phase === 'running' || phase === 'paused') {
      this.halt('stopped');
    }
  }

  /** Where it stands now; comes to the end if the time is over. */
  tick(): Standing {
    const end = this.timeline.seconds * 1000;
    if (this.phase === 'running' && this.position() >= end) {
      this.halt('done');
    }
    const position = this.position();
    const index = this.indexAt(position);
    const last = this.timeline.moments.length - 1;
    this.reachedLast ||= this.phase === 'done' || (this.phase !== 'ready' && last > 0 && index === last);
    const start = (this.timeline.moments[index]?.start ?? 0) * 1000;
    return { phase: this.phase, index, into: position - start, left: Math.ceil((end - position) / 1000) };
  }

  /** What was practised so far: pauses and what was passed over are left out. */
  practised(): Practised {
    this.tick();
    return { seconds: Math.round((this.practisedBefore + this.running()) / 1000), finished: this.reachedLast };
  }

  /** Milliseconds since it was set going, at most until the end. */
  private running(): number {
    return this.phase === 'running' ? Math.min(this.now() - this.since, this.timeline.seconds * 1000 - this.from) : 0;
  }

  private position(): number {
    return this.from + this.running();
  }

  private halt(phase: Phase): void {
    const running = this.running();
    this.practisedBefore += running;
    this.from += running;
    this.since = this.now();
    this.phase = phase;
  }

  private moveTo(index: number): void {
    if (this.phase !== 'running' && this.phase !== 'paused') {
      return;
    }
    const to = this.timeline.moments[Math.max(0, index)];
    this.halt(to ? this.phase : 'done');
    this.from = (to?.start ?? this.timeline.seconds) * 1000;
  }

  private indexAt(position: number): number {
    const { moments } = this.timeline;
    const index = moments.findIndex((moment) => position < moment.end * 1000);
    return index < 0 ? moments.length - 1 : index;
  }
}

/** Of two practices the one that says more: the finished one, else the longer. */
export function better(one: Practised | undefined, other: Practised): Practised {
  if (!one) {
    return other;
  }
  if (one.finished !== other.finished) {
    return one.finished ? one : other;
  }
  return one.seconds >= other.seconds ? one : other;
}
