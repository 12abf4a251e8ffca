import type { Part } from '../form/definition.ts';
import { inLanguage } from '../form/text.ts';
import { say, type Words } from '../words/words.ts';

interface ScriptProps {
  readonly parts: readonly Part[];
  readonly language: string;
  readonly words: Words;
}

/** The whole practice to read: what another renderer would show, and what is printed. */
export function Script({ parts, language, words }: ScriptProps) {
  return (
    <ol>
      {parts.map((part) => (
        <li key={part.linkId}>
          {part.text && inLanguage(part.text, language)}
          {part.rounds && <span class="practice-times"> {say(words.practice.times, { n: part.rounds })}</span>}
          {part.parts.length > 0 && <Script parts={part.parts} language={language} words={words} />}
        </li>
      ))}
    </ol>
  );
}
