import { loadDigits } from '../../corpora/digits.js';
import * as api from '../api/index.js';
import { part } from '../api/part.js';
import './transfer-app.js';
import { preferredLanguage } from '../i18n/index.js';
import { keepTrainings } from '../keep/start.js';
import { addressBar } from '../link/address-bar.js';
import { begin, followAddress } from '../link/opening.js';
import { keepPageSoon } from '../offline/register.js';
import { pageTexts } from '../ui/texts.js';
import { reviewsOf } from './corpora.js';
import { OwnLines } from './own-lines.js';
import { Keeper } from './pictures.js';
import { TransferSession } from './session.js';
import { TransferStore } from './store.js';

/** Connects the parts: the address bar, the state, the API and the page. */
pageTexts({
  en: () => part(() => import('../i18n/transfer-en.js')),
  zh: () => part(() => import('../i18n/transfer-zh.js')),
});
const place = addressBar(window);
const store = new TransferStore({ place, language: preferredLanguage(navigator.languages) });
const keeper = new Keeper(storage('localStorage'));
const ownLines = new OwnLines(storage('localStorage'), storage('sessionStorage'));
const parts = { api, digits: loadDigits, reviews: reviewsOf, keeper, ownLines };
const session = new TransferSession({ ...parts, store });

/** If storage is forbidden, accessing it throws. @param {'localStorage' | 'sessionStorage'} name */
function storage(name) {
  try {
    return window[name];
  } catch {
    return null;
  }
}

followAddress(session, place, window);

keepTrainings(session, () => import('./keep.js'));
document.querySelector('transfer-app')?.connect(session);
keepPageSoon();
begin(session);
