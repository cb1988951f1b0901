import * as api from '../api/index.js';
import { part } from '../api/part.js';
import './ladder-app.js';
import { preferredLanguage } from '../i18n/index.js';
import { keepTrainings } from '../keep/start.js';
import { addressBar } from '../link/address-bar.js';
import { begin, followAddress } from '../link/opening.js';
import { keepPageSoon } from '../offline/register.js';
import { pageTexts } from '../ui/texts.js';
import { ladderCorpus } from './corpus.js';
import { LadderSession } from './session.js';
import { LadderStore } from './store.js';

/** Connects the parts: the address bar, the state, the API and the page. */
pageTexts({
  en: () => part(() => import('../i18n/ladder-en.js')),
  zh: () => part(() => import('../i18n/ladder-zh.js')),
});
const place = addressBar(window);
const store = new LadderStore({ place, language: preferredLanguage(navigator.languages) });
const session = new LadderSession({ api, corpora: ladderCorpus, store });

followAddress(session, place, window);

keepTrainings(session, () => import('./keep.js'));
document.querySelector('ladder-app')?.connect(session);
keepPageSoon();
begin(session);
