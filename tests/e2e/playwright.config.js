import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumOptions } from './engines/chromium.js';

const folder = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

/** The system's browsers; nothing is downloaded. Time limits are generous: speed is measured
 * elsewhere, here they only end what hangs. */
export default defineConfig({
  testDir: folder('.'),
  testMatch: process.env.PREFORMER_TESTS === 'quick' ? 'main-job.spec.js' : '*.spec.js',
  outputDir: folder('../../build/e2e/results'),
  globalSetup: folder('./support/global-setup.js'),
  workers: Math.min(6, availableParallelism() + 1), // tests mostly wait: for a page, for training
  fullyParallel: true, // a long file leaves no core idle; beforeAll keeps its tests together by hand
  forbidOnly: existsSync('/.dockerenv') || Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    browserName: 'chromium',
    launchOptions: chromiumOptions,
    viewport: { width: 1360, height: 900 },
    locale: 'en-GB',
    serviceWorkers: 'block', // offline.spec.js alone looks at it
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
