/** The draft of a lesson, kept in this browser until another is begun. */
import { scopedName } from '../../link/scope.js';

/** @typedef {import('./draft.js').Draft} Draft */

const key = () => scopedName('preformer.lesson.draft');

/** @returns {Draft | null} */
export function keptDraft() {
  try {
    /** @type {Draft | null} */
    const draft = JSON.parse(localStorage.getItem(key()) ?? 'null');
    return Array.isArray(draft?.steps) && typeof draft.title === 'string' ? draft : null;
  } catch {
    return null; // storage is forbidden, or contains something else
  }
}

/** @param {Draft} draft */
export function keepDraft(draft) {
  try {
    localStorage.setItem(key(), JSON.stringify(draft));
  } catch {
    // forbidden or full: the draft lives as long as the page
  }
}
