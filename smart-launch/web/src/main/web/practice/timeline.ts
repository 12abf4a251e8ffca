import type { Part } from '../form/definition.ts';
import type { Text } from '../form/text.ts';

/** What the breath does in a moment: a hold keeps what the breath before it left behind. */
export type Breath = 'in' | 'out' | 'full' | 'empty';

/** One step at its place in time. */
export interface Moment {
  readonly text: Text;
  readonly cue?: string;
  readonly breath?: Breath;
  /** Seconds from the beginning, inclusive. */
  readonly start: number;
  /** Seconds from the beginning, exclusive. */
  readonly end: number;
  /** Counted from 1; all rounds of a group are one step. */
  readonly step: number;
  /** Counted from 1, of the innermost group that is repeated. */
  readonly round?: number;
  readonly rounds?: number;
}

/** A practice from its beginning to its end. */
export interface Timeline {
  readonly moments: readonly Moment[];
  readonly steps: number;
  /** Whole seconds. */
  readonly seconds: number;
}

/** Lays the steps of a practice one after the other, the rounds written out. */
export function timelineOf(practice: Part): Timeline {
  const moments: Moment[] = [];
  let steps = 0;
  for (const part of practice.parts) {
    if (isTimed(part)) {
      steps += 1;
      lay(part, moments, { step: steps });
    }
  }
  return { moments, steps, seconds: endOf(moments) };
}

/** Whether anything in it takes time; a mere text does not. */
function isTimed(part: Part): boolean {
  return part.guided !== undefined || part.parts.some(isTimed);
}

function lay(part: Part, onto: Moment[], place: Pick<Moment, 'step' | 'round' | 'rounds'>): void {
  if (part.guided && part.text) {
    const start = endOf(onto);
    const { cue, seconds } = part.guided;
    const breath = breathOf(cue, onto[onto.length - 1]?.breath);
    onto.push({ text: part.text, start, end: start + seconds, ...(cue && { cue }), ...(breath && { breath }), ...place });
  }
  const rounds = part.rounds ?? 1;
  for (let round = 1; round <= rounds; round += 1) {
    for (const inner of part.parts) {
      lay(inner, onto, part.rounds ? { ...place, round, rounds } : place);
    }
  }
}

function breathOf(cue: string | undefined, before: Breath | undefined): Breath | undefined {
  switch (cue) {
    case 'breathe-in': return 'in';
    case 'breathe-out': return 'out';
    case 'hold': return before === 'in' || before === 'full' ? 'full' : 'empty';
    default: return undefined;
  }
}

function endOf(moments: readonly Moment[]): number {
  return moments[moments.length - 1]?.end ?? 0;
}
