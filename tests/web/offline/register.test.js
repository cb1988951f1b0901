// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepPageSoon } from '../../../web/src/offline/register.js';
import { noteBusy } from '../../../web/src/training/busy.js';

const register = vi.fn(async () => {});

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('PROD', true);
  Object.defineProperty(navigator, 'serviceWorker', { value: { register }, configurable: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  register.mockClear();
});

it('the files are cached some seconds after the page is there', () => {
  keepPageSoon();
  vi.advanceTimersByTime(3900);
  expect(register).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(register).toHaveBeenCalledTimes(1);
});

it('but not while a model trains', () => {
  const run = {};
  keepPageSoon();
  noteBusy(run, true);
  vi.advanceTimersByTime(60_000);
  expect(register).not.toHaveBeenCalled();
  noteBusy(run, false);
  vi.advanceTimersByTime(1000);
  expect(register).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(60_000);
  expect(register).toHaveBeenCalledTimes(1);
});
