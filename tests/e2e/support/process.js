/** Chromium as a separate process, which can be killed like in a crash or a power cut. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../engines/chromium.js';

/** Whether a process of a group still runs; one that only waits to be buried does not. @param {number} group */
const isAnyoneLeft = (group) =>
  readdirSync('/proc').some((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(processGroup) === group && state !== 'Z';
    } catch {
      return false; // it has ended meanwhile
    }
  });

/**
 * @param {string} profile folder that is kept when the browser ends
 * @returns {Promise<{page: import('@playwright/test').Page, kill: () => Promise<void>}>}
 */
export async function startProcess(profile) {
  const { executablePath, args } = chromiumOptions;
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...args, ...own, '--lang=en-GB', 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true, // a process group of its own, which dies as a whole
  });
  const end = () => {
    try {
      process.kill(-Number(child.pid), 'SIGKILL');
    } catch {
      // all have ended already
    }
  };
  process.once('exit', end);
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
    // Helper processes write to the profile until they are gone, too.
    async kill() {
      child.stderr.destroy();
      do {
        end();
        await new Promise((resolve) => setTimeout(resolve, 50));
      } while (isAnyoneLeft(Number(child.pid)));
    },
  };
}
