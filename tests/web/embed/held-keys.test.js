import { afterEach, expect, it, vi } from 'vitest';
import { holdKeys } from '../../../web/src/embed/held-keys.js';

const heard = vi.fn();
document.addEventListener('keydown', heard);
afterEach(() => {
  heard.mockClear();
  document.body.replaceChildren();
});

/** Presses a key on an element in a demo's shadow tree. @param {string} html @param {string} key */
function press(html, key) {
  const host = document.createElement('div');
  const frame = document.createElement('section');
  host.attachShadow({ mode: 'open' }).append(frame);
  document.body.append(host);
  frame.innerHTML = html;
  holdKeys(frame);
  const target = /** @type {HTMLElement} */ (frame.firstElementChild);
  const inner = vi.fn();
  frame.addEventListener('keydown', inner);
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
  expect(inner).toHaveBeenCalledOnce(); // the demo itself hears everything
  return heard.mock.calls.length;
}

it.each([
  ['<input>', 'n'],
  ['<input type="search">', 'o'],
  ['<textarea></textarea>', 'ArrowRight'],
  ['<select><option>a</option></select>', 'ArrowDown'],
  ['<input type="range">', 'ArrowLeft'],
  ['<input type="radio">', 'ArrowLeft'],
  ['<button>Train</button>', ' '],
  ['<a href="#x">x</a>', 'Enter'],
  ['<summary>x</summary>', ' '],
])('a key that %s uses (%s) stays in the demo', (html, key) => {
  expect(press(html, key)).toBe(0);
});

it.each([
  ['<p tabindex="0">text</p>', 'n'],
  ['<button>Train</button>', 'ArrowRight'],
  ['<input type="checkbox">', 'n'],
  ['<input type="range">', 'Tab'],
])('one that %s does not use (%s) is heard around it', (html, key) => {
  expect(press(html, key)).toBe(1);
});

it('a key that the map has used stays in the demo', () => {
  const used = (/** @type {Event} */ event) => event.preventDefault();
  document.body.addEventListener('keydown', used, { capture: true });
  expect(press('<canvas tabindex="0"></canvas>', 'ArrowRight')).toBe(0);
  document.body.removeEventListener('keydown', used, { capture: true });
});
