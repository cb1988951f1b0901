import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import project from '../../../vite.config.js';

/** Bundled and served exactly like the site. */
const root = fileURLToPath(new URL('./', import.meta.url));
const outDir = fileURLToPath(new URL('../../../build/bench/chromium', import.meta.url));

const config = mergeConfig(project, { root, build: { outDir }, logLevel: 'warn' });
config.build.rolldownOptions.input = [`${root}index.html`];
export default config;
