import type { Value } from '../fhir/types.ts';
import type { Part } from './definition.ts';
import type { Issue } from './checking.ts';
import { same } from './values.ts';

let keys = 0;

/** A part where it stands: once at the top, and once in each instance of a repeating group. */
export class Field {
  readonly part: Part;
  /** What it stands in; none for the sheet itself. */
  readonly within: Entry | undefined;
  /** What was entered. A group has at least one; a question may have none. */
  entries: Entry[] = [];

  constructor(part: Part, within?: Entry) {
    this.part = part;
    this.within = within;
    if (part.type !== 'display' && !choosesMany(part)) {
      this.entries.push(new Entry(this));
    }
  }

  /** One more instance or answer, at the end. */
  grow(): Entry {
    const entry = new Entry(this);
    this.entries.push(entry);
    return entry;
  }

  /** The values entered, in order. */
  get values(): Value[] {
    return this.entries.flatMap((entry) => entry.value ?? []);
  }
}

/** One instance of a group, or one answer with what is asked inside it. */
export class Entry {
  /** Stays the same while others come and go. */
  readonly key = `e${++keys}`;
  readonly field: Field | undefined;
  readonly fields: Field[];
  value: Value | undefined;
  /** What was typed and is no value yet: "abc" for a number. */
  typed: { readonly text: string; readonly issue: Issue } | undefined;
  /** Whether a person changed it; what was not touched is calculated anew. */
  touched = false;

  constructor(field: Field | undefined, parts: readonly Part[] = field?.part.parts ?? []) {
    this.field = field;
    this.fields = parts.map((part) => new Field(part, this));
  }
}

/** Whether its answers are ticked among options, so that none is also a number of entries. */
export function choosesMany(part: Part): boolean {
  return part.repeats && (part.type === 'choice' || part.type === 'open-choice');
}

/** All fields in the entry, each before what stands in it. */
export function* fieldsIn(entry: Entry): Generator<Field> {
  for (const field of entry.fields) {
    yield field;
    for (const instance of field.entries) {
      yield* fieldsIn(instance);
    }
  }
}

/** The answers that may be sent together: no more than fit, and none that stands alone beside others. The rest is told. */
export function sent(field: Field): Entry[] {
  const { part } = field;
  const fitting = field.entries.slice(0, part.repeats ? part.maxOccurs ?? undefined : 1);
  const standsAlone = (entry: Entry) => part.options.some((option) => option.exclusive && entry.value && same(option.value, entry.value));
  return fitting.length > 1 ? fitting.filter((entry) => !standsAlone(entry)) : fitting;
}
