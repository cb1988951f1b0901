import { presets } from '../../corpora/presets.js';
import * as api from '../api/index.js';
import './lab-app.js';
import { preferredLanguage } from '../i18n/index.js';
import { keepTrainings } from '../keep/start.js';
import { addressBar } from '../link/address-bar.js';
import { begin, followAddress } from '../link/opening.js';
import { keepPageSoon } from '../offline/register.js';
import { pageTexts } from '../ui/texts.js';
import { QUESTIONS } from './ask/list.js';
import { Session } from './session.js';
import { Store } from './store.js';

/** Connects the parts: the address bar, the state, the API and the page. */
pageTexts();
const place = addressBar(window);
const store = new Store({ presets, place, language: preferredLanguage(navigator.languages) });
const session = new Session({ api, presets, store, questions: QUESTIONS });

followAddress(session, place, window);

keepTrainings(session, () => import('./keep/keep.js'));
document.querySelector('lab-app')?.connect(session);
keepPageSoon();
begin(session);
