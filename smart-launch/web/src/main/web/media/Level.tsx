import { useEffect, useRef } from 'preact/hooks';

/** How fast the pebble follows the voice: slowly, so that it does not flicker. */
const FOLLOWING = 0.12;

/** A pebble that grows a little as one speaks: a sign that one is heard. Still, if the person asks for no motion. */
export function Level({ stream }: { readonly stream: MediaStream | undefined }) {
  const pebble = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!stream || typeof AudioContext === 'undefined') {
      return undefined;
    }
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 512 });
    context.createMediaStreamSource(stream).connect(analyser);
    const wave = new Uint8Array(analyser.fftSize);
    let shown = 0;
    let frame = requestAnimationFrame(function follow() {
      analyser.getByteTimeDomainData(wave);
      const loudness = Math.sqrt(wave.reduce((sum, at) => sum + ((at - 128) / 128) ** 2, 0) / wave.length);
      shown += (Math.min(1, loudness * 4) - shown) * FOLLOWING;
      pebble.current?.style.setProperty('--level', shown.toFixed(3));
      frame = requestAnimationFrame(follow);
    });
    return () => {
      cancelAnimationFrame(frame);
      void context.close();
    };
  }, [stream]);
  return <span class="media-level" aria-hidden="true"><span ref={pebble} /></span>;
}
