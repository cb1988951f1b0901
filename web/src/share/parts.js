/**
 * The parts of a page that a link can hide, lock or bring into view: each page's controls and
 * panels by the names that `hide=`, `lock=` and `open=` use, with the selector that finds them. A
 * control has the name of its key in the link (`window`, `seed`), a panel the name of its content
 * (`map`, `export`).
 *
 * @typedef {import('../ui/page-element.js').PageName} Page
 * @typedef {Record<string, string>} Parts
 */
import parameters from '../api/parameters.json' with { type: 'json' };
import { keyOf } from '../link/parameter-keys.js';

/** Selects a control with its label and explanation, by the id of its input or of its group. */
const control = (/** @type {string} */ id) => `fieldset#${id}, .field:has(#${id})`;

/** @type {Parts} parts of every page */
const COMMON = {
  header: 'lab-header',
  pages: '.site-nav',
  lang: '#language',
  theme: '#theme',
  share: '#share, #copy-link',
  train: '#train, #pretrain',
  reset: '#reset',
  status: 'status-line',
  seed: '.field.seed, .ladder-seed, .foot-seed',
};

/** Parameters that have their own place in the Lab, listed below. */
const ELSEWHERE = ['model', 'tokenizer', 'seed'];
/** Parameters of the core without a control in the Lab. */
export const NO_CONTROL = ['sentences', 'maxVocabulary', 'unknown', 'maxCharacters'];
const LAB_PARAMETERS = Object.keys({ ...parameters.text, ...parameters.train }).filter(
  (name) => !ELSEWHERE.includes(name) && !NO_CONTROL.includes(name),
);

/** The names of the Lab's parameters, by their key in the link. @type {Record<string, string>} */
export const LAB_FIELDS = Object.fromEntries(LAB_PARAMETERS.map((name) => [keyOf(name), name]));

/** @type {Parts} */
const LAB = {
  ...COMMON,
  model: 'model-row',
  controls: '.controls',
  corpus: 'corpus-panel',
  text: '#own-text',
  cut: '#cut',
  parameters: 'parameter-panel',
  more: '#more-parameters',
  transport: '.transport',
  step: '#step',
  speed: '#speed',
  heldout: `${control('heldout')}, #heldout-note`,
  map: 'map-panel',
  loss: 'loss-panel',
  contexts: 'context-panel',
  time: '#time-open, time-panel',
  export: 'export-menu',
  questions: '.questions',
  nearest: 'ask-nearest',
  analogy: 'ask-analogy',
  odd: 'ask-odd',
  pair: 'ask-pair',
  next: 'ask-next',
  blank: 'ask-blank',
  score: 'ask-sentence',
  prompt: 'ask-generate',
  evaluate: 'evaluate-panel',
  lesson: 'lab-lesson',
  matrix: '#matrix',
  view: control('view'),
  build: control('build'),
  threads: control('threads'),
  ...Object.fromEntries(LAB_PARAMETERS.map((name) => [keyOf(name), control(name)])),
};

/** @type {Parts} */
const LADDER = {
  ...COMMON,
  hero: '.ladder-hero',
  transport: '.transport',
  corpus: 'fieldset#corpus',
  ask: '.ask',
  rungs: '.rungs',
  legend: '.ladder-legend',
  lesson: '.lesson',
};

/** @type {Parts} */
const POLYSEMY = {
  ...COMMON,
  hero: '.hero',
  word: '.sense-words',
  transport: '.transport',
  map: '.panel.map',
  layer: '.layers',
  axes: 'fieldset#axes',
  curve: 'sense-curve',
  controls: '.controls',
  dir: control('direction'),
  mix: 'sense-mix',
  questions: '.questions',
  scores: '.sense-scores',
  sentence: 'sense-ask',
  lesson: '.lesson',
};

/** @type {Parts} */
const TRANSFER = {
  ...COMMON,
  hero: '.hero',
  chapter: 'fieldset#chapter',
  pretrain: '#step-pretrain',
  handful: '#step-train',
  inside: ':is(.inside-door, transfer-inside, sentence-inside)',
  compare: '#step-compare',
  frozen: 'transfer-locks',
  from: 'fieldset#origin',
  corpus: 'fieldset#corpus',
  model: 'fieldset#model',
  text: '#own-lines',
  mode: 'fieldset#mode',
  labels: 'fieldset#shots',
  seeds: 'fieldset#seeds',
  sentence: '.own-sentence',
};

/** @type {Record<Page, Parts>} */
export const PARTS = { lab: LAB, ladder: LADDER, polysemy: POLYSEMY, transfer: TRANSFER };

/** The page of each app element. @type {Record<string, Page>} */
export const APPS = {
  'lab-app': 'lab',
  'ladder-app': 'ladder',
  'sense-app': 'polysemy',
  'transfer-app': 'transfer',
};

/** @param {Page} page @param {string[]} names @returns {string} one selector for all of them */
export const selectorOf = (page, names) =>
  names
    .map((name) => (Object.hasOwn(PARTS[page], name) ? PARTS[page][name] : ''))
    .filter(Boolean)
    .join(', ');
