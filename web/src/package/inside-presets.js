/** The corpora of builds as a single file: only those that are generated on demand. */
import { presets as all } from '../../corpora/presets.js';

export const presets = all.filter(({ id }) => !id.startsWith('state-of-the-union'));
