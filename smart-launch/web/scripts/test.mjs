// Bundles each test of src/test/web and runs them all with Node's own runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const FOLDER = 'src/test/web';
const tests = readdirSync(FOLDER, { recursive: true }).filter((file) => file.endsWith('.test.ts') || file.endsWith('.test.tsx'));
if (tests.length === 0) {
  console.error(`${FOLDER} has no test: that cannot be right.`);
  process.exit(1);
}

rmSync('target/unit', { recursive: true, force: true });
await build({
  entryPoints: tests.map((test) => `${FOLDER}/${test}`),
  outdir: 'target/unit',
  outbase: FOLDER,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
});
const built = tests.map((test) => `target/unit/${test.replace(/\.tsx?$/, '.mjs')}`);
const { status } = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...built], { stdio: 'inherit' });
process.exit(status ?? 1);
