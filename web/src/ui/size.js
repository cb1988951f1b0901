/** Presentation size: larger type and drawings, for a projector. Remembered by the browser. */

const KEY = 'preformer-size';

/** Storage may be forbidden, as in a sandboxed frame: then the choice lasts as long as the page. */
const stored = () => {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export const isLarge = () => document.documentElement.dataset.size === 'large';

/** @param {boolean} large */
function apply(large) {
  if (large) document.documentElement.dataset.size = 'large';
  else delete document.documentElement.dataset.size;
}

/** Applies the remembered size; called before anything is rendered. */
export const recallSize = () => apply(stored() === 'large');

export function switchSize() {
  const large = !isLarge();
  apply(large);
  try {
    if (large) window.localStorage.setItem(KEY, 'large');
    else window.localStorage.removeItem(KEY);
  } catch {
    // not remembered
  }
}
