import { useEffect, useRef, useState } from 'preact/hooks';
import { better, Player, type Standing } from './player.ts';
import type { Practised } from './props.ts';
import type { Timeline } from './timeline.ts';

/** Often enough that a step begins on time, seldom enough for a cheap phone. */
const TICK_MILLIS = 200;

/** A player on the page. */
export interface Playing extends Standing {
  /** Changes with every jump, so that what is shown of a step begins anew. */
  readonly visit: number;
  play(): void;
  pause(): void;
  next(): void;
  back(): void;
  stop(): void;
  again(): void;
}

/** Plays a timeline; tells what was practised when it ends, is stopped, or leaves the page. */
export function usePlayer(timeline: Timeline, onPractised: (practised: Practised) => void): Playing {
  const player = useRef<Player>(undefined);
  player.current ??= new Player(timeline, monotonic);
  const best = useRef<Practised>(undefined);
  const tell = useRef(onPractised);
  tell.current = onPractised;
  const [standing, setStanding] = useState<Standing>(() => player.current!.tick());
  const [visit, setVisit] = useState(0);

  const look = () => {
    const now = player.current!.tick();
    setStanding((before) => (isSame(before, now) ? before : now));
  };
  const report = () => {
    const practised = player.current!.practised();
    if (practised.seconds > 0) {
      best.current = better(best.current, practised);
      tell.current(best.current);
    }
  };

  useEffect(() => {
    if (standing.phase === 'done' || standing.phase === 'stopped') {
      report();
    }
    if (standing.phase === 'running') {
      const timer = setInterval(look, TICK_MILLIS);
      return () => clearInterval(timer);
    }
    return undefined;
  }, [standing.phase]);
  useEffect(() => () => {
    const { phase } = player.current!.tick();
    if (phase === 'running' || phase === 'paused') {
      report();
    }
  }, []);

  const doing = (what: () => void) => () => {
    what();
    look();
  };
  const jumping = (what: () => void) => doing(() => {
    what();
    setVisit((before) => before + 1);
  });
  return {
    ...standing,
    visit,
    play: doing(() => player.current!.play()),
    pause: doing(() => player.current!.pause()),
    stop: doing(() => player.current!.stop()),
    next: jumping(() => player.current!.next()),
    back: jumping(() => player.current!.back()),
    again: jumping(() => {
      player.current = new Player(timeline, monotonic);
      player.current.play();
    }),
  };
}

function monotonic(): number {
  return performance.now();
}

function isSame(one: Standing, other: Standing): boolean {
  return one.phase === other.phase && one.index === other.index && one.left === other.left;
}
