/** The cover's map as a picture in the page's text: the result of the training, trained while building. */
import * as api from '../src/api/index.js';
import { GROUPS, markOf, markPath } from '../src/plots/marks.js';
import { groupOf, layOut, wordsOf } from '../src/story/cover/map.js';
import { train } from '../src/story/cover/run.js';
import { words as texts } from '../src/story/cover/words.js';

const SIZE = { width: 740, height: 640 };
const TYPE = 13;

/** The width of a text, roughly: Chinese characters are square. @param {string} text */
const measure = (text) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? TYPE : 0.56 * TYPE), 0);

/** @type {Map<string, Promise<string>>} */
const made = new Map();

/** @param {'en' | 'zh'} language @returns {Promise<string>} SVG */
export function coverMap(language) {
  const found = made.get(language) ?? draw(language);
  made.set(language, found);
  return found;
}

/** @param {'en' | 'zh'} language */
async function draw(language) {
  const { label, groups, heap } = texts[language];
  const { paths } = await train({ api, language, seed: 1 });
  const layout = layOut(paths, language, { ...SIZE, measure, groups, heap });
  const words = wordsOf(language);
  const colourOf = (/** @type {string} */ group) => markOf(GROUPS.indexOf(group)).colour + 1;
  const dots = words.map((word, i) => {
    const { x, y } = /** @type {{x: number, y: number}} */ (layout.paths[i].at(-1));
    const group = groupOf(language, word);
    const { shape } = markOf(GROUPS.indexOf(group));
    const place = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(4.2)`;
    return `<path class="dot group-${colourOf(group)}" transform="${place}" d="${markPath(shape)}"/>`;
  });
  const names = layout.labels.map(
    ({ index, x, y }) =>
      `<text class="word-name" x="${x.toFixed(1)}" y="${(y + 4.5).toFixed(1)}">${words[index]}</text>`,
  );
  const groupTexts = layout.names.map(
    ({ group, x, y }) =>
      `<text class="group-name group-${colourOf(group)}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${groups[/** @type {keyof typeof groups} */ (group)]}</text>`,
  );
  const box = `viewBox="0 0 ${SIZE.width} ${SIZE.height}"`;
  return `<svg ${box} role="img" aria-label="${label}">${[...dots, ...names, ...groupTexts].join('')}</svg>`;
}
