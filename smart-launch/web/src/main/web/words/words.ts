/** All that the renderer itself says, in one language. `{n}` and the like stand for what is put in. */
export interface Words {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';

  readonly minutes: string;
  readonly stopWhenever: string;
  readonly whyThisHelps: string;
  readonly seeAnExample: string;
  readonly seeAll: string;
  readonly optional: string;
  readonly helpNow: string;
  readonly callNow: string;
  readonly whereThisGoes: string;
  readonly safetyGoesAtOnce: string;

  readonly saving: string;
  readonly saved: string;
  readonly keptHere: string;
  readonly notSaved: string;
  readonly tryAgain: string;
  readonly notStarted: string;

  readonly handIn: string;
  readonly handInWhatIHave: string;
  readonly handingIn: string;
  readonly notHandedIn: string;
  readonly handedIn: string;
  readonly handedInText: string;
  readonly finish: string;
  readonly leave: string;
  readonly stillEmptyOne: string;
  readonly stillEmptyMany: string;
  readonly emptyIsFine: string;
  readonly nothingYet: string;

  readonly pleaseLook: string;
  readonly notSentUntilChanged: string;
  readonly issues: {
    readonly 'not-a-number': string;
    readonly 'not-a-whole-number': string;
    readonly 'not-a-date': string;
    readonly 'not-a-time': string;
    readonly 'not-a-link': string;
    readonly format: string;
    readonly 'not-an-option': string;
    readonly alone: string;
    readonly 'media-type': string;
    readonly unit: string;
    readonly 'too-low': string;
    readonly 'too-high': string;
    readonly 'too-short': string;
    readonly 'too-long': string;
    readonly decimals: string;
    readonly 'too-large': string;
    readonly 'too-few': string;
    readonly 'too-many': string;
  };

  readonly notSet: string;
  readonly ofMost: string;
  readonly lower: string;
  readonly higher: string;
  readonly clear: string;
  readonly close: string;
  readonly choose: string;
  readonly other: string;
  readonly otherText: string;
  readonly yes: string;
  readonly no: string;
  readonly date: string;
  readonly time: string;
  readonly timeIfYouLike: string;
  readonly now: string;
  readonly unit: string;
  readonly lettersLeft: string;
  readonly add: string;
  readonly remove: string;
  readonly removeThis: string;
  readonly removed: string;
  readonly undo: string;
  readonly whatThisMeans: string;
  readonly about: string;
  readonly loading: string;
  readonly cannotLoad: string;

  readonly media: {
    readonly record: string;
    readonly stop: string;
    readonly recording: string;
    readonly recordAgain: string;
    readonly yourRecording: string;
    readonly microphoneRefused: string;
    readonly cannotRecord: string;
    readonly chooseRecording: string;
    readonly takePhoto: string;
    readonly choosePicture: string;
    readonly chooseFile: string;
    readonly getPicture: string;
    readonly getRecording: string;
    readonly getFile: string;
    readonly draw: string;
    readonly drawAgain: string;
    readonly drawing: string;
    readonly drawingHelp: string;
    readonly pen: string;
    readonly thin: string;
    readonly thick: string;
    readonly colour: string;
    readonly undoStroke: string;
    readonly clearDrawing: string;
    readonly useDrawing: string;
    readonly cancel: string;
    readonly yourPicture: string;
    readonly describePicture: string;
    readonly preparing: string;
    readonly cannotRead: string;
    readonly stillTooLarge: string;
    readonly askingMicrophone: string;
    readonly recorded: string;
    readonly recordingFull: string;
    readonly penDown: string;
    readonly penUp: string;
    readonly black: string;
    readonly blue: string;
    readonly green: string;
    readonly red: string;
    readonly purple: string;
  };

  readonly practice: {
    readonly begin: string;
    readonly again: string;
    readonly pause: string;
    readonly goOn: string;
    readonly back: string;
    readonly next: string;
    readonly stop: string;
    readonly listen: string;
    readonly noVoice: string;
    readonly step: string;
    readonly round: string;
    readonly left: string;
    readonly lasts: string;
    readonly readInstead: string;
    readonly done: string;
    readonly stopped: string;
    readonly sound: string;
    readonly measuredNote: string;
    readonly leaveOut: string;
    readonly paused: string;
    readonly times: string;
  };
}

/** Puts what is given into a sentence: `{n}` by the value named n. */
export function say(sentence: string, given: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(/\{(\w+)}/g, (whole, name: string) => String(given[name] ?? whole));
}
