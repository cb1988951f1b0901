/**
 * Symbols of a formula light their part of the figure: while the pointer or the focus is on
 * `data-light="name"`, every `data-part` that contains the name is lit.
 */
const LIT = 'lit';

/** @param {Element | null} symbol */
function show(symbol) {
  for (const part of document.querySelectorAll(`[data-part].${LIT}`)) part.classList.remove(LIT);
  const name =
    symbol instanceof HTMLElement || symbol instanceof MathMLElement ? symbol.dataset.light : '';
  if (!name) return;
  for (const part of document.querySelectorAll(`[data-part~="${name}"]`)) part.classList.add(LIT);
}

const symbolOf = (/** @type {EventTarget | null} */ target) =>
  target instanceof Element ? target.closest('[data-light]') : null;

export function startLights() {
  for (const type of ['pointerover', 'focusin']) {
    document.addEventListener(type, ({ target }) => show(symbolOf(target)));
  }
  document.addEventListener('focusout', () => show(null));
}
