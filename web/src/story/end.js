/** The end: tells what the reader guessed, hands it on as a link, trains it again, forgets it. */
import { html, render } from 'lit';
import * as api from '../api/index.js';
import { words } from './chapters/end/words.js';
import { chapters } from './chapters/index.js';
import { guessesIn, readGuesses } from './guesses-link.js';
import { markRow } from './main.js';
import * as progress from './progress.js';

/** @typedef {import('./progress.js').Seen} Seen */
/** @typedef {{id: string, item: HTMLElement, texts: Record<string, string>}} Question */

/** @type {'en' | 'zh'} */
const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const said = words[language];
const spoken = (/** @type {string} */ hash) => hash.slice(0, 8).replace(/(.{4})(?=.)/g, '$1 ');

/** @type {Question[]} */
const questions = Array.from(document.querySelectorAll('.guesses > li'), (element) => {
  const item = /** @type {HTMLElement} */ (element);
  const options = Array.from(item.querySelectorAll('.options > span'), (option) => [
    /** @type {HTMLElement} */ (option).dataset.value,
    option.textContent,
  ]);
  return { id: item.dataset.chapter ?? '', item, texts: Object.fromEntries(options) };
});

// Another link in the same tab changes nothing but the fragment.
window.addEventListener('hashchange', () => location.reload());

/** After `#`, which no server sees. */
const given = new URLSearchParams(location.hash.slice(1)).get('guesses');
const read =
  given === null
    ? null
    : readGuesses(
        given,
        Object.fromEntries(questions.map(({ id, texts }) => [id, Object.keys(texts)])),
      );

/** The guesses that are shown: the reader's own, or those of the link. */
const shown = () => {
  const all = read?.seen ?? progress.everything();
  return Object.fromEntries(questions.flatMap(({ id }) => (all[id] ? [[id, all[id]]] : [])));
};

/** What was trained again, by chapter. @type {Record<string, string>} */
const retried = {};
/** @type {AbortController | null} */
let retrying = null;
/** What was forgotten, until the page is left. @type {Record<string, Seen> | null} */
let forgotten = null;
let copied = '';

/** @param {Seen | undefined} seen */
function stateOf({ guess, outcome } = {}) {
  if (guess === undefined || outcome === undefined) return 'open';
  if (guess === '') return 'shown';
  return guess === outcome ? 'same' : 'other';
}

/** @param {string} id */
const optionsOf = (id) => questions.find((question) => question.id === id)?.texts ?? {};

/** What was guessed and came out, in a line. @param {string} id @param {Seen} seen */
function toldOf(id, { guess, outcome, hash }) {
  const texts = optionsOf(id);
  const state = stateOf({ guess, outcome });
  const parts = [];
  if (state === 'other') parts.push(said.guessed(texts[guess ?? ''] ?? ''));
  if (state === 'other' || state === 'shown' || state === 'same')
    parts.push(said.came(texts[outcome ?? ''] ?? said.none));
  if (retried[id]) parts.push(retried[id]);
  else if (hash && state !== 'open') parts.push(spoken(hash));
  return parts.join(' · ');
}

/** @param {Question} question @param {Seen | undefined} seen */
function showQuestion({ id, item }, seen) {
  const state = stateOf(seen);
  item.dataset.state = state;
  const name = {
    same: read ? said.asGuessed : said.asThought,
    other: said.otherwise,
    shown: said.shown,
    open: said.open,
  }[state];
  const address = item.querySelector('a')?.getAttribute('href') ?? '';
  const again = state === 'other' || state === 'shown';
  const place = /** @type {HTMLElement} */ (item.querySelector('.state'));
  render(html`${name}${again ? html` · <a href=${address}>${said.lookAgain}</a>` : ''}`, place);
  let told = item.querySelector('.story-told');
  if (!told) {
    told = document.createElement('p');
    told.className = 'story-told';
    item.append(told);
  }
  told.textContent = seen ? toldOf(id, seen) : '';
}

function summary() {
  const all = Object.values(shown());
  const guessed = all.filter((seen) => seen.guess && seen.outcome !== undefined);
  const same = guessed.filter((seen) => stateOf(seen) === 'same').length;
  const open = questions.length - all.filter((seen) => stateOf(seen) !== 'open').length;
  return read ? said.fromLink(guessed.length, same) : said.summary(guessed.length, same, open);
}

async function copy() {
  const link = new URL(location.href);
  link.search = '';
  link.hash = '';
  link.hash = `guesses=${encodeURIComponent(guessesIn(shown(), language))}`;
  try {
    await navigator.clipboard.writeText(link.href);
    copied = said.copied;
  } catch {
    // Without permission the link is put where it can be copied by hand.
    history.replaceState(null, '', link);
    copied = said.byHand;
  }
  show();
}

/** Repeats the trainings one after another, and compares them. */
async function trainAgain() {
  retrying = new AbortController();
  const { signal } = retrying;
  for (const [id, seen] of Object.entries(shown())) {
    if (signal.aborted) break;
    const load = chapters[id];
    if (!load || seen.outcome === undefined) continue;
    retried[id] = said.training;
    show();
    retried[id] = await trained(load, seen, signal);
  }
  retrying = null;
  show();
}

/**
 * @param {(typeof chapters)[string]} load @param {Seen} seen @param {AbortSignal} signal
 * @returns {Promise<string>} what came of it
 */
async function trained(load, { outcome, hash = '', seed = 1, language: spokenThen }, signal) {
  try {
    const [run] = await load();
    /** @type {'en' | 'zh'} */
    const then = spokenThen === 'en' || spokenThen === 'zh' ? spokenThen : language;
    const context = { api, language: then, seed, signal };
    const result = await run.train(context);
    try {
      const { value } = await run.conclude(result, context);
      const again = result.run.hash ?? '';
      const same = value === outcome && (!hash || again.startsWith(hash.slice(0, 8)));
      if (!same) return said.differs(spoken(again));
      return again ? said.same(spoken(again)) : said.sameOutcome;
    } finally {
      await result.run.model?.close?.();
    }
  } catch {
    return signal.aborted ? '' : said.failed;
  }
}

function forget() {
  forgotten = progress.everything();
  progress.forget();
  copied = '';
  markRow();
  show();
}

function undo() {
  for (const [id, seen] of Object.entries(forgotten ?? {})) progress.remember(id, seen);
  forgotten = null;
  markRow();
  show();
}

/** @param {string} name @param {() => void} act @param {string} [id] */
const button = (name, act, id) =>
  html`<button type="button" class="link" id=${id ?? ''} @click=${act}>${name}</button>`;

/** @param {Seen[]} some */
const doors = (some) => {
  if (read) return html`<a href=${location.pathname}>${said.mine}</a>`;
  if (forgotten)
    return html`<span role="status">${said.forgotten}</span> ${button(said.undo, undo, 'undo')}`;
  return some.length ? button(said.forget, forget, 'forget') : '';
};

/** @param {string} id */
const chapterName = (id) =>
  document.querySelector(`.chapter-row [data-chapter="${id}"]`)?.textContent?.trim() ?? id;

function show() {
  const all = shown();
  for (const question of questions) showQuestion(question, all[question.id]);
  const told = /** @type {HTMLElement} */ (document.querySelector('#summary'));
  told.textContent = [summary(), read?.unread ? said.unread(read.unread) : ''].join(' ').trim();
  const kept = Object.entries(all).filter(([, { link }]) => link);
  const trainings = /** @type {HTMLElement} */ (document.querySelector('#trainings'));
  render(
    kept.length
      ? html`<p class="kicker">${said.trainings}</p>
          <ul class="trained-list">
            ${kept.map(
              ([id, { link = '', hash = '' }]) =>
                html`<li><a href=${link}>${chapterName(id)}<small>${spoken(hash)}</small></a></li>`,
            )}
          </ul>`
      : '',
    trainings,
  );
  const some = Object.values(all).filter((seen) => seen.outcome !== undefined);
  render(
    html`${some.length ? button(copied || said.copy, copy, 'copy-guesses') : ''}
    ${
      some.length
        ? retrying
          ? button(said.stop, () => retrying?.abort(), 'stop')
          : button(said.again, trainAgain, 'train-again')
        : ''
    }
    ${doors(some)}`,
    /** @type {HTMLElement} */ (document.querySelector('#own')),
  );
}

show();
