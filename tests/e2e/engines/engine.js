/**
 * The little that all three browsers are asked to do, so that one test serves them all.
 *
 * @typedef {object} Engine
 * @property {(url: string) => Promise<void>} open resolves once the page has loaded
 * @property {(expression: string) => Promise<any>} evaluate in the page; a promise is waited for,
 *   and what comes of it is plain data
 * @property {() => Promise<void>} close
 */
import { startChromium } from './chromium.js';
import { startFirefox } from './firefox.js';
import { startWebKit } from './webkit.js';

/** @type {Record<string, () => Promise<Engine>>} */
export const engines = { Chromium: startChromium, Firefox: startFirefox, WebKit: startWebKit };

/**
 * Calls `body` in the page. It must not use anything from outside itself.
 * @template A, R
 * @param {Engine} engine
 * @param {(argument: A) => R} body
 * @param {A} [argument]
 * @returns {Promise<Awaited<R>>}
 */
export const call = (engine, body, argument) =>
  engine.evaluate(`(${body})(${JSON.stringify(argument) ?? ''})`);

/**
 * Asks again and again until `body` gives something truthy.
 * @template R
 * @param {Engine} engine
 * @param {(argument: any) => R} body
 * @param {any} [argument]
 * @returns {Promise<NonNullable<Awaited<R>>>}
 */
export async function until(engine, body, argument, { seconds = 60 } = {}) {
  const end = Date.now() + 1000 * seconds;
  for (;;) {
    const found = await call(engine, body, argument);
    if (found) return found;
    if (Date.now() > end) throw new Error(`still waiting after ${seconds} s for ${body}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
