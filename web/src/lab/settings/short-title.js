import { pick } from '../../i18n/index.js';

/** The title of a corpus without its explanation. @param {import('../../../corpora/presets.js').Preset} preset */
export const shortTitle = ({ title }) => pick(title).split(/[:：]/)[0];
