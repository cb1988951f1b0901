import * as api from '../api/index.js';
import { part } from '../api/part.js';
import './sense-app.js';
import { preferredLanguage } from '../i18n/index.js';
import { keepTrainings } from '../keep/start.js';
import { addressBar } from '../link/address-bar.js';
import { begin, followAddress } from '../link/opening.js';
import { keepPageSoon } from '../offline/register.js';
import { pageTexts } from '../ui/texts.js';
import { labelledCorpus } from './corpora.js';
import { SenseSession } from './session.js';
import { SenseStore } from './store.js';

/** Connects the parts: the address bar, the state, the API and the page. */
pageTexts({
  en: () => part(() => import('../i18n/polysemy-en.js')),
  zh: () => part(() => import('../i18n/polysemy-zh.js')),
});
const place = addressBar(window);
const store = new SenseStore({ place, language: preferredLanguage(navigator.languages) });
const session = new SenseSession({ api, corpora: labelledCorpus, store });

followAddress(session, place, window);

keepTrainings(session, () => import('./keep.js'));
document.querySelector('sense-app')?.connect(session);
keepPageSoon();
begin(session);
