/**
 * Converts the pages' style sheets for a shadow tree: rules for the root and the body are applied to
 * the demo's frame, which is the container whose width is asked for. The root's font size belongs to
 * the surrounding page (many set 62.5 %), so rem becomes a multiple of the demo's own `--rem`.
 * Colours and sizes can be set from outside: `--preformer-accent` sets the page's `--accent`.
 */

/** Class of the element that replaces the page's root. */
export const FRAME = 'preformer-frame';

const TEXT = 0.9375; // font size of the frame in rem; em in a query is that of the container

const ROOT_RULE = /(:root[^{}]*)\{([^{}]*)\}/g;
const REM = /(-?[\d.]+)rem\b/g;
const DECLARATION = /--([\w-]+):\s*([^;]+);/g;

/** @param {string} css style sheet of a page @returns {string} */
export const ofShadow = (css) =>
  css
    .replace(
      ROOT_RULE,
      (_, selector, body) => `${selector}{${body.replace(DECLARATION, settable)}}`,
    )
    .replaceAll(':root', `.${FRAME}`)
    .replace(/(^|[},\s])(html|body)(?=\s*[{,])/g, `$1.${FRAME}`)
    .replace(/min-height:\s*100vh;?/g, '')
    .replace(/@container[^{]+/g, (query) => query.replace(REM, (_, n) => `${n / TEXT}em`))
    .replace(REM, 'calc($1 * var(--rem, 16px))');

const settable = (
  /** @type {string} */ _,
  /** @type {string} */ name,
  /** @type {string} */ value,
) => `--${name}: var(--preformer-${name}, ${value.trim()});`;
