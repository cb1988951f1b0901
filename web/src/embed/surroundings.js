import { hostOf } from '../ui/root.js';

/**
 * Properties that a demo takes over from the surrounding page: its language, and whether it is
 * dark.
 */

/**
 * @param {Element} element
 * @returns {Element | null} its parent, also across borders of shadow trees
 */
const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? hostOf(element);

/** @param {Element} element @returns {Generator<Element>} the element and its ancestors */
function* upwards(element) {
  /** @type {Element | null} */
  let at = element;
  for (; at; at = parentOf(at)) yield at;
}

/** @param {string | null | undefined} tag @returns {'en' | 'zh' | undefined} */
export const spokenBy = (tag) => {
  if (/^zh\b/i.test(tag ?? '')) return 'zh';
  return /^en\b/i.test(tag ?? '') ? 'en' : undefined;
};

/** The language of the text around a demo. @param {Element} element @returns {'en' | 'zh' | undefined} */
export function languageAround(element) {
  for (const at of upwards(element)) {
    const tag = at.getAttribute('lang');
    if (tag) return spokenBy(tag);
  }
  return undefined;
}

/**
 * @param {string} colour a computed colour: rgb(a)
 * @returns {number} brightness, 0 black … 1 white; NaN if transparent
 */
export function lightness(colour) {
  const [r, g, b, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (b === undefined || alpha < 0.5) return Number.NaN;
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/**
 * Whether the page behind a demo is dark. The first opaque background decides. Without one the
 * browser's canvas is visible, which is dark only if the page declares a dark colour scheme.
 * @param {Element} element
 */
export function isDarkAround(element) {
  const start = parentOf(element) ?? element;
  for (const at of upwards(start)) {
    const light = lightness(getComputedStyle(at).backgroundColor);
    if (!Number.isNaN(light)) return light < 0.4;
  }
  const { colorScheme } = getComputedStyle(document.documentElement);
  const declared = document.querySelector('meta[name="color-scheme"]')?.getAttribute('content');
  const scheme = (colorScheme === 'normal' ? declared : colorScheme) ?? '';
  if (!scheme.includes('dark')) return false;
  if (!scheme.includes('light')) return true;
  return globalThis.matchMedia?.('(prefers-color-scheme: dark)').matches ?? false;
}

/**
 * Calls back when the colours of the surrounding page may have changed.
 * @param {() => void} changed @returns {() => void} stops watching
 */
export function onSurroundings(changed) {
  const media = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  const later = () => setTimeout(changed, 300); // until a page has faded to its new theme
  const either = () => {
    changed();
    later();
  };
  media?.addEventListener('change', either);
  const observer = new MutationObserver(either);
  const look = { attributes: true, attributeFilter: ['class', 'style', 'data-theme', 'lang'] };
  for (const part of [document.documentElement, document.body]) observer.observe(part, look);
  return () => {
    media?.removeEventListener('change', either);
    observer.disconnect();
  };
}
