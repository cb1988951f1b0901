/** Files that share a worker and its modules: each begins without what the one before left. */
import { vi } from 'vitest';
import { setLanguage } from '../../web/src/i18n/index.js';

if (process.env.PREFORMER_SHARED) {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  setLanguage('en');
  if ('document' in globalThis) throw new Error('List this file as `dom` in vitest.config.js.');
}
