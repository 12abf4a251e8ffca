// Size and time until a worksheet can be filled in, on a phone as slow as many patients have: ours, LHC-Forms and Smart
// Forms, on the same forms, in the same run. By hand: npm run measure
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { forms } from './forms.mjs';
import { serve } from './serve.mjs';

const FORMS = ['thought-record-5', 'daily-anxiety-reflection', 'phq-9'];
const RUNS = 5;
const PHONE = { cpu: 4, kilobits: 1600, latency: 150 };
const BROWSER = process.env.CBT_HOMEWORK_CHROMIUM ?? '/usr/bin/chromium';
const FOLDER = 'target/measure';
const PEERS = resolve('peers');

/** Each says by `window.ready` when the first thing to answer with is there, and each asks for the form at once. */
const PAGES = {
  ours: `${JSON.parse(readFileSync('target/web/preload.json', 'utf8')).map((file) => `<link rel="modulepreload" href="/web/${file}">`).join('')}
    <link rel="stylesheet" href="/web/worksheet.css"><main id="place"></main><script type="module">
    import { mountWorksheet } from '/web/worksheet.js';
    const questionnaire = await FORM;
    mountWorksheet(document.getElementById('place'), { questionnaire, languages: ['en'], contacts: [], now: () => new Date(), handIn: async () => {} });
    seen();</script>`,
  'LHC-Forms': `<link rel="stylesheet" href="/lhc/webcomponent/styles.css"><div id="place"></div>
    <script src="/lhc/webcomponent/assets/lib/zone.min.js"></script><script src="/lhc/webcomponent/lhc-forms.js"></script><script src="/lhc/fhir/R4/lformsFHIR.min.js"></script>
    <script type="module">LForms.Util.addFormToPage(await FORM, 'place'); seen();</script>`,
  'Smart Forms': `<div id="place"></div><script type="module" src="/measure/smart-forms.js"></script>`,
};
const SEEN = `window.seen = () => { const look = () => document.querySelector('#place :is(input, textarea, select)')
  ? requestAnimationFrame(() => setTimeout(() => { window.ready = performance.now(); })) : setTimeout(look, 10); look(); };`;

prepare();
const { chromium } = createRequire(`${PEERS}/smart-forms/`)('playwright-core');
const roots = { web: 'target/web', measure: FOLDER, lhc: `${PEERS}/lhc-forms/node_modules/lforms/dist/lforms` };
// The peers do not work under the policy that ours keeps.
const { url: base, server } = await serve(roots, 0, "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:");
console.log(`${cpus().length} x ${cpus()[0].model}; CPU ${PHONE.cpu} times slower, ${PHONE.kilobits} kbit/s, ${PHONE.latency} ms, cold; median of ${RUNS}`);
for (const form of FORMS) {
  const measured = Object.fromEntries(Object.keys(PAGES).map((page) => [page, []]));
  for (let run = 0; run < RUNS; run++) {
    for (const page of Object.keys(PAGES)) {
      measured[page].push(await measure(`${base}/measure/${page.replace(' ', '-')}-${form}.html`));
    }
  }
  for (const [page, runs] of Object.entries(measured)) {
    const median = (name) => runs.map((run) => run[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    console.log(`${form.padEnd(26)} ${page.padEnd(12)} ${(median('ready') / 1000).toFixed(2).padStart(6)} s ${(median('bytes') / 1000).toFixed(0).padStart(6)} KB until ready`);
  }
}
server.close();

async function measure(url) {
  const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox', '--disable-gpu', '--disable-quic',
    '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: PHONE.latency,
      downloadThroughput: PHONE.kilobits * 1000 / 8, uploadThroughput: PHONE.kilobits * 1000 / 8 });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: PHONE.cpu });
    let bytes = 0;
    devtools.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction('window.ready', undefined, { timeout: 120_000 });
    return { ready: await page.evaluate('window.ready'), bytes };
  } finally {
    await browser.close();
  }
}

function prepare() {
  for (const peer of ['lhc-forms', 'smart-forms']) {
    execFileSync(process.execPath, ['scripts/install.mjs', `peers/${peer}`], { stdio: 'inherit' });
  }
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const all = forms();
  for (const id of FORMS) {
    writeFileSync(`${FOLDER}/${id}.json`, JSON.stringify(all.find((form) => form.id === id).questionnaire));
    for (const [page, body] of Object.entries(PAGES)) {
      writeFileSync(`${FOLDER}/${page.replace(' ', '-')}-${id}.html`, `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${page}</title><link rel="icon" href="data:,">
<script>window.FORM = fetch('/measure/${id}.json').then((form) => form.json()); ${SEEN}</script></head><body>${body}</body></html>`);
    }
  }
  writeFileSync(`${FOLDER}/smart-forms-source.js`, `import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { SmartFormsRenderer } from '@aehrc/smart-forms-renderer';
const questionnaire = await window.FORM;
createRoot(document.getElementById('place')).render(createElement(SmartFormsRenderer, { questionnaire }));
window.seen();`);
  execFileSync(`${PEERS}/smart-forms/node_modules/.bin/esbuild`, [`${FOLDER}/smart-forms-source.js`, '--bundle', '--minify', '--format=esm',
    '--target=es2022', '--loader:.woff=file', '--loader:.woff2=file', '--define:process.env.NODE_ENV="production"', `--outfile=${FOLDER}/smart-forms.js`],
  { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, NODE_PATH: `${PEERS}/smart-forms/node_modules` } });
}
