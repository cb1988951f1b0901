import { prefersStill } from '../../ui/canvas.js';
import { focused, focusOn } from '../../ui/root.js';

/** The reader who has just pressed the button is led to what it opened. @param {HTMLElement} opened */
export function leadTo(opened) {
  if (focused(opened)?.id !== 'open-inside') return;
  opened.scrollIntoView({ behavior: prefersStill() ? 'auto' : 'smooth', block: 'start' });
  focusOn(opened, '#inside-title', { preventScroll: true });
}

/** Opens the dialog that was rendered. @param {HTMLElement} within */
export function showDialog(within) {
  const dialog = within.querySelector('dialog');
  if (dialog && !dialog.open) dialog.showModal?.();
}
