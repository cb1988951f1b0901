/** Chromium as a separate process, which can be killed like in a crash or a power cut. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../engines/chromium.js';

/**
 * @param {string} profile folder that is kept when the browser ends
 * @returns {Promise<{page: import('@playwright/test').Page, kill: () => Promise<void>}>}
 */
export async function startProcess(profile) {
  const { executablePath, args } = chromiumOptions;
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...args, ...own, '--lang=en-GB', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise((resolve, reject) => {
    let said = '';
    child.stderr.on('data', (data) => {
      said += data;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) resolve(found[1]);
    });
    child.once('exit', () => reject(new Error(`Chromium ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      child.stderr.destroy();
      await gone;
    },
  };
}
