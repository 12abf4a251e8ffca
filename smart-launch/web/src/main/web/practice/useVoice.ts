import { useEffect, useState } from 'preact/hooks';
import { voiceFor } from './voice.ts';

/** Slower than talk: a script has at most 1.3 words a second. */
const RATE = 0.9;

/** The device's voice for a language, if it has one; voices may arrive late. */
export function useVoice(language: string): SpeechSynthesisVoice | undefined {
  const [voice, setVoice] = useState<SpeechSynthesisVoice>();
  useEffect(() => {
    const speech = window.speechSynthesis as SpeechSynthesis | undefined;
    const look = () => setVoice(() => voiceFor(language, speech?.getVoices() ?? []));
    look();
    speech?.addEventListener?.('voiceschanged', look);
    return () => speech?.removeEventListener?.('voiceschanged', look);
  }, [language]);
  return voice;
}

/** Speaks; what is given back silences it. */
export function speak(text: string, voice: SpeechSynthesisVoice, onSpoken: () => void): () => void {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = RATE;
  utterance.onend = onSpoken;
  window.speechSynthesis.speak(utterance);
  return () => {
    utterance.onend = null;
    window.speechSynthesis.cancel();
  };
}
