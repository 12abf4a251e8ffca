import type { Words } from '../words/words.ts';
import type { Sounds } from './useSounds.ts';

interface SoundChoicesProps {
  readonly sounds: Sounds;
  readonly hasBell: boolean;
  readonly words: Words['practice'];
}

/** What may sound: the voice, and the bell if the practice has one. */
export function SoundChoices({ sounds, hasBell, words }: SoundChoicesProps) {
  return (
    <div class="practice-sounds">
      <label class="tick">
        <input type="checkbox" checked={sounds.listening} onChange={(event) => sounds.listen(event.currentTarget.checked)} />
        <span>{words.listen}</span>
      </label>
      {hasBell && (
        <label class="tick">
          <input type="checkbox" checked={sounds.ringing} onChange={(event) => sounds.ring(event.currentTarget.checked)} />
          <span>{words.sound}</span>
        </label>
      )}
      <p class="practice-hint" role="status">{sounds.voiceMissing ? words.noVoice : ''}</p>
    </div>
  );
}
