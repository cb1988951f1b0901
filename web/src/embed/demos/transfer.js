import { loadDigits } from '../../../corpora/digits.js';
import '../../transfer/transfer-app.js';
import { addMessages } from '../../i18n/index.js';
import { en } from '../../i18n/transfer-en.js';
import { zh } from '../../i18n/transfer-zh.js';
import pageCss from '../../styles/index.css?inline';
import { reviewsOf } from '../../transfer/corpora.js';
import { Keeper } from '../../transfer/pictures.js';
import { TransferSession } from '../../transfer/session.js';
import { TransferStore } from '../../transfer/store.js';
import transferCss from '../../transfer/transfer.css?inline';
import demoCss from '../demo.css?inline';
import { apiAt, joined, NOTHING_MORE, statusOf } from './join.js';
import { mediaCss } from './media.js';

/**
 * The transfer page as an embedded demo. Nothing is stored in the browser for the surrounding site.
 */
export const css = [pageCss, transferCss, demoCss, ...mediaCss];

/** @param {import('./types.js').Joining} joining */
export function join(joining) {
  addMessages({ en, zh });
  const { place, language, engine } = joining;
  const store = new TransferStore({ place, language });
  const session = new TransferSession({
    api: apiAt(engine),
    digits: loadDigits,
    reviews: reviewsOf,
    keeper: new Keeper(null),
    store,
  });
  return joined({
    joining,
    tag: 'transfer-app',
    session,
    button: '#pretrain',
    train: () => session.chapter.pretrain(),
    pause: () => session.chapter.pause(),
    status: () => {
      const pack = session.chapter.current;
      const { tries, job } = pack;
      const status = statusOf(pack, Object.values(pack.errors).find(Boolean));
      return { ...status, tries: tries.length, working: job !== null };
    },
    asked: () => ({
      ...NOTHING_MORE,
      page: 'transfer',
      model: null,
      settings: { ...store.values },
      transfer: session,
    }),
    run: () => (session.chapter.current.stale ? '' : store.fragment()),
  });
}
