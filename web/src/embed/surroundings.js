import { hostOf } from '../ui/root.js';

/** What a demo takes over from the page it stands in: the language, and whether that page is dark. */

/** @param {Element} element @returns {Element | null} across the borders of shadow trees */
const parentOf = (element) => element.assignedSlot ?? element.parentElement ?? hostOf(element);

/** @param {Element} element @returns {Generator<Element>} the element, its parent and so on */
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

/** @param {string} colour as computed: rgb(a) @returns {number} 0 black … 1 white; NaN: see-through */
export function lightness(colour) {
  const [r, g, b, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (b === undefined || alpha < 0.5) return Number.NaN;
  return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
}

/**
 * Is the page dark behind a demo? The first background that covers says so; with none, the canvas
 * shows, which is dark only where the page declares that it can be.
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
 * Calls back when the page around may have changed its colours.
 * @param {() => void} changed @returns {() => void} stops watching
 */
export function onSurroundings(changed) {
  const media = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  const later = () => setTimeout(changed, 300); // pages fade from one theme to the other
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
