import { presets } from './presets.js';
import '../inside-app.js';
import insideCss from '../../inside/inside.css?inline';
import { Store } from '../../lab/store.js';
import pageCss from '../../styles/index.css?inline';
import demoCss from '../demo.css?inline';
import { InsideSession } from '../inside-session.js';
import { apiAt, joined, statusOf } from './join.js';
import { mediaCss } from './media.js';

/** Inside as an embedded demo. */
export const css = [pageCss, insideCss, demoCss, ...mediaCss];

/** @param {import('./types.js').Joining} joining */
export function join(joining) {
  const { place, language, engine, weights = '' } = joining;
  const store = new Store({ presets, place, language });
  if (!store.get('inside')) store.set({ inside: 1 });
  const session = new InsideSession({ api: apiAt(engine), presets, store, weights });
  const running = joined({
    joining,
    tag: 'inside-app',
    session,
    button: '#train',
    train: () => session.train(),
    pause: () => session.pause(),
    status: () => ({ ...statusOf(session.current, faultOf(session)), place: placeOf(store) }),
  });
  return Object.assign(running, {
    bring: (/** @type {string} */ address) => session.bring(address),
  });
}

/** @param {InsideSession} session */
const faultOf = ({ missing, corpusError }) =>
  missing
    ? { code: 'EngineFailure', message: `${missing.address}: ${missing.reason}` }
    : corpusError;

/** Where the reader is, in the words of the attributes. @param {Store} store */
function placeOf(store) {
  const { inside: step, example: sentence, nth, guess, number } = store.values;
  return { step, sentence, example: nth + 1, word: guess === null ? null : guess + 1, number };
}
