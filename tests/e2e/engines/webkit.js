import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
// @ts-expect-error: it brings no types
import { Builder } from 'selenium-webdriver';
import { freePort } from '../support/servers.js';

const BINARIES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'].flatMap((folder) =>
  ['4.1', '4.0', '6.0'].map((version) => `${folder}/webkit2gtk-${version}/MiniBrowser`),
);

/** Starts a program in a process group of its own, so that all of it can be ended. */
function start(/** @type {string} */ command, /** @type {string[]} */ args, env = {}) {
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const failed = new Promise((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${command} ended with code ${code}`)));
  });
  failed.catch(() => {});
  const stop = () => {
    try {
      process.kill(-Number(child.pid), 'SIGTERM');
    } catch {
      // it has ended already
    }
  };
  return { child, failed, stop };
}

/** A virtual screen; it chooses its own number. */
async function startScreen() {
  const xvfb = start('Xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1400x1000x24',
    '-nolisten',
    'tcp',
  ]);
  const pipe = /** @type {import('node:stream').Readable} */ (xvfb.child.stdio[3]);
  const number = new Promise((resolve) => {
    let text = '';
    pipe.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  return { display: `:${await Promise.race([number, xvfb.failed])}`, stop: xvfb.stop };
}

/** Until the driver answers. @param {string} url @param {Promise<unknown>} failed */
async function ready(url, failed) {
  const answers = async () => {
    for (;;) {
      const response = await fetch(`${url}/status`).catch(() => null);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await Promise.race([answers(), failed]);
}

/** WebKitGTK's MiniBrowser by WebDriver. @returns {Promise<import('./engine.js').Engine>} */
export async function startWebKit() {
  const binary = BINARIES.find((path) => existsSync(path));
  if (!binary) throw new Error('There is no MiniBrowser: install webkit2gtk-driver.');
  const screen = await startScreen();
  const port = await freePort();
  const driver = start('WebKitWebDriver', [`--port=${port}`], {
    DISPLAY: screen.display,
    GDK_BACKEND: 'x11',
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', // root has no user namespaces here
    LIBGL_ALWAYS_SOFTWARE: '1',
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = () => {
    driver.stop();
    screen.stop();
  };
  try {
    await ready(url, driver.failed);
    const session = await new Builder()
      .usingServer(url)
      .withCapabilities({
        browserName: 'MiniBrowser',
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      })
      .build();
    await session.manage().setTimeouts({ script: 110_000, pageLoad: 60_000 });
    return {
      open: (address) => session.get(address),
      async evaluate(expression) {
        const answer = await session.executeAsyncScript(asScript(expression));
        const { value, error } = JSON.parse(/** @type {string} */ (answer));
        if (error) throw new Error(error);
        return value;
      },
      async close() {
        await session.quit().catch(() => {});
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Results travel as one JSON text: WebDriver's own copying of large lists is slow. */
const asScript = (/** @type {string} */ expression) => `
  const done = arguments[arguments.length - 1];
  const fail = (error) => done(JSON.stringify({ error: error + ' ' + error?.stack }));
  Promise.resolve()
    .then(() => ${expression})
    .then((value) => done(JSON.stringify({ value })))
    .catch(fail);
`;
