/** The data of the diagrams of dots: who guessed what, and what came out. No page is needed. */
import { median } from '../plots/statistics.js';

/**
 * @typedef {import('./task.js').Task} Task
 * @typedef {import('./session.js').Row} Row
 * @typedef {import('../tasks/verify.js').StepFound} StepFound
 * @typedef {{row: Row, step: StepFound}} Done
 *
 * @typedef {object} Place a column of numbers, or an option
 * @property {number | string} value of a number: the lower end of its range
 * @property {number} [to] the upper end, if it is a range
 * @property {boolean} [gap] stands for numbers that nobody has
 * @property {number[]} guessed numbers that stand on the dots
 * @property {number[]} came
 *
 * @typedef {object} Dots
 * @property {'columns' | 'rows'} shape
 * @property {boolean} guesses whether there are any
 * @property {Place[]} places
 * @property {number} open hand-ins without a guess or an outcome
 */

/** Numbers up to this distance are all shown. */
const NEAR = 3;
const MOST_COLUMNS = 16;
const RANGES = 10;
const MOST_WORDS = 10;

/** What stands on a dot: the seat, else the place in the list. @param {Done} done */
export const onDot = ({ row }) => row.handIn?.result.seat ?? row.number;

/** How the numbers on dots are named: by seats, if all have one. @param {Done[]} done @returns {'seat' | 'row'} */
export const namedBy = (done) =>
  done.every(({ row }) => row.handIn?.result.seat != null) ? 'seat' : 'row';

/** @param {unknown} guess */
export function numberIn(guess) {
  const text = String(guess ?? '')
    .trim()
    .replace(',', '.')
    .replace('−', '-');
  if (text === '') return Number.NaN;
  const number = Number(text.replace(/\s*%$/, ''));
  return text.endsWith('%') ? number / 100 : number;
}

/** 1, 2 or 5 times a power of ten. @param {number} least */
function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return power * ([1, 2, 5].find((factor) => factor * power >= least * 0.999) ?? 10);
}

/** The columns for numbers, empty. @param {number[]} numbers @returns {Place[]} */
export function columnsFor(numbers) {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  if (!sorted.length) return [];
  const empty = (/** @type {Partial<Place>} */ place) =>
    /** @type {Place} */ ({ guessed: [], came: [], ...place });
  if (sorted.every(Number.isInteger)) {
    const places = sorted.flatMap((value, i) => {
      const distance = i ? value - sorted[i - 1] : 1;
      const between = distance <= NEAR ? Array.from({ length: distance - 1 }, (_, j) => j + 1) : [];
      return [
        ...(distance > NEAR ? [empty({ value: sorted[i - 1] + 1, gap: true })] : []),
        ...between.map((j) => empty({ value: sorted[i - 1] + j })),
        empty({ value }),
      ];
    });
    if (places.length <= MOST_COLUMNS) return places;
    const few = sorted.map((value) => empty({ value }));
    if (few.length <= MOST_COLUMNS) return few;
  }
  const [low, high] = [sorted[0], /** @type {number} */ (sorted.at(-1))];
  if (low === high) return [empty({ value: low })];
  const step = niceStep((high - low) / RANGES);
  const first = Math.floor(low / step + 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  const at = (/** @type {number} */ i) => +((first + i) * step).toPrecision(6);
  return Array.from({ length: count }, (_, i) => empty({ value: at(i), to: at(i + 1) }));
}

/** @param {Place[]} places @param {number} number */
const placeOf = (places, number) =>
  places.find(({ value, to, gap }) =>
    gap ? false : to === undefined ? value === number : number >= Number(value) && number < to,
  ) ?? places.at(-1);

/** @param {Done[]} done @param {(one: Done) => number} guessOf @param {(one: Done) => number} outcomeOf */
function columns(done, guessOf, outcomeOf) {
  const pairs = done.map((one) => ({ one, guess: guessOf(one), outcome: outcomeOf(one) }));
  const all = pairs.flatMap(({ guess, outcome }) => [guess, outcome]).filter(Number.isFinite);
  const places = columnsFor(all);
  let open = 0;
  for (const { one, guess, outcome } of pairs) {
    if (Number.isFinite(guess)) placeOf(places, guess)?.guessed.push(onDot(one));
    if (Number.isFinite(outcome)) placeOf(places, outcome)?.came.push(onDot(one));
    else open += 1;
  }
  return sorted({ shape: 'columns', places, open });
}

/** @param {Omit<Dots, 'guesses'>} dots @returns {Dots} */
function sorted(dots) {
  for (const { guessed, came } of dots.places) {
    guessed.sort((a, b) => a - b);
    came.sort((a, b) => a - b);
  }
  return { ...dots, guesses: dots.places.some(({ guessed }) => guessed.length > 0) };
}

/** @param {string[]} options @param {Done[]} done */
function optionRows(options, done) {
  /** @type {Place[]} */
  const places = options.map((value) => ({ value, guessed: [], came: [] }));
  let open = 0;
  for (const one of done) {
    const { guess, came } = one.step;
    if (guess) places[Number(guess)]?.guessed.push(onDot(one));
    if (places[came]) places[came].came.push(onDot(one));
    else open += 1;
  }
  return sorted({ shape: 'rows', places, open });
}

/** @param {Done[]} done */
function wordRows(done) {
  /** @type {Map<string, Place>} */
  const all = new Map();
  const at = (/** @type {string} */ word) => {
    const place = all.get(word) ?? { value: word, guessed: [], came: [] };
    all.set(word, place);
    return place;
  };
  let open = 0;
  for (const one of done) {
    const { guess, outcome } = one.step;
    if (guess) at(guess.toLowerCase()).guessed.push(onDot(one));
    if (typeof outcome === 'string') at(outcome.toLowerCase()).came.push(onDot(one));
    else open += 1;
  }
  const places = [...all.values()].sort(
    (a, b) => b.came.length - a.came.length || b.guessed.length - a.guessed.length,
  );
  const rest = places.splice(MOST_WORDS);
  if (rest.length) {
    const guessed = rest.flatMap((place) => place.guessed);
    places.push({ value: '…', guessed, came: rest.flatMap((place) => place.came) });
  }
  return sorted({ shape: 'rows', places, open });
}

/** The guesses above what came out; null without a prediction. @param {Task} task @param {Done[]} done @returns {Dots | null} */
export function predictionDots(task, done) {
  if (task.kind === 'options') return optionRows(task.options, done);
  if (task.kind === 'word') return wordRows(done);
  if (task.kind !== 'number') return null;
  return columns(
    done,
    ({ step }) => numberIn(step.guess),
    ({ step }) => Number(step.outcome),
  );
}

/** What the class reached; null if the prediction is about that. @param {Task} task @param {Done[]} done @returns {Dots | null} */
export function goalDots(task, done) {
  if (!task.goal || !task.best || (task.aboutBest && task.kind)) return null;
  return columns(
    done,
    () => Number.NaN,
    ({ step }) => (step.reached ? Number(step.best) : Number.NaN),
  );
}

/** Hints and attempts of a class, and who reached the goal. @param {Task} task @param {Done[]} done */
export function effort({ order }, done) {
  const reached = done.filter(({ step }) => step.reached);
  const sign = order === 'most' ? -1 : 1;
  const values = reached.map(({ step }) => sign * Number(step.best));
  const best = sign * Math.min(...values);
  const who = reached.filter(({ step }) => Number(step.best) === best).map(onDot);
  return {
    reached: reached.length,
    of: done.length,
    best: values.some(Number.isFinite) ? best : Number.NaN,
    who,
    attempts: median(done.map(({ step }) => step.attempts)),
    helped: done.filter(({ step }) => step.hints > 0).length,
  };
}
