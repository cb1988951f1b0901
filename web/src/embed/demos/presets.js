/** The corpora a demo offers. One file for everything leaves out the large ones. */
export { presets } from '../../../corpora/presets.js';
