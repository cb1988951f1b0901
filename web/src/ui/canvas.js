/** Helpers for canvases: colours and sizes from the style sheet, sharp pixels, one drawing per frame. */

const media = (/** @type {string} */ query) => globalThis.matchMedia?.(query);
const forced = media('(forced-colors: active)');

/**
 * With forced colours the properties are names such as CanvasText. Not every canvas knows the
 * reader's choice for them, so they are resolved by an element.
 * @template {string} Name
 * @param {Element} element @param {readonly Name[]} names custom properties without dashes
 * @returns {Record<Name, string>}
 */
export function tokens(element, names) {
  const style = getComputedStyle(element);
  const found = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  if (!forced?.matches) return Object.fromEntries(found);
  const probe = document.createElement('i');
  probe.style.forcedColorAdjust = 'none';
  element.append(probe);
  const resolved = found.map(([name, value]) => {
    probe.style.color = '';
    probe.style.color = value; // stays empty for what is no colour
    const known = probe.style.color !== '';
    return [name, known ? getComputedStyle(probe).color : value];
  });
  probe.remove();
  return Object.fromEntries(resolved);
}

const MEDIUM = 16; // pixels per rem for which the drawings were measured

/**
 * How much larger the type around an element is than by default: drawings grow with it. An embedded
 * demo has its own rem (embed/shadow-style.js).
 * @param {Element} element
 */
export function typeScale(element) {
  const own = Number.parseFloat(getComputedStyle(element).getPropertyValue('--rem'));
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return (own || root || MEDIUM) / MEDIUM;
}

const FOR_PAPER = 3; // pixels per CSS pixel of what is printed

/** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height @returns {number} */
export function sharpen(canvas, width, height) {
  const ratio = printing ? FOR_PAPER : Math.min(3, globalThis.devicePixelRatio || 1);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) Object.assign(canvas, { width: w, height: h });
  return ratio;
}

/** Calls `draw` at most once per animation frame. */
export class Frame {
  #pending = 0;

  /** @param {(now: number) => void} draw */
  constructor(draw) {
    this.draw = draw;
  }

  request() {
    this.#pending ||= requestAnimationFrame((now) => {
      this.#pending = 0;
      this.draw(now);
    });
  }

  cancel() {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
  }
}

const themes = new EventTarget();

/** Announces that the colours of an embedded demo have changed. */
export const themeChanged = () => themes.dispatchEvent(new Event('change'));

/**
 * Calls `redraw` when colours or sizes of type change: by the system's colour scheme or contrast
 * theme, the page's switches or a demo's.
 */
export function onTheme(/** @type {() => void} */ redraw) {
  const dark = media('(prefers-color-scheme: dark)');
  const sources = [dark, forced, themes].filter((source) => source !== undefined);
  for (const source of sources) source.addEventListener('change', redraw);
  const observer = new MutationObserver(redraw);
  const look = ['data-theme', 'data-size', 'style'];
  observer.observe(document.documentElement, { attributes: true, attributeFilter: look });
  return () => {
    for (const source of sources) source.removeEventListener('change', redraw);
    observer.disconnect();
  };
}

const printer = new EventTarget();
let printing = false;

/** Paper has the light colours, whatever the screen has (styles/tokens.css). */
function print(/** @type {boolean} */ begins) {
  if (begins === printing) return;
  printing = begins;
  document.documentElement.toggleAttribute('data-print', begins);
  printer.dispatchEvent(new Event('change'));
}

globalThis.addEventListener?.('beforeprint', () => print(true));
globalThis.addEventListener?.('afterprint', () => print(false));
media('print')?.addEventListener('change', ({ matches }) => print(matches));

/**
 * Calls `redraw` before the page is printed and afterwards. No animation frame comes before the
 * picture of the page is taken, so it has to draw at once.
 */
export function onPrint(/** @type {() => void} */ redraw) {
  printer.addEventListener('change', redraw);
  return () => printer.removeEventListener('change', redraw);
}

export const prefersStill = () => media('(prefers-reduced-motion: reduce)')?.matches ?? false;
