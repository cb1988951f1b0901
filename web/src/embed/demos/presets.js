/** The corpora of a demo. The build as one file leaves out the large ones. */
export { presets } from '../../../corpora/presets.js';
