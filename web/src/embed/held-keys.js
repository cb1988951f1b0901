/**
 * Keys that a demo has used stay in it. The surrounding page sees a shadow tree as one element and
 * cannot tell a field from the text of a slide: "n" typed in a field would turn the slide.
 */

/** Kinds of <input> that take no text. */
const NO_TEXT = [
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
];

/** @param {EventTarget | undefined} target */
function isField(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !NO_TEXT.includes(target.type);
  return target.matches('textarea, select') || target.isContentEditable;
}

/** Whether the browser itself does something with this key on this element. @param {string} key @param {EventTarget | undefined} target */
function isPress(key, target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === 'range') return key !== 'Tab';
  if (target instanceof HTMLInputElement && target.type === 'radio' && /^Arrow/.test(key))
    return true;
  return /^( |Enter)$/.test(key) && target.matches('button, a[href], summary, input, [role]');
}

/** @param {KeyboardEvent} event */
function hold(event) {
  const [target] = event.composedPath();
  if (event.defaultPrevented || isField(target) || isPress(event.key, target)) {
    event.stopPropagation();
  }
}

/** @param {HTMLElement} frame what everything in the demo is in */
export function holdKeys(frame) {
  for (const name of ['keydown', 'keypress', 'keyup']) {
    frame.addEventListener(name, (event) => hold(/** @type {KeyboardEvent} */ (event)));
  }
}
