// Prints what the renderer's engine emits as somebody fills in every form at random, one JSON a line.
// Arguments: the seed, and how many responses of each form.
import { spawnSync } from 'node:child_process';
import { build } from 'esbuild';

await build({
  entryPoints: ['src/test/web/emit.ts'],
  outfile: 'target/emit/emit.mjs',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['target/emit/emit.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
