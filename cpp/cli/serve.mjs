/**
 * `preformer serve`: the pages on this computer, without a network. Used where the site lies beside the
 * program: in the npm package and in build/.
 */
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGzip } from 'node:zlib';

const FIRST_PORT = 8080;
const TRIES = 50;

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** Types that compress well. */
const PLAIN = /^(text|application\/(wasm|json|xml|manifest))/;

// Threads and relaxed SIMD exist only on cross-origin isolated pages.
const HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
};

/** @param {string} path */
const local = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The files of the site by their addresses. In the package those that it holds anyway (the modules of
 * the engine, texts) are named by site-elsewhere.json instead of being there twice.
 * @returns {Map<string, string> | undefined}
 */
function siteFiles() {
  const folder = [local('./site/'), local('../site/')].find((path) =>
    existsSync(join(path, 'index.html')),
  );
  if (!folder) return undefined;
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length).replaceAll('\\', '/'), path);
  }
  const elsewhere = local('./site-elsewhere.json');
  if (existsSync(elsewhere)) {
    for (const [name, path] of Object.entries(JSON.parse(readFileSync(elsewhere, 'utf8')))) {
      files.set(name, local(`./${path}`));
    }
  }
  return files;
}

/** @param {Map<string, string>} files */
const serverOf = (files) =>
  createServer(({ url = '/', method = 'GET', headers: asked }, response) => {
    /** @param {number} status @param {string} text */
    const refuse = (status, text) =>
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
    if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only GET and HEAD.');
    let name;
    try {
      name = decodeURIComponent(new URL(url, 'http://localhost').pathname).slice(1);
    } catch {
      return refuse(400, 'This is no address.');
    }
    // Only listed files are served, so no address leads out of the site.
    const path = files.get(name === '' || name.endsWith('/') ? `${name}index.html` : name);
    if (!path) return refuse(404, `There is no /${name} here.`);
    const type = TYPES[extname(name) || '.html'] ?? 'application/octet-stream';
    const packed = PLAIN.test(type) && /\bgzip\b/.test(String(asked['accept-encoding'] ?? ''));
    const size = packed
      ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' }
      : { 'Content-Length': statSync(path).size };
    response.writeHead(200, { ...HEADERS, 'Content-Type': type, ...size });
    if (method === 'HEAD') return response.end();
    const file = createReadStream(path).on('error', () => response.destroy());
    return (packed ? file.pipe(createGzip({ level: 1 })) : file).pipe(response);
  });

/**
 * Listens on the port, or on the first free one after it.
 * @param {import('node:http').Server} server @param {number} port @param {string} host
 * @param {boolean} exactly
 */
async function listen(server, port, host, exactly) {
  const last = exactly ? port : Math.min(port + TRIES, 65535);
  for (let at = port; ; at++) {
    try {
      await new Promise((resolve, reject) => {
        server.once('error', reject).listen(at, host, () => resolve(undefined));
      });
      return /** @type {import('node:net').AddressInfo} */ (server.address()).port;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || at >= last) throw error;
    }
  }
}

export const USAGE = `Show the pages on this computer, without a network
preformer serve [OPTIONS]

Options:
  --port N   the port (default: the first free one from ${FIRST_PORT} on)
  --host H   the address to listen on (default: localhost, which other computers cannot reach)
`;

/**
 * @param {string[]} args behind the verb
 * @param {(what: {code?: string, message: string, name?: string, value?: string, permitted?: string},
 *   status?: number) => never} fail
 */
export async function serve(args, fail) {
  let [port, host, exactly] = [FIRST_PORT, 'localhost', false];
  for (let i = 0; i < args.length; i++) {
    const [name, joined] = args[i].split(/=(.*)/s);
    if (name === '--help' || name === '-h') return process.stdout.write(USAGE);
    if (name !== '--port' && name !== '--host') {
      fail({ message: `There is no option ${name}. See preformer help serve.`, name });
    }
    const value = joined ?? args[++i] ?? '';
    if (name === '--host') host = value;
    else {
      if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) {
        const permitted = '0 to 65535';
        const message = `--port must be a whole number from 0 to 65535; it is "${value}".`;
        fail({ message, name: 'port', value, permitted });
      }
      port = Number(value);
      exactly = true;
    }
  }
  const files = siteFiles();
  if (!files) {
    fail(
      {
        code: 'EngineFailure',
        message: 'The site is not here: run ./build.sh build, or use the npm package.',
      },
      1,
    );
  }
  try {
    const found = await listen(serverOf(files), port, host, exactly);
    console.log(`Preformer is on http://${host}:${found}/ (Ctrl-C ends it)`);
  } catch (error) {
    const message =
      error.code === 'EADDRINUSE'
        ? `Port ${port} is in use. Give another --port, or leave it out.`
        : `Cannot listen on ${host}:${port}: ${error.message}`;
    fail({ code: 'EngineFailure', message, name: 'port', value: String(port) }, 1);
  }
}
