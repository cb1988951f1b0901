/**
 * A formula lights up its figure: elements with `data-part` in a `.formula` name parts (one or
 * several), elements with the same `data-part` in the figures of the same `.beat` show them. The list of symbols below
 * a formula becomes buttons, so that keyboards and fingers reach the parts, too.
 */

/** @param {EventTarget | null} target */
const partAt = (target) =>
  target instanceof Element ? target.closest('.formula [data-part]') : null;

/** @param {Element | null} element @returns {string[]} */
const partsOf = (element) => element?.getAttribute('data-part')?.split(' ') ?? [];

/** @param {Element} beat @param {string[]} parts none: puts the lights out */
function light(beat, parts) {
  for (const element of beat.querySelectorAll('[data-part]')) {
    const isLit = partsOf(element).some((part) => parts.includes(part));
    element.toggleAttribute('data-lit', isLit);
  }
}

/** @param {Element} beat */
function connect(beat) {
  for (const item of beat.querySelectorAll('.symbols > li')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.part = item.getAttribute('data-part') ?? '';
    item.removeAttribute('data-part');
    button.append(...item.childNodes);
    item.append(button);
  }
  /** @param {Event} event */
  const on = (event) => {
    const found = partAt(event.target);
    if (found) light(beat, partsOf(found));
  };
  const off = () => {
    const focused = partAt(document.activeElement);
    light(beat, beat.contains(focused) ? partsOf(focused) : []);
  };
  beat.addEventListener('pointerover', on);
  beat.addEventListener('focusin', on);
  beat.addEventListener('click', on); // a finger; Safari does not focus a clicked button
  beat.addEventListener('pointerout', (event) => partAt(event.target) && off());
  beat.addEventListener('focusout', () => light(beat, []));
}

/** Connects the formulas of the page. */
export function startLights() {
  for (const beat of document.querySelectorAll('.beat:has(.formula)')) connect(beat);
}
