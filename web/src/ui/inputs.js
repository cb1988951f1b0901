/** Reads the values of events of form controls. */

/** @param {Event} event @returns {HTMLInputElement} */
export const inputOf = (event) => /** @type {HTMLInputElement} */ (event.target);

/** The text of a text field, or the value of a select. @param {Event} event @returns {string} */
export const textOf = (event) => inputOf(event).value;

/** Whether a <details> was opened. @param {Event} event @returns {boolean} */
export const openOf = (event) => /** @type {HTMLDetailsElement} */ (event.target).open;

/**
 * The chosen files. The input is cleared, so that the same file can be chosen again.
 * @param {Event} event
 * @returns {File[]}
 */
export function filesOf(event) {
  const input = inputOf(event);
  const files = [...(input.files ?? [])];
  input.value = '';
  return files;
}

/**
 * The dropped file. Prevents the browser's default action.
 * @param {DragEvent} event
 * @returns {File | undefined}
 */
export function droppedOf(event) {
  if (!event.dataTransfer?.types.includes('Files')) return undefined;
  event.preventDefault();
  return event.type === 'drop' ? event.dataTransfer.files[0] : undefined;
}
