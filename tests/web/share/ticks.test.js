// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { keepTicks, ticksOf } from '../../../web/src/share/ticks.js';

const opened = { start: 'auto', hide: [], lock: [] };
const ticks = { start: 'paused', hide: ['map', 'loss'], lock: ['seed'] };

afterEach(() => sessionStorage.clear());

it('the choices in the share dialog stay, for each page and each opened link', () => {
  expect(ticksOf('lab', opened)).toEqual({});
  keepTicks('lab', opened, ticks);
  expect(ticksOf('lab', { ...opened, hide: [] })).toEqual(ticks);
  expect(ticksOf('ladder', opened)).toEqual({});
  expect(ticksOf('lab', { ...opened, hide: ['map'] })).toEqual({}); // another link was opened
});

it('what something else stored there is not used', () => {
  keepTicks('lab', opened, ticks);
  const [key] = Object.keys(sessionStorage);
  for (const text of [
    '',
    '{',
    '1',
    '{"opened":1}',
    JSON.stringify({ opened, ticks: { hide: 1 } }),
  ]) {
    sessionStorage.setItem(key, text);
    expect(ticksOf('lab', opened)).toEqual({});
  }
});
