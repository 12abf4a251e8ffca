import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { Keeping } from '../../main/web/form/keeping.ts';
import type { Kept } from '../../main/web/index.ts';

const KEPT: Kept = { where: 'server', at: new Date('2026-03-02T20:10:00Z') };

/** A server that answers when told, and the draft as it stands. */
function desk() {
  const calls: { draft: string; take: () => void; refuse: () => void }[] = [];
  const state = { draft: '' };
  const keeping = new Keeping<string>((draft) => new Promise((resolve, reject) => {
    calls.push({ draft, take: () => resolve(KEPT), refuse: () => reject(new Error('503')) });
  }), () => state.draft, () => undefined);
  const write = (draft: string) => { state.draft = draft; keeping.touch(); };
  return { calls, keeping, write };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Lets so many milliseconds pass, and what they set off come about. */
async function elapse(ms: number): Promise<void> {
  mock.timers.tick(ms);
  await settled();
}

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

test('a draft is saved after a pause in typing, not at each letter', async () => {
  const { calls, write } = desk();
  write('a');
  mock.timers.tick(500);
  write('ab');
  mock.timers.tick(799);
  assert.equal(calls.length, 0);
  await elapse(1);
  assert.deepEqual(calls.map((call) => call.draft), ['ab']);
});

test('saved is said only of what was taken: what was typed meanwhile is saved next', async () => {
  const { calls, keeping, write } = desk();
  write('a');
  await elapse(800);
  write('ab');
  calls[0]!.take();
  await settled();
  assert.equal(keeping.state.is, 'saving');
  await elapse(800);
  assert.equal(calls[1]!.draft, 'ab');
  calls[1]!.take();
  await settled();
  assert.deepEqual(keeping.state, { is: 'kept', kept: KEPT });
});

test('a save that was not taken is told, and tried again until it is', async () => {
  const { calls, keeping, write } = desk();
  write('a');
  await elapse(800);
  calls[0]!.refuse();
  await settled();
  assert.equal(keeping.state.is, 'not-kept');
  await elapse(2000);
  calls[1]!.refuse();
  await settled();
  await elapse(5000);
  calls[2]!.take();
  await settled();
  assert.equal(keeping.state.is, 'kept');
});

test('after the response was handed in no draft is saved over it', async () => {
  const { calls, keeping, write } = desk();
  write('a');
  await elapse(800);
  write('ab');
  const stopped = keeping.stop();
  calls[0]!.take();
  await stopped;
  await elapse(60_000);
  assert.equal(calls.length, 1);
  keeping.resume();
  await elapse(800);
  assert.equal(calls[1]!.draft, 'ab', 'and goes on when handing in came to nothing');
});

test('what is on the device alone is said to be there, and tried again until the server has it', async () => {
  const calls: ((kept: Kept) => void)[] = [];
  const keeping = new Keeping<string>(() => new Promise((resolve) => { calls.push(resolve); }), () => 'a', () => undefined);
  const onDevice: Kept = { where: 'device', at: KEPT.at };
  keeping.touch();
  await elapse(800);
  calls[0]!(onDevice);
  await settled();
  assert.deepEqual(keeping.state, { is: 'kept', kept: onDevice });
  await elapse(2_000);
  assert.deepEqual(keeping.state, { is: 'kept', kept: onDevice }, 'quietly');
  calls[1]!(KEPT);
  await settled();
  assert.deepEqual(keeping.state, { is: 'kept', kept: KEPT });
  await elapse(60_000);
  assert.equal(calls.length, 2);
});
