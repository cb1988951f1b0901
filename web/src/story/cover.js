/** The front page: Skip-gram trains by itself, and its words leave one heap. */
import { render } from 'lit';
import * as api from '../api/index.js';
import { keepPageSoon } from '../offline/register.js';
import { coverFigure } from './cover/figure.js';
import { layOut } from './cover/map.js';
import { train } from './cover/run.js';
import { words } from './cover/words.js';
import { Player } from './player.js';
import { everything } from './progress.js';
import { startPage } from './shell.js';

const PLAY_MS = 2600;
const FIRST_WORD = { en: 'king', zh: '国王' };

const language = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const place = /** @type {HTMLElement} */ (document.querySelector('#cover-figure'));

/** @type {Awaited<ReturnType<typeof train>> | null} */
let trained = null;
let seed = 1;
let training = true;
let failed = false;
let selected = FIRST_WORD[language];
/** @type {import('./cover/map.js').Layout | null} */
let layout = null;

const player = new Player(() => draw(), PLAY_MS);

/** The width of a label. */
const measure = (() => {
  const context = document.createElement('canvas').getContext('2d');
  return (/** @type {string} */ word) => {
    if (!context) return 8 * word.length;
    context.font = getComputedStyle(place).font;
    return context.measureText(word).width;
  };
})();

/** The place of the opened word's numbers, beside the map where there is room. */
const CALLOUT = { width: 330, height: 130, from: 688 };

function arrange() {
  if (!trained) return;
  const map = place.querySelector('.cover-map > svg') ?? place.querySelector('.cover-map') ?? place;
  const box = map.getBoundingClientRect();
  const [width, height] = [Math.round(box.width), Math.round(box.height)];
  const scale = Number.parseFloat(getComputedStyle(place).fontSize) / 13;
  layout = layOut(trained.paths, language, {
    width,
    height,
    measure,
    scale,
    callout: width > CALLOUT.from ? CALLOUT : undefined,
    groups: words[language].groups,
    heap: words[language].heap,
  });
}

function draw() {
  if (!trained || !layout) return;
  const { rows, seconds, epochs } = trained;
  render(
    coverFigure({
      language,
      layout,
      at: player.at,
      rows,
      seed,
      seconds,
      epochs,
      selected,
      training,
      failed,
      select: (word) => {
        selected = word;
        draw();
      },
      wind: (at) => player.wind(at),
      again: () => void run(seed + 1),
    }),
    place,
  );
}

/** @param {number} next the seed */
async function run(next) {
  training = true;
  seed = next;
  draw();
  try {
    trained = await train({ api, language, seed });
    training = false;
    arrange(); // by the box of the fallback's map, which the live one takes
    for (const fallback of place.querySelectorAll(':scope > .fallback')) fallback.remove();
    document.documentElement.dataset.cover = 'trained';
    player.play();
    draw();
  } catch (error) {
    training = false;
    failed = true;
    document.documentElement.dataset.cover = 'failed';
    console.warn(error);
    draw();
  }
}

/** A reader who comes back goes on with the first chapter that is still open. */
function offerToGoOn() {
  const seen = everything();
  const button = /** @type {HTMLAnchorElement | null} */ (document.querySelector('#start'));
  if (!button || !Object.keys(seen).length) return;
  const open = [
    .../** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('.question-list a')),
  ].find(({ dataset }) => seen[dataset.chapter ?? '']?.outcome === undefined);
  for (const link of document.querySelectorAll('.question-list a')) {
    const { chapter = '' } = /** @type {HTMLElement} */ (link).dataset;
    if (seen[chapter]?.outcome !== undefined)
      /** @type {HTMLElement} */ (link).dataset.state = 'seen';
  }
  button.href = open?.href ?? button.dataset.end ?? button.href;
  button.textContent = open?.dataset.goOn ?? button.dataset.endName ?? '';
}

startPage();
offerToGoOn();
new ResizeObserver(() => {
  arrange();
  draw();
}).observe(place);
const sparing = /** @type {{connection?: {saveData?: boolean}}} */ (navigator).connection?.saveData;
if (sparing) document.documentElement.dataset.cover = 'still';
else void run(1);
keepPageSoon();
