/** Helpers for canvases: colours from the style sheet, sharp pixels, one drawing per frame. */

/**
 * @template {string} Name
 * @param {Element} element @param {readonly Name[]} names custom properties without dashes
 * @returns {Record<Name, string>}
 */
export function tokens(element, names) {
  const style = getComputedStyle(element);
  const found = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]);
  return Object.fromEntries(found);
}

/** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height @returns {number} */
export function sharpen(canvas, width, height) {
  const ratio = Math.min(3, globalThis.devicePixelRatio || 1);
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
 * Calls `redraw` when colours change: by the system's colour scheme, the page's switch or a demo's.
 */
export function onTheme(/** @type {() => void} */ redraw) {
  const media = globalThis.matchMedia?.('(prefers-color-scheme: dark)');
  media?.addEventListener('change', redraw);
  themes.addEventListener('change', redraw);
  const observer = new MutationObserver(redraw);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    media?.removeEventListener('change', redraw);
    themes.removeEventListener('change', redraw);
    observer.disconnect();
  };
}

export const prefersStill = () =>
  globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
