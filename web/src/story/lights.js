/**
 * A formula lights up its figure: elements with `data-part` in a `.formula` name the parts, elements
 * with the same `data-part` in the figures of the same `.beat` show them. The list of symbols below
 * a formula becomes buttons, so that keyboards and fingers reach the parts, too.
 */

/** @param {EventTarget | null} target */
const partAt = (target) =>
  target instanceof Element ? target.closest('.formula [data-part]') : null;

/** @param {Element} beat @param {string | undefined} part none: puts the lights out */
function light(beat, part) {
  for (const element of beat.querySelectorAll('[data-part]')) {
    const parts = element.getAttribute('data-part')?.split(' ') ?? [];
    element.toggleAttribute('data-lit', part !== undefined && parts.includes(part));
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
    const part = partAt(event.target)?.getAttribute('data-part');
    if (part) light(beat, part);
  };
  const off = () => {
    const focused = partAt(document.activeElement);
    light(beat, (beat.contains(focused) && focused?.getAttribute('data-part')) || undefined);
  };
  beat.addEventListener('pointerover', on);
  beat.addEventListener('focusin', on);
  beat.addEventListener('click', on); // a finger; Safari does not focus a clicked button
  beat.addEventListener('pointerout', (event) => partAt(event.target) && off());
  beat.addEventListener('focusout', () => light(beat, undefined));
}

/** Connects the formulas of the page. */
export function startLights() {
  for (const beat of document.querySelectorAll('.beat:has(.formula)')) connect(beat);
}
