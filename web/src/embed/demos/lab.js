import { presets } from './presets.js';
import '../../lab/lab-app.js';
import { Session } from '../../lab/session.js';
import { isTrained } from '../../lab/slot.js';
import { Store } from '../../lab/store.js';
import pageCss from '../../styles/index.css?inline';
import demoCss from '../demo.css?inline';
import { apiAt, joined } from './join.js';

/** The Lab in somebody's page. */
export const css = [pageCss, demoCss];

/** @param {import('./types.js').Joining} joining */
export function join(joining) {
  const { place, language, engine } = joining;
  const first = language === 'zh' ? { corpus: 'relations-zh' } : {};
  const store = new Store({ presets, place, first });
  const session = new Session({ api: apiAt(engine), presets, store });
  return joined({
    joining,
    tag: 'lab-app',
    session,
    button: '#train',
    train: () => session.train(),
    pause: () => session.pause(),
    status: () => {
      const { running, report, hash, error } = session.current;
      return {
        running,
        finished: isTrained(session.current) && Boolean(report?.finished),
        progress: report?.progress ?? 0,
        loss: report?.loss ?? Number.NaN,
        hash: hash || undefined,
        error: error ?? session.corpusError,
      };
    },
    models: () => {
      session.umap.cancel();
      return [...[...session.slots.values()].map((slot) => slot.model), session.undoing.model];
    },
  });
}
