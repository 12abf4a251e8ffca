import type { Kept } from '../index.ts';

/** What is known of a draft. */
export type KeepingState =
  | { readonly is: 'untouched' }
  | { readonly is: 'saving' }
  | { readonly is: 'kept'; readonly kept: Kept }
  | { readonly is: 'not-kept' };

const PAUSE_MS = 800;
const RETRIES_MS = [2_000, 5_000, 15_000, 30_000];

/**
 * Keeps a draft while somebody types: one save at a time, after a pause, and again until the server took it. It says "kept"
 * only of what a save took; what was typed meanwhile is saved next.
 */
export class Keeping<Draft> {
  state: KeepingState = { is: 'untouched' };
  private readonly save: (draft: Draft) => Promise<Kept>;
  private readonly draft: () => Draft;
  private readonly changed: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private underWay: Promise<void> | undefined;
  private isStale = false;
  private tries = 0;
  private isOver = false;

  constructor(save: (draft: Draft) => Promise<Kept>, draft: () => Draft, changed: () => void) {
    this.save = save;
    this.draft = draft;
    this.changed = changed;
  }

  /** Something was typed. */
  touch(): void {
    this.isStale = true;
    this.tries = 0;
    this.schedule(PAUSE_MS);
  }

  /** Saves what is not yet saved, now. Settles when it was tried. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    await this.underWay;
    if (this.isStale && !this.isOver) {
      this.underWay = this.attempt().finally(() => { this.underWay = undefined; });
      await this.underWay;
    }
  }

  /** No more saves: the response is handed in, or the page gone. Settles when the last one under way is over. */
  async stop(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.underWay;
  }

  /** Goes on after a stop that came to nothing. */
  resume(): void {
    this.isOver = false;
    if (this.isStale) {
      this.schedule(PAUSE_MS);
    }
  }

  private schedule(ms: number): void {
    clearTimeout(this.timer);
    if (!this.isOver) {
      this.timer = setTimeout(() => void this.flush(), ms);
    }
  }

  private async attempt(): Promise<void> {
    this.isStale = false;
    if (!this.isOnDevice()) {
      this.become({ is: 'saving' });
    }
    try {
      const kept = await this.save(this.draft());
      if (kept.where === 'device') {
        this.isStale = true;
        this.schedule(RETRIES_MS[Math.min(this.tries++, RETRIES_MS.length - 1)]!);
        this.become({ is: 'kept', kept });
      } else {
        this.tries = 0;
        if (!this.isStale) {
          this.become({ is: 'kept', kept });
        }
      }
    } catch {
      this.isStale = true;
      this.become({ is: 'not-kept' });
      this.schedule(RETRIES_MS[Math.min(this.tries++, RETRIES_MS.length - 1)]!);
    }
  }

  /** It is tried again quietly then: the person is told when the server has it. */
  private isOnDevice(): boolean {
    return this.state.is === 'kept' && this.state.kept.where === 'device';
  }

  private become(state: KeepingState): void {
    this.state = state;
    this.changed();
  }
}
