import { useRef } from 'preact/hooks';

/** Plays what was recorded. */
export function Playback({ link, label }: { readonly link: string | undefined; readonly label: string }) {
  const measured = useRef('');
  return (
    <audio class="media-playback" controls preload="metadata" src={link} aria-label={label}
      onLoadedMetadata={({ currentTarget: audio }) => {
        // Chromium writes no length into a recording; it finds it by going to the end once.
        if (audio.duration === Infinity && measured.current !== audio.src) {
          measured.current = audio.src;
          audio.addEventListener('timeupdate', () => { audio.currentTime = 0; }, { once: true });
          audio.currentTime = 1e9;
        }
      }} />
  );
}
