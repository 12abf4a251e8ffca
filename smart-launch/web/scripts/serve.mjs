// Serves what was built, to this machine only: the demo at /demo/. The port may be given.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { createGzip } from 'node:zlib';
import { fileURLToPath, pathToFileURL } from 'node:url';

const POLICY = readFileSync(fileURLToPath(new URL('content-security-policy.txt', import.meta.url)), 'utf8').trim();
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
};

/** @param roots folders by the first part of a path: { web: 'target/web' } */
export function serve(roots, port = 0, policy = POLICY) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (path === sep) {
      response.writeHead(302, { Location: '/demo/' }).end();
      return;
    }
    const [, first, ...rest] = path.split(sep);
    const root = roots[first];
    const file = root && join(root, ...rest, path.endsWith(sep) ? 'index.html' : '');
    if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not here');
      return;
    }
    response.writeHead(200, {
      'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    createReadStream(file).pipe(createGzip({ level: 9 })).pipe(response);
  });
  return new Promise((started) => {
    server.listen(port, '127.0.0.1', () => started({ url: `http://127.0.0.1:${server.address().port}`, server }));
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await serve({ web: 'target/web', demo: 'target/demo' }, Number(process.argv[2] ?? 4173));
  console.log(`The worksheets are at ${url}/demo/ (Ctrl-C stops)`);
}
