/** The page of the benchmark: a button, a table that fills, one line to copy. */
import * as api from '../api/index.js';
import { part } from '../api/part.js';
import { en } from '../i18n/bench-en.js';
import { zh } from '../i18n/bench-zh.js';
import { whole } from '../i18n/format.js';
import { t } from '../i18n/index.js';
import { median } from '../plots/statistics.js';
import { startPage } from '../story/shell.js';
import { speak } from '../ui/text-page.js';
import { lineOf, measure, ROWS } from './rounds.js';

/** @typedef {import('./rounds.js').Build} Build */
/** @typedef {import('./rounds.js').Figures} Figures */

speak({ en, zh });
startPage();

/** @template {Element} E @param {string} selector @returns {E} */
const find = (selector) => /** @type {E} */ (document.querySelector(selector));
/** @type {HTMLButtonElement} */
const run = find('#run');
/** @type {HTMLButtonElement} */
const stop = find('#stop');
/** @type {HTMLButtonElement} */
const copy = find('#copy');
const status = find('#status');
/** @type {HTMLTableElement} */
const table = find('#figures table');

/** @type {Build[]} */
const builds = globalThis.crossOriginIsolated ? ['exact', 'fast', 'parallel'] : ['exact', 'fast'];
/** @type {AbortController | undefined} */
let running;
/** @type {Figures | undefined} */
let latest;

/** @param {'th' | 'td'} name @param {string} text @param {'row' | 'col'} [scope] */
function cell(name, text, scope) {
  const made = document.createElement(name);
  made.textContent = text;
  if (scope) made.setAttribute('scope', scope);
  return made;
}

/** @param {HTMLElement[]} cells */
function row(cells) {
  const made = document.createElement('tr');
  made.append(...cells);
  return made;
}

/** @param {Figures} figures */
function show(figures) {
  latest = figures;
  const heads = builds.map((build) => cell('th', t(`bench.build.${build}`), 'col'));
  table.tHead?.replaceChildren(row([cell('td', ''), ...heads]));
  table.tBodies[0].replaceChildren(
    ...ROWS.map(({ id, model, sharedWindows }) => {
      const name = t(sharedWindows > 1 ? 'bench.row.shared' : `bench.row.${model}`, {
        windows: sharedWindows,
      });
      const speeds = builds.map((build) => {
        const found = figures[id][build];
        return cell('td', found ? whole(median(found)) : '–');
      });
      return row([cell('th', name, 'row'), ...speeds]);
    }),
  );
  table.hidden = false;
}

/** The whole text, as `./build.sh bench` trains it. */
async function addresses() {
  const { presets } = await part(() => import('../../corpora/presets.js'));
  const preset = presets.find(({ id }) => id === 'state-of-the-union');
  return `${await preset?.load()}${await preset?.heldout?.()}`;
}

run.hidden = false;
run.addEventListener('click', async () => {
  running = new AbortController();
  const { signal } = running;
  run.hidden = copy.hidden = true;
  stop.hidden = false;
  stop.focus();
  status.textContent = t('bench.reading');
  try {
    const corpus = await addresses();
    status.textContent = t('bench.begun');
    await measure({
      api,
      corpus,
      builds,
      signal,
      onFigure(figures, done, of) {
        show(figures);
        status.textContent = t('bench.running', { done, of });
      },
    });
    status.textContent = t('bench.done');
  } catch (error) {
    status.textContent = signal.aborted
      ? t('bench.stopped')
      : t('bench.failed', { error: /** @type {Error} */ (error).message });
  }
  stop.hidden = true;
  run.hidden = false;
  copy.hidden = !latest;
  (latest ? copy : run).focus();
});
stop.addEventListener('click', () => running?.abort());

copy.addEventListener('click', async () => {
  if (!latest) return;
  const agent = navigator.userAgent;
  const cores = navigator.hardwareConcurrency;
  const date = new Date().toISOString().slice(0, 10);
  const line = lineOf(latest, { agent, cores, date });
  try {
    await navigator.clipboard.writeText(line);
    status.textContent = t('bench.copied');
  } catch {
    status.textContent = line; // to be copied by hand
  }
});
