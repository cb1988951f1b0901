/**
 * The few labelled pictures from which B is trained: six places for each of five digits. Every
 * change creates a new state and stores the previous one, so that it can be undone.
 *
 * @typedef {{pixels: Uint8Array, from: 'tray' | 'own'}} Picture
 * @typedef {object} Examples
 * @property {Array<Picture | null>} slots one row of PER_CLASS places for each of CLASSES
 * @property {number} target the place of the next picture
 * @property {Array<Array<Picture | null>>} past previous states for undo, the latest last
 */

export const CLASSES = ['5', '6', '7', '8', '9'];
export const PER_CLASS = 6;
const COUNT = CLASSES.length * PER_CLASS;
const MAX_PAST = 60;

/** @returns {Examples} */
export const noExamples = () => ({ slots: Array(COUNT).fill(null), target: 0, past: [] });

/** The digit of a place. @param {number} slot */
export const classOf = (slot) => CLASSES[Math.floor(slot / PER_CLASS)];

/** @param {Examples} examples @param {Array<Picture | null>} slots @param {number} [target] */
const changed = ({ slots: before, target: old, past }, slots, target = old) => ({
  slots,
  target,
  past: [...past, before].slice(-MAX_PAST),
});

/** @param {Examples} examples @param {number} slot @returns {Examples} */
export const aim = (examples, slot) => ({
  ...examples,
  target: Math.max(0, Math.min(COUNT - 1, slot)),
});

/**
 * Puts a picture into the target place and moves the target.
 * @param {Examples} examples
 * @param {Picture} picture
 */
export function put(examples, picture) {
  const slots = examples.slots.with(examples.target, picture);
  return changed(examples, slots, nextTarget(slots, examples.target, picture.from));
}

/**
 * The next empty place or, for the reader's own pictures, the next place with a picture from the
 * tray: row by row, from here to the end and then from the beginning. If there is none, the next
 * place in the same row.
 * @param {Array<Picture | null>} slots @param {number} from @param {string} kind
 */
function nextTarget(slots, from, kind) {
  const order = Array.from({ length: COUNT - 1 }, (_, i) => (from + 1 + i) % COUNT);
  const empty = order.find((slot) => slots[slot] === null);
  const lent = kind === 'own' ? order.find((slot) => slots[slot]?.from === 'tray') : undefined;
  const row = from - (from % PER_CLASS);
  return empty ?? lent ?? row + ((from + 1) % PER_CLASS);
}

/** @param {Examples} examples @param {number} [slot] */
export const remove = (examples, slot = examples.target) =>
  examples.slots[slot] ? changed(examples, examples.slots.with(slot, null), slot) : examples;

/** @param {Examples} examples */
export const clear = (examples) => changed(examples, Array(COUNT).fill(null), 0);

/**
 * Puts pictures into the empty places.
 * @param {Examples} examples @param {(label: string, place: number) => Uint8Array} lend
 */
export function fill(examples, lend) {
  /** @returns {Picture} */
  const lent = (/** @type {number} */ slot) => ({
    pixels: lend(classOf(slot), slot % PER_CLASS),
    from: 'tray',
  });
  const slots = examples.slots.map((picture, slot) => picture ?? lent(slot));
  return changed(examples, slots);
}

/** @param {Examples} examples */
export function undo(examples) {
  const { past, target } = examples;
  if (!past.length) return examples;
  return { slots: past[past.length - 1], target, past: past.slice(0, -1) };
}

/** @param {Examples} examples */
export const countOf = ({ slots }) => slots.filter(Boolean).length;

/** The number of the reader's own pictures. @param {Examples} examples */
export const ownOf = ({ slots }) => slots.filter((picture) => picture?.from === 'own').length;

/** The digits that have a picture. @param {Examples} examples */
export const labelled = ({ slots }) =>
  CLASSES.filter((_, row) => slots.slice(row * PER_CLASS, (row + 1) * PER_CLASS).some(Boolean));

/** Converts the pictures to examples of the API. @param {Examples} examples */
export function toTraining({ slots }) {
  const chosen = slots.flatMap((picture, slot) =>
    picture ? [{ pixels: picture.pixels, label: classOf(slot) }] : [],
  );
  return imagesOf(chosen);
}

/** @param {Array<{pixels: Uint8Array, label: string}>} list */
export function imagesOf(list) {
  const size = list[0]?.pixels.length ?? 784;
  const pixels = new Uint8Array(list.length * size);
  list.forEach((item, i) => {
    pixels.set(item.pixels, i * size);
  });
  return { pixels, labels: list.map(({ label }) => label), width: 28, height: 28 };
}
