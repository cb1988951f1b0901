/** A chapter's page: connects the text with the training, the guesses and the figures. */
import { render } from 'lit';
import * as api from '../api/index.js';
import { keepPageSoon } from '../offline/register.js';
import { Chapter } from './chapter.js';
import { chapters } from './chapters/index.js';
import { StoryChoice } from './choice.js';
import { startLights } from './lights.js';
import { doorOf } from './plans.js';
import { everything } from './progress.js';
import { startPage } from './shell.js';
import { words } from './words.js';

const root = document.documentElement;
const page = /** @type {HTMLElement} */ (document.querySelector('.story-page'));
const language = root.lang.startsWith('zh') ? 'zh' : 'en';
const id = page.dataset.text ?? '';

/** @param {string} name @returns {StoryChoice | null} */
const choiceOf = (name) => document.querySelector(`story-choice[name=${name}]`);

/** The seed in the address, `?seed=3`. */
function seedOf() {
  const seed = Number(new URLSearchParams(location.search).get('seed') ?? 1);
  return Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32 ? seed : 1;
}

/** Where a figure is drawn; its picture in the text stays for when it cannot be. @param {HTMLElement} place */
function liveIn(place) {
  const found = place.querySelector(':scope > .live');
  if (found) return /** @type {HTMLElement} */ (found);
  const made = document.createElement('div');
  made.className = 'live';
  place.append(made);
  return made;
}

/** Marks the chapters that the reader has been through. */
export function markRow() {
  const seen = everything();
  for (const link of document.querySelectorAll('.chapter-row a')) {
    const { chapter = '' } = /** @type {HTMLElement} */ (link).dataset;
    const { outcome } = seen[chapter] ?? {};
    /** @type {HTMLElement} */ (link).dataset.state = outcome === undefined ? 'open' : 'seen';
  }
}

/** @param {() => Promise<[import('./chapter.js').Run, {figures: import('./chapter.js').Figures}]>} load */
async function startChapter(load) {
  const [run, { figures }] = await load();
  const seed = seedOf();
  const chapter = new Chapter({ id, run, context: { api, language, seed } });
  const guess = choiceOf('guess');
  const check = choiceOf('check');
  const show = () => {
    const { view, open } = chapter;
    page.dataset.phase = view.phase;
    page.dataset.guess = view.guess ?? '';
    for (const place of document.querySelectorAll('[data-figure]')) {
      const draw = figures[/** @type {HTMLElement} */ (place).dataset.figure ?? ''];
      if (!draw) continue;
      render(draw(view), liveIn(/** @type {HTMLElement} */ (place)));
    }
    guess?.tell(view.guess, view.outcome?.value ?? '', view.outcome?.said);
    check?.tell(view.check, view.checked?.value ?? '', view.checked?.said);
    for (const reply of document.querySelectorAll('.after [data-guess]')) {
      const { guess: meant } = /** @type {HTMLElement} */ (reply).dataset;
      /** @type {HTMLElement} */ (reply).hidden = meant !== view.guess;
    }
    // They explain the answer that the text expects.
    const expected = view.checked && view.checked.value === check?.answer;
    for (const reply of document.querySelectorAll('.after [data-check]')) {
      const { check: meant } = /** @type {HTMLElement} */ (reply).dataset;
      /** @type {HTMLElement} */ (reply).hidden = !expected || meant !== view.check;
    }
    if (open) tellOutcome(chapter, guess);
    markRow();
  };
  /** @type {number} */
  let due = 0;
  chapter.addEventListener('change', () => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(show);
  });
  document.addEventListener('choose', (event) => {
    const { value } = /** @type {CustomEvent<{value: string | null}>} */ (event).detail;
    if (event.target === guess) chapter.choose(value);
    else void chapter.decide(value);
  });
  for (const choice of [guess, check]) choice?.enliven();
  show();
  const door = /** @type {HTMLAnchorElement | null} */ (document.querySelector('#in-the-lab'));
  if (door) {
    door.href = doorOf(run, language, seed);
    if (run.elsewhere) door.textContent = words[language].transfer;
  }
  // What is slow starts at once; what follows a guess need not be waited for then.
  await chapter.prepare();
}

/** @param {Chapter} chapter @param {StoryChoice | null} guess */
function tellOutcome({ outcome, checked, furtherNumbers, context }, guess) {
  const said = words[language];
  const came = outcome?.value ?? '';
  // Numbers are the same everywhere; measured are those of this machine, such as seconds.
  const numbers = { ...outcome?.numbers, ...furtherNumbers, ...checked?.numbers };
  for (const place of document.querySelectorAll('[data-number], [data-measured]')) {
    const { number = '', measured = '' } = /** @type {HTMLElement} */ (place).dataset;
    const text = numbers[number] ?? outcome?.measured?.[measured];
    if (text !== undefined) place.textContent = text;
  }
  const place = document.querySelector('#otherwise');
  if (!place || !guess || !outcome) return;
  const notes = [];
  if (context.seed !== 1) notes.push(said.seedNote(context.seed));
  if (came !== guess.answer) {
    notes.push(said.otherwise(guess.textOf(guess.answer), guess.textOf(came) || said.none));
  }
  place.textContent = notes.join(language === 'zh' ? '' : ' ');
  /** @type {HTMLElement} */ (place).hidden = !notes.length;
}

/** If the chapter's code cannot be loaded, its text is read with the pictures in it. */
function readAlone() {
  delete root.dataset.story;
  const place = /** @type {HTMLElement | null} */ (document.querySelector('#otherwise'));
  if (!place) return;
  place.textContent = words[language].failed;
  place.hidden = false;
}

startPage();
startLights();
markRow();
const load = chapters[id];
if (load) startChapter(load).catch(readAlone);
keepPageSoon();
