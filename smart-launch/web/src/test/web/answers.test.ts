import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { Answers } from '../../main/web/answering/answers.ts';
import { NotDone, Server, type Why } from '../../main/web/answering/server.ts';
import type { QuestionnaireResponse } from '../../main/web/fhir/types.ts';

const NOW = new Date('2026-03-02T20:10:00Z');
const DRAFT: QuestionnaireResponse = { resourceType: 'QuestionnaireResponse', status: 'in-progress', item: [] };

/** A device that keeps, or none; a server that answers as it is told to; and what the patient was told. */
function desk({ keeps = true } = {}) {
  const answers: (Why | string)[] = [];
  const sent: (string | null)[] = [];
  const onDevice: (QuestionnaireResponse | undefined)[] = [];
  const told: Why[] = [];
  const server = {
    keep: async (_: QuestionnaireResponse, version: string | null) => {
      sent.push(version);
      const next = answers.shift() ?? '1';
      if (['away', 'over', 'changed', 'refused'].includes(next)) { throw new NotDone(next as Why); }
      return next;
    },
  };
  const device = {
    keep: async (response: QuestionnaireResponse) => { if (keeps) { onDevice.push(response); } return keeps ? NOW : undefined; },
    forget: async () => { onDevice.push(undefined); },
  };
  return { answers, sent, onDevice, told, desk: new Answers(server, device, null, () => NOW, (why) => told.push(why)) };
}

test('what the server took is said to be there, and leaves the device', async () => {
  const { desk: answers, onDevice } = desk();
  assert.deepEqual(await answers.save(DRAFT), { where: 'server', at: NOW });
  assert.equal(onDevice.at(-1), undefined);
});

test('each save goes on from what the last one became', async () => {
  const { desk: answers, answers: next, sent } = desk();
  next.push('1', '2', '3');
  await answers.save(DRAFT);
  await answers.save(DRAFT);
  await answers.handIn({ ...DRAFT, status: 'completed' });
  assert.deepEqual(sent, [null, '1', '2']);
});

test('while nobody answers it is on the device, and the patient is told so, not of trouble', async () => {
  const { desk: answers, answers: next, onDevice, told } = desk();
  next.push('away');
  assert.deepEqual(await answers.save(DRAFT), { where: 'device', at: NOW });
  assert.deepEqual(onDevice, [DRAFT]);
  assert.deepEqual(told, []);
});

test('a device that keeps nothing is not said to have kept it', async () => {
  const { desk: answers, answers: next } = desk({ keeps: false });
  next.push('away');
  await assert.rejects(answers.save(DRAFT), { why: 'away' });
});

for (const why of ['over', 'changed', 'refused'] as const) {
  test(`that it was not taken (${why}) is told, and it stays on the device`, async () => {
    const { desk: answers, answers: next, onDevice, told } = desk();
    next.push(why);
    await assert.rejects(answers.save(DRAFT), { why });
    assert.deepEqual(told, [why]);
    assert.deepEqual(onDevice, [DRAFT]);
  });
}

test('what was not handed in stays on the device until it was', async () => {
  const { desk: answers, answers: next, onDevice } = desk();
  next.push('away', '1');
  const response: QuestionnaireResponse = { ...DRAFT, status: 'completed' };
  await assert.rejects(answers.handIn(response), { why: 'away' });
  assert.deepEqual(onDevice, [response]);
  await answers.handIn(response);
  assert.equal(onDevice.at(-1), undefined);
});

test('what was sent and not answered is sent again before what was written since, which goes on from it', async () => {
  const sent: [string, string | null][] = [];
  const stored = { text: '', version: 0 };
  let hears = false;
  const server = {
    keep: async ({ language }: QuestionnaireResponse, version: string | null) => {
      sent.push([language!, version]);
      if (stored.text !== language) {
        if (String(stored.version || '') !== (version ?? '')) { throw new NotDone('changed'); }
        Object.assign(stored, { text: language, version: stored.version + 1 });
      }
      if (!hears) { throw new NotDone('away'); }
      return String(stored.version);
    },
  };
  const told: Why[] = [];
  const device = { keep: async () => NOW, forget: async () => undefined };
  const answers = new Answers(server, device, null, () => NOW, (why) => told.push(why));
  const draft = (language: string): QuestionnaireResponse => ({ ...DRAFT, language });
  assert.equal((await answers.save(draft('a'))).where, 'device');
  hears = true;
  assert.equal((await answers.save(draft('ab'))).where, 'server');
  assert.deepEqual(sent, [['a', null], ['a', null], ['ab', '1']]);
  assert.deepEqual(told, []);
  assert.equal(stored.version, 2);
});

/** Asks a server that answers every request in one way. */
async function whyOf(status: number): Promise<string> {
  const listening = createServer((_, answer) => { answer.writeHead(status, { Location: 'https://example.org/' }).end('{}'); }).listen(0, '127.0.0.1');
  await new Promise((started) => { listening.once('listening', started); });
  const { port } = listening.address() as AddressInfo;
  try {
    await new Server(`http://127.0.0.1:${port}/l/x/api/worksheet/y`, 'token').keep(DRAFT, '1');
    return 'done';
  } catch (problem) {
    return problem instanceof NotDone ? problem.why : String(problem);
  } finally {
    listening.close();
  }
}

test('an answer of the app is read for what the patient can do about it', async () => {
  const found: Record<number, string> = {};
  for (const status of [200, 302, 401, 403, 409, 412, 413, 422, 429, 500, 503]) {
    found[status] = await whyOf(status);
  }
  assert.deepEqual(found, {
    200: 'done', 302: 'away', 401: 'over', 403: 'over', 409: 'changed', 412: 'changed', 413: 'refused', 422: 'refused', 429: 'away',
    500: 'away', 503: 'away',
  });
});

test('nobody at the address is nobody who answers', async () => {
  await assert.rejects(new Server('http://127.0.0.1:1/', 'token').open(), { why: 'away' });
});

test('a device keeps what was sent without an answer beside what was written since', async () => {
  const sent: (QuestionnaireResponse | undefined)[] = [];
  const server = { keep: () => Promise.reject(new NotDone('away')) };
  const device = {
    keep: async (_: QuestionnaireResponse, __: string | null, unanswered?: QuestionnaireResponse) => { sent.push(unanswered); return NOW; },
    forget: async () => undefined,
  };
  const answers = new Answers(server, device, null, () => NOW, () => undefined);
  await answers.save(DRAFT);
  await answers.save({ ...DRAFT, item: [{ linkId: 'a' }] });
  assert.deepEqual(sent, [undefined, DRAFT]);
});
