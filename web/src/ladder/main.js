import * as api from '../api/index.js';
import './ladder-app.js';
import { addMessages, preferredLanguage } from '../i18n/index.js';
import { en } from '../i18n/ladder-en.js';
import { zh } from '../i18n/ladder-zh.js';
import { keepTrainings } from '../keep/start.js';
import { addressBar } from '../link/address-bar.js';
import { begin, followAddress } from '../link/opening.js';
import { keepPageSoon } from '../offline/register.js';
import { ladderCorpus } from './corpus.js';
import { LadderSession } from './session.js';
import { LadderStore } from './store.js';

/** Connects the parts: the address bar, the state, the API and the page. */
addMessages({ en, zh });
const place = addressBar(window);
const store = new LadderStore({ place, language: preferredLanguage(navigator.languages) });
const session = new LadderSession({ api, corpora: ladderCorpus, store });

followAddress(session, place, window);

keepTrainings(session, () => import('./keep.js'));
document.querySelector('ladder-app')?.connect(session);
keepPageSoon();
begin(session);
