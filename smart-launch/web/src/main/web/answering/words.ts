import type { Why } from './server.ts';

/** What the page around a worksheet says. */
export interface AnsweringWords {
  readonly trouble: Readonly<Record<Why, string>>;
  readonly again: string;
  readonly home: string;
  readonly two: string;
  readonly here: string;
  readonly elsewhere: string;
  readonly handedIn: string;
}

const en: AnsweringWords = {
  trouble: {
    away: 'The homework could not be loaded just now. Look at your connection and try again.',
    over: 'You were signed out. What you wrote is kept on this device for a week. Open homework from your health record again to go on.',
    changed: 'This worksheet was changed on another device. What you wrote here is kept on this device. Load the page again to choose.',
    refused: 'The homework server did not take this. What you wrote is kept on this device. Tell your clinic if it stays so.',
  },
  again: 'Load again',
  home: 'Back to today',
  two: 'There are two versions of your answers. Which do you want to go on with?',
  here: 'The one on this device, {time}',
  elsewhere: 'The one saved from another device',
  handedIn: 'You handed this in already. You can still change it.',
};

const es: AnsweringWords = {
  trouble: {
    away: 'La tarea no se pudo cargar ahora. Revise su conexión e inténtelo otra vez.',
    over: 'Su sesión terminó. Lo que escribió queda en este dispositivo durante una semana. Para seguir, abra las tareas otra vez desde su historia clínica.',
    changed: 'Esta hoja se cambió en otro dispositivo. Lo que escribió aquí queda en este dispositivo. Cargue la página otra vez para elegir.',
    refused: 'El servidor no aceptó esto. Lo que escribió queda en este dispositivo. Si sigue así, avise a su clínica.',
  },
  again: 'Cargar otra vez',
  home: 'Volver a hoy',
  two: 'Hay dos versiones de sus respuestas. ¿Con cuál quiere seguir?',
  here: 'La de este dispositivo, {time}',
  elsewhere: 'La guardada desde otro dispositivo',
  handedIn: 'Ya entregó esta hoja. Todavía puede cambiarla.',
};

/** In the first language that is spoken here. */
export function wordsFor(languages: readonly string[]): AnsweringWords {
  const first = languages.map((language) => language.split('-')[0]).find((language) => language === 'en' || language === 'es');
  return first === 'es' ? es : en;
}
