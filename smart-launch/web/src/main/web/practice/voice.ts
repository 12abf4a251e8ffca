/**
 * A voice of the language that speaks on the device itself; one that speaks over the network would send
 * the text of the practice to a stranger.
 */
export function voiceFor<V extends Pick<SpeechSynthesisVoice, 'lang' | 'localService'>>(
  language: string, voices: readonly V[],
): V | undefined {
  const here = voices.filter((voice) => voice.localService);
  const wanted = tagOf(language);
  return here.find((voice) => tagOf(voice.lang) === wanted)
    ?? here.find((voice) => baseOf(voice.lang) === baseOf(language));
}

/** Android writes es_ES. */
function tagOf(language: string): string {
  return language.replace('_', '-').toLowerCase();
}

function baseOf(language: string): string {
  return tagOf(language).split('-')[0]!;
}
