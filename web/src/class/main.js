/** The page of a class. */
import { workerPlaces } from '../api/engine-places.js';
import { en } from '../i18n/class-en.js';
import { zh } from '../i18n/class-zh.js';
import { addMessages, setLanguage } from '../i18n/index.js';
import { en as lessonsEn } from '../i18n/lessons-en.js';
import { zh as lessonsZh } from '../i18n/lessons-zh.js';
import { pairsOf } from '../link/pairs.js';
import { keepPageSoon } from '../offline/register.js';
import { startPage } from '../story/shell.js';
import { loadTexts, pageTexts } from '../ui/texts.js';
import './class-app.js';
import { lessonOf, storyOptions } from './lessons.js';
import { takeDrops } from './paste-form.js';
import { Pool } from './pool.js';
import { ClassSession } from './session.js';

/** More workers would compete for memory. */
const MOST_WORKERS = 4;
/** So often what was found is kept while it trains, in milliseconds. */
const KEEP = 2000;

const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
addMessages({ en: { ...lessonsEn, ...en }, zh: { ...lessonsZh, ...zh } }); // the names of measures, too
setLanguage(language);
pageTexts(); // for errors
void loadTexts(language);
startPage();

/** Each address is a worker of its own; what follows # is not fetched. */
async function addresses() {
  const count = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || 1);
  const address = await workerPlaces[0]();
  return Array.from({ length: Math.max(1, count) }, (_, i) => (i ? `${address}#${i}` : undefined));
}

async function begin() {
  const session = new ClassSession({
    pool: new Pool({ workers: await addresses() }),
    places: { lessonOf, storyOptions },
  });
  document.querySelector('class-app')?.connect(session);
  takeDrops(session, document);
  await session.restore();
  // A result that is opened on the page of lessons is checked here.
  const links = new Map(pairsOf(window.location.hash)).get('links');
  if (links) {
    window.history.replaceState(null, '', window.location.pathname);
    void session.add(links);
  }
  let found = session.pool.found.size;
  const keep = () => {
    if (found === session.pool.found.size) return;
    found = session.pool.found.size;
    session.keep();
  };
  setInterval(keep, KEEP);
  window.addEventListener('pagehide', keep);
}

void begin();
keepPageSoon();
