import type { Ref } from 'preact';
import type { Words } from '../words/words.ts';
import type { Playing } from './usePlayer.ts';

interface ControlsProps {
  readonly playing: Playing;
  readonly words: Words['practice'];
  readonly main: Ref<HTMLButtonElement>;
  /** Called in the touch that begins, before anything sounds. */
  onBegin(): void;
}

/** One main button in one place, whatever it says, so that the focus stays on it; the others below it. */
export function Controls({ playing, words, main, onBegin }: ControlsProps) {
  const begin = (how: () => void) => () => {
    onBegin();
    how();
  };
  const [label, press] = {
    ready: [words.begin, begin(playing.play)],
    running: [words.pause, playing.pause],
    paused: [words.goOn, begin(playing.play)],
    done: [words.again, begin(playing.again)],
    stopped: [words.again, begin(playing.again)],
  }[playing.phase] as [string, () => void];
  const isOver = playing.phase === 'done' || playing.phase === 'stopped';
  return (
    <div class="practice-controls">
      <button type="button" class={isOver ? 'btn' : 'btn main'} ref={main} onClick={press}>{label}</button>
      {(playing.phase === 'running' || playing.phase === 'paused') && (
        <div class="practice-moves">
          <button type="button" class="btn" onClick={playing.back}>{words.back}</button>
          <button type="button" class="btn" onClick={playing.next}>{words.next}</button>
          <button type="button" class="btn practice-stop" onClick={playing.stop}>{words.stop}</button>
        </div>
      )}
    </div>
  );
}
