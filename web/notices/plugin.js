/** Writes the notices beside the pages, and refuses a bundle with a library that they leave out. */
import { libraries, noticesText, withoutNotice } from './notices.js';

export const FILE = 'THIRD-PARTY-NOTICES.txt';

// Of the bundler itself, which puts a few lines of its own into what it builds.
const BUNDLER = ['node_modules/vite', 'node_modules/rolldown', 'node_modules/@oxc-project/runtime'];

/** For every build, those of workers included. @returns {import('vite').Plugin} */
export const noticed = () => ({
  name: 'preformer:noticed',
  apply: 'build',
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk' ? file.moduleIds : [],
    );
    const known = [...libraries().map(({ folder }) => folder), ...BUNDLER];
    const missing = withoutNotice(modules, known);
    if (missing.length) {
      this.error(
        `bundled, but only for development by package.json: ${missing.join(', ')}. ` +
          'Move it to "dependencies", so that the notices have its licence.',
      );
    }
  },
});

/** @returns {import('vite').Plugin} */
export const notices = () => ({
  name: 'preformer:notices',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: FILE, source: noticesText() });
  },
});
