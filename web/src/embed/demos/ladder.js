import '../../ladder/ladder-app.js';
import { addMessages } from '../../i18n/index.js';
import { en } from '../../i18n/ladder-en.js';
import { zh } from '../../i18n/ladder-zh.js';
import { ladderCorpus } from '../../ladder/corpus.js';
import ladderCss from '../../ladder/ladder.css?inline';
import { LadderSession } from '../../ladder/session.js';
import { LadderStore } from '../../ladder/store.js';
import pageCss from '../../styles/index.css?inline';
import demoCss from '../demo.css?inline';
import { apiAt, joined } from './join.js';
import { mediaCss } from './media.js';

/** The ladder as an embedded demo. */
export const css = [pageCss, ladderCss, demoCss, ...mediaCss];

/** @param {import('./types.js').Joining} joining */
export function join(joining) {
  addMessages({ en, zh });
  const { place, language, engine } = joining;
  const store = new LadderStore({ place, language });
  const session = new LadderSession({ api: apiAt(engine), corpora: ladderCorpus, store });
  return joined({
    joining,
    tag: 'ladder-app',
    session,
    button: '#train',
    train: () => session.train(),
    pause: () => session.stop(),
    status: () => ({
      running: session.running,
      finished: session.finished,
      progress: session.progress,
      loss: Number.NaN, // the five models have different tasks, so there is no common loss
      hash: session.hash || undefined, // of all models together
      error: session.error ?? session.steps.find((step) => step.error)?.error ?? null,
    }),
  });
}
