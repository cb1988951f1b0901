/**
 * What a page hides or locks of Inside, by name: its parts, and blocks of numbers by their id.
 *
 * `example` the sentence · `step` Back, Step and what the stop says · `number` opened numbers ·
 * `prove` proof and change of an opened number · `beside` ELMo's second sentence · `objectives` their cards · `note` below the
 * drawing · `legend` the foot · `model` the way to another model (locked only). A block that is
 * hidden shows a question mark for its numbers.
 *
 * @typedef {import('./scene.js').Scene} Scene
 * @typedef {import('./scene.js').Block} Block
 * @typedef {import('./scene.js').Mark} Mark
 */
import { words } from './scene.js';

export class Limits {
  /** @param {string[]} hide @param {string[]} lock */
  constructor(hide, lock) {
    this.hide = hide;
    this.lock = lock;
  }

  /** @param {string} part */
  shows(part) {
    return !this.hide.includes(part);
  }

  /** Whether the reader can use a part. @param {string} part */
  frees(part) {
    return this.shows(part) && !this.lock.includes(part);
  }
}

const NONE = new Float32Array(0);
const MARGIN = 4;

/** A scene whose hidden blocks keep their numbers to themselves. @param {Scene} scene @param {string[]} hide @returns {Scene} */
export function veiled(scene, hide) {
  const isHidden = (/** @type {Block} */ { id }) => hide.includes(id);
  const hidden = scene.blocks.filter((block) => isHidden(block) && block.values.length > 0);
  if (!hidden.length && !scene.unseen?.some(isHidden)) return scene;
  const veil = (/** @type {Block} */ block) =>
    isHidden(block) ? { ...block, values: NONE } : block;
  return {
    ...scene,
    blocks: scene.blocks.map(veil),
    unseen: scene.unseen?.map(veil),
    marks: [
      ...scene.marks.filter((mark) => !hidden.some((block) => tells(mark, block))),
      ...hidden.map(({ box }) =>
        words(box.x + box.w / 2, box.y + box.h / 2 + 9, '?', 'veil', 'middle'),
      ),
    ],
  };
}

/** Whether a mark lies on a block, or is a bar that shows its probabilities. @param {Mark} mark @param {Block} block */
function tells(mark, { id, box }) {
  if (mark.kind === 'path') return false;
  if (mark.kind === 'rect') return id === 'p' && /^(bar|before)/.test(mark.look);
  const { x, y, w, h } = box;
  const across = mark.x >= x - MARGIN && mark.x <= x + w + MARGIN;
  return across && mark.y >= y - MARGIN && mark.y <= y + h + MARGIN;
}
