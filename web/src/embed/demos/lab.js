import { presets } from './presets.js';
import '../../lab/lab-app.js';
import { QUESTIONS } from '../../lab/ask/list.js';
import { Session } from '../../lab/session.js';
import { Store } from '../../lab/store.js';
import pageCss from '../../styles/index.css?inline';
import demoCss from '../demo.css?inline';
import { apiAt, joined, NOTHING_MORE, statusOf } from './join.js';
import { mediaCss } from './media.js';

/** The Lab as an embedded demo. */
export const css = [pageCss, demoCss, ...mediaCss];

/** @param {import('./types.js').Joining} joining */
export function join(joining) {
  const { place, language, engine } = joining;
  const store = new Store({ presets, place, language });
  const session = new Session({ api: apiAt(engine), presets, store, questions: QUESTIONS });
  return joined({
    joining,
    tag: 'lab-app',
    session,
    button: '#train',
    train: () => session.train(),
    pause: () => session.pause(),
    step: (steps) => session.step(steps),
    status: () => ({
      ...statusOf(session.current, session.corpusError),
      answers: session.current.answers,
    }),
    asked: () => {
      const { model, values } = session.current;
      const { analogies = [] } = session.presetOf(session.current) ?? {};
      return model && { ...NOTHING_MORE, page: 'lab', model, settings: { ...values }, analogies };
    },
    run: () => (session.isStale(session.current) ? '' : store.fragment()),
  });
}
