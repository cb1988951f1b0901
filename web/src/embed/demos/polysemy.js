import '../../polysemy/sense-app.js';
import { addMessages } from '../../i18n/index.js';
import { en } from '../../i18n/polysemy-en.js';
import { zh } from '../../i18n/polysemy-zh.js';
import { labelledCorpus } from '../../polysemy/corpora.js';
import polysemyCss from '../../polysemy/polysemy.css?inline';
import { SenseSession } from '../../polysemy/session.js';
import { SenseStore } from '../../polysemy/store.js';
import pageCss from '../../styles/index.css?inline';
import demoCss from '../demo.css?inline';
import { apiAt, joined, NOTHING_MORE, statusOf } from './join.js';
import { mediaCss } from './media.js';

/** The polysemy lab as an embedded demo. */
export const css = [pageCss, polysemyCss, demoCss, ...mediaCss];

/** @param {import('./types.js').Joining} joining */
export function join(joining) {
  addMessages({ en, zh });
  const { place, language, engine } = joining;
  const store = new SenseStore({ place, language });
  const session = new SenseSession({ api: apiAt(engine), corpora: labelledCorpus, store });
  return joined({
    joining,
    tag: 'sense-app',
    session,
    button: '#train',
    train: () => session.train(),
    pause: () => session.pause(),
    status: () => statusOf(session.current),
    asked: () => {
      const { model } = session.current;
      return model && { ...NOTHING_MORE, page: 'polysemy', model, settings: { ...store.values } };
    },
    run: () => (session.isStale(session.current) ? '' : store.fragment()),
  });
}
