/** Partials of a small bowl: frequency in hertz, loudness, seconds until it is gone. */
const PARTIALS = [[396, 0.14, 4], [1093, 0.05, 2.2], [2059, 0.02, 1.1]] as const;

/** A bell made of sines; nothing is downloaded. */
export class Bell {
  private context: AudioContext | undefined;

  /** Browsers allow sound only after a touch: to be called in one. */
  wake(): void {
    if (typeof AudioContext !== 'undefined') {
      this.context ??= new AudioContext();
      void this.context.resume();
    }
  }

  ring(): void {
    const context = this.context;
    if (!context) {
      return;
    }
    for (const [frequency, loudness, seconds] of PARTIALS) {
      const tone = new OscillatorNode(context, { frequency });
      const volume = new GainNode(context, { gain: 0 });
      const now = context.currentTime;
      volume.gain.linearRampToValueAtTime(loudness, now + 0.01);
      volume.gain.exponentialRampToValueAtTime(0.0001, now + seconds);
      tone.connect(volume).connect(context.destination);
      tone.start();
      tone.stop(now + seconds);
    }
  }

  close(): void {
    void this.context?.close();
    this.context = undefined;
  }
}
