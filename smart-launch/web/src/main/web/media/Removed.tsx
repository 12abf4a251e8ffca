import { useEffect, useRef } from 'preact/hooks';
import type { Words } from '../words/words.ts';

/** Says that something was removed, and brings it back; takes the focus that the button pressed has left. */
export function Removed({ words, onUndo }: { readonly words: Words; onUndo(): void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), []);
  return (
    <p class="media-removed">
      <span role="status">{words.removed}</span>
      <button type="button" class="btn plain" ref={undo} onClick={onUndo}>{words.undo}</button>
    </p>
  );
}
