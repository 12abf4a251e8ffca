// Installs what a folder's package-lock.json names, with the system's npm. Does nothing where that was done already.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LEAST = 20;
const major = Number(process.versions.node.split('.')[0]);
if (major < LEAST) {
  console.error(`Node ${process.versions.node} is too old: put Node ${LEAST} or later on the PATH.`);
  process.exit(1);
}

const folder = resolve(process.argv[2] ?? '.');
const lock = readFileSync(join(folder, 'package-lock.json'));
const wanted = createHash('sha256').update(lock).digest('hex');
const mark = join(folder, 'node_modules', '.installed');

if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) {
  console.log(`npm ci: ${folder} has all that its lock names`);
} else {
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'],
    { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  writeFileSync(mark, wanted);
}
