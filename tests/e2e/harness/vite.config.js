import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vite';
import project from '../../../vite.config.js';

/** The harness is bundled and served exactly as the site is. */
const root = fileURLToPath(new URL('./', import.meta.url));
const outDir = fileURLToPath(new URL('../../../build/e2e/harness', import.meta.url));

const config = mergeConfig(project, { root, build: { outDir }, logLevel: 'warn' });
config.build.rolldownOptions.input = [`${root}index.html`];
export default config;
