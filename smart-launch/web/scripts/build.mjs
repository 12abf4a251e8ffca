// Builds what a web application serves (target/web) and the demo page that shows it (target/demo).
// An argument names a further folder for the former.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { forms, responses } from './forms.mjs';
import { smallFhirPath } from './small-fhirpath.mjs';

const SOURCE = 'src/main/web';
const common = {
  bundle: true,
  format: 'esm',
  minify: true,
  splitting: true,
  target: 'es2020',
  sourcemap: 'external',
  legalComments: 'external',
  chunkNames: 'chunks/[name]-[hash]',
  metafile: true,
  logLevel: 'warning',
};

/** The demo and the page of the app use the renderer as others do: as the file that is served. */
const asServed = (path) => ({
  name: 'as-served',
  setup(build) {
    build.onResolve({ filter: /^\.\.\/index\.ts$/ }, () => ({ path, external: true }));
  },
});

rmSync('target/web', { recursive: true, force: true });
rmSync('target/demo', { recursive: true, force: true });

const { metafile } = await build({
  ...common,
  entryPoints: { worksheet: `${SOURCE}/index.ts` },
  outdir: 'target/web',
  plugins: [smallFhirPath],
});
await build({
  entryPoints: { worksheet: `${SOURCE}/styles/worksheet.css` },
  outdir: 'target/web',
  bundle: true,
  minify: true,
  target: ['chrome105', 'firefox121', 'safari15.4'],
  loader: { '.svg': 'dataurl' },
  logLevel: 'warning',
});
await build({
  ...common,
  entryPoints: { answering: `${SOURCE}/answering/page.ts`, preview: `${SOURCE}/preview/page.ts` },
  outdir: 'target/web',
  plugins: [asServed('./worksheet.js')],
});
await build({
  ...common,
  target: 'es2022',
  entryPoints: { demo: `${SOURCE}/demo/demo.ts` },
  outdir: 'target/demo',
  plugins: [asServed('../web/worksheet.js')],
});

for (const page of ['index.html', 'demo.css']) {
  cpSync(`${SOURCE}/demo/${page}`, `target/demo/${page}`);
}
writeFileSync('target/demo/schemes.css', schemes());
mkdirSync('target/demo/data', { recursive: true });
writeFileSync('target/demo/data/forms.json', JSON.stringify(forms()));
writeFileSync('target/demo/data/responses.json', JSON.stringify(responses()));
writeFileSync('target/build.json', JSON.stringify(metafile));
writeFileSync('target/web/preload.json', JSON.stringify(preload()));

/** worksheet.js and what it imports at once: a page that names them in its head (`modulepreload`) saves two round trips. */
function preload() {
  const { imports } = metafile.outputs['target/web/worksheet.js'];
  return ['worksheet.js', ...imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path.slice('target/web/'.length))];
}

/** The tokens again, so that the demo's switch can ask for light or dark whatever the device asks for. */
function schemes() {
  const tokens = readFileSync(`${SOURCE}/styles/tokens.css`, 'utf8');
  const [usual, dark] = [...tokens.matchAll(/:root \{([^}]*)}/g)].map(([, values]) => values);
  return `@media screen {
:root[data-scheme=light] {${usual} color-scheme: light; }
:root[data-scheme=dark] {${dark} color-scheme: dark; }
}
`;
}

const served = process.argv[2];
if (served) {
  rmSync(served, { recursive: true, force: true });
  cpSync('target/web', served, { recursive: true });
}
