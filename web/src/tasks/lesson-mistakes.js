/**
 * What the schema cannot say of a lesson: measures that its model does not have, goals that cannot be
 * reached or seen, words that its text does not contain.
 */
import { presets } from '../../corpora/presets.js';
import { Store } from '../lab/store.js';
import { namesIn } from '../link/link-fields.js';
import { SenseStore } from '../polysemy/store.js';
import { TransferStore } from '../transfer/store.js';
import { within } from './goal.js';
import { inLanguage } from './lesson.js';
import { hasItsWords, measureOf, QUANTITIES } from './quantities.js';
import { pageOf, placeOf, TASK_PAGES } from './runs.js';

/**
 * @typedef {import('./lesson.js').Step} Step
 * @typedef {(string | number)[]} Path
 * @typedef {{path: Path, kind: string, values?: Record<string, string>}} Mistake
 *
 * @typedef {object} Link a step's link, read
 * @property {import('./runs.js').TaskPage} page
 * @property {Record<string, unknown>} values
 * @property {string[]} hidden
 * @property {string[]} locked
 * @property {import('../link/fragment.js').Note[]} notes
 */

/** Settings that a goal can limit, by the quantity that tells them: their key in links. @type {Record<string, string>} */
const SETTINGS = { dimensions: 'size', epochs: 'epochs' };
/** Parts that contain all questions on words. */
const AROUND = ['questions'];
/** What takes the button that trains away with it. */
const TRAINS = ['train', 'transport', 'controls'];

/** @param {string} link @returns {Link | null} null for a page whose runs cannot be asked */
export function readStepLink(link) {
  const page = pageOf(link);
  if (!page) return null;
  const place = placeOf(link);
  const store =
    page === 'lab'
      ? new Store({ presets, place })
      : page === 'polysemy'
        ? new SenseStore({ place })
        : new TransferStore({ place });
  const { values, notes } = store;
  const [hidden, locked] = [namesIn(values.hide), namesIn(values.lock)];
  return { page, values: { ...values }, hidden, locked, notes };
}

/** The languages in which a step has to be right. @param {import('./lesson.js').Text} link */
const languagesIn = (link) => (typeof link === 'string' ? ['en'] : Object.keys(link));

/** The words of a preset; null for another text. @type {Map<string, Promise<Set<string>>>} */
const known = new Map();

/** @param {unknown} corpus */
function wordsOf(corpus) {
  const preset = presets.find(({ id }) => id === corpus);
  if (!preset) return null;
  const words =
    known.get(preset.id) ?? preset.load().then((text) => new Set(text.toLowerCase().split(/\s+/)));
  known.set(preset.id, words);
  return words;
}

/**
 * @param {import('./lesson.js').Text} text of a measure @param {string} language @param {Link} link
 * @param {Path} path @returns {Promise<Mistake | null>}
 */
async function wrongMeasure(text, language, link, path) {
  const measure = measureOf(inLanguage(text, language));
  const { name, words } = measure;
  const row = Object.hasOwn(QUANTITIES, name) ? QUANTITIES[name] : null;
  if (!row) {
    const permitted = Object.keys(QUANTITIES).join(', ');
    return { path, kind: 'measure', values: { name, permitted } };
  }
  if (!hasItsWords(measure)) {
    return { path, kind: 'measureWords', values: { name, takes: row.takes.join(', ') || '–' } };
  }
  const { pages = ['lab'], models } = row;
  if (!pages.includes(link.page)) {
    return { path, kind: 'otherPage', values: { name, pages: pages.join(', ') } };
  }
  const model = String(link.values.model);
  // In a demo there is no choice of models.
  if (link.page === 'lab' && models && !models.includes(model)) {
    return { path, kind: 'otherModel', values: { name, model, models: models.join(', ') } };
  }
  const vocabulary = link.page === 'lab' ? await wordsOf(link.values.corpus) : null;
  const asked = row.takes.includes('layer') || !vocabulary ? [] : words;
  const missing = asked.find((word) => word !== '_' && !vocabulary?.has(word));
  if (missing) return { path, kind: 'word', values: { word: missing } };
  return null;
}

/** @param {Link} link @param {import('./lesson.js').Goal} goal @param {string} language @param {Path} path */
function unreachable({ hidden, locked, values }, goal, language, path) {
  /** @type {Mistake[]} */
  const found = [];
  if (values.start !== 'training' && hidden.some((part) => TRAINS.includes(part))) {
    found.push({ path: path.slice(0, -1).concat('link'), kind: 'hidesTraining' });
  }
  goal.conditions.forEach((condition, i) => {
    const { name } = measureOf(inLanguage(condition.measure, language));
    const at = [...path, 'conditions', i];
    const shown = QUANTITIES[name]?.shown ?? '';
    if (hidden.includes(shown) || (shown && AROUND.some((part) => hidden.includes(part)))) {
      found.push({ path: at, kind: 'hidesGoal', values: { part: shown } });
    }
    const key = SETTINGS[name];
    const set = Number(name === 'dimensions' ? values.vectorSize : values.epochs);
    if (key && [...hidden, ...locked].includes(key) && !within(set, condition, language)) {
      found.push({ path: at, kind: 'lockedGoal', values: { key } });
    }
  });
  return found;
}

/** @param {import('./lesson.js').Prediction} predict @param {Path} path @returns {Mistake[]} */
function wrongPrediction({ options, asks, outcome }, path) {
  if (!options && !asks) return [{ path, kind: 'noOptions' }];
  if (options && asks) return [{ path, kind: 'twoKinds' }];
  if (asks && outcome === undefined) return [{ path, kind: 'noOutcome' }];
  if (!options) return [];
  const limited = options.map(({ is, atMost, atLeast }) => is ?? atMost ?? atLeast);
  if (outcome !== undefined) {
    const without = limited.indexOf(undefined);
    return without < 0 ? [] : [{ path: [...path, 'options', without], kind: 'noLimit' }];
  }
  const right = options.filter((option) => option.right).length;
  return right === 1 ? [] : [{ path: [...path, 'options'], kind: 'oneRight' }];
}

/** @param {Step} step @param {Path} path @returns {Promise<Mistake[]>} */
async function wrongWith(step, path) {
  /** @type {Mistake[]} */
  const found = [];
  const { predict, goal } = step;
  if (predict) found.push(...wrongPrediction(predict, [...path, 'predict']));
  for (const language of languagesIn(step.link)) {
    const link = readStepLink(inLanguage(step.link, language));
    const at = [...path, 'link'];
    if (!link) {
      found.push({ path: at, kind: 'page', values: { pages: TASK_PAGES.join(', ') } });
      continue;
    }
    const bad = link.notes.find(({ kind }) => ['refused', 'clamped', 'changed'].includes(kind));
    if (bad) {
      const values = { keys: (bad.keys ?? []).join(', ') };
      found.push({ path: at, kind: bad.kind === 'changed' ? 'linkCut' : 'linkKeys', values });
    }
    /** @type {{text: import('./lesson.js').Text, path: Path}[]} */
    const measures = [];
    if (predict?.outcome)
      measures.push({ text: predict.outcome, path: [...path, 'predict', 'outcome'] });
    goal?.conditions.forEach((condition, i) => {
      const place = [...path, 'goal', 'conditions', i];
      measures.push({ text: condition.measure, path: [...place, 'measure'] });
      const { atMost, atLeast, is } = condition;
      if ((is ?? atMost ?? atLeast) === undefined) found.push({ path: place, kind: 'noLimit' });
    });
    if (goal?.best) measures.push({ text: goal.best.measure, path: [...path, 'goal', 'best'] });
    for (const measure of measures) {
      const wrong = await wrongMeasure(measure.text, language, link, measure.path);
      if (wrong) found.push(wrong);
    }
    if (goal) found.push(...unreachable(link, goal, language, [...path, 'goal']));
  }
  return found;
}

/** @param {import('./lesson.js').Lesson} lesson that keeps to the schema @returns {Promise<Mistake[]>} */
export async function mistakesIn(lesson) {
  const all = await Promise.all(lesson.steps.map((step, i) => wrongWith(step, ['steps', i])));
  return all.flat();
}
