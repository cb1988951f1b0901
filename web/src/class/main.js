/** The page of a class. */
import { workerAddresses } from '../api/workers.js';
import { en } from '../i18n/class-en.js';
import { zh } from '../i18n/class-zh.js';
import { en as lessonsEn } from '../i18n/lessons-en.js';
import { zh as lessonsZh } from '../i18n/lessons-zh.js';
import { pairsOf } from '../link/pairs.js';
import { keepPageSoon } from '../offline/register.js';
import { startPage } from '../story/shell.js';
import { speak } from '../ui/text-page.js';
import './class-app.js';
import { lessonOf, storyOptions } from './lessons.js';
import { takeDrops } from './paste-form.js';
import { Pool } from './pool.js';
import { ClassSession } from './session.js';

/** So often what was found is kept while it trains, in milliseconds. */
const KEEP = 2000;

// The names of measures are those of lessons.
speak({ en: { ...lessonsEn, ...en }, zh: { ...lessonsZh, ...zh } }, { errors: true });
startPage();

async function begin() {
  const session = new ClassSession({
    pool: new Pool({ workers: await workerAddresses() }),
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
