/**
 * Converts the pages' style sheets for a shadow tree: rules for the root, the body and the width of
 * the window are applied to the demo's frame. Colours and sizes can be set from outside:
 * `--preformer-accent` sets the page's `--accent`.
 */

/** Class of the element that replaces the page's root. */
export const FRAME = 'preformer-frame';

const ROOT_RULE = /(:root[^{}]*)\{([^{}]*)\}/g;
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
    .replace(/@media\s*\((min|max)-width:/g, '@container preformer ($1-width:');

const settable = (
  /** @type {string} */ _,
  /** @type {string} */ name,
  /** @type {string} */ value,
) => `--${name}: var(--preformer-${name}, ${value.trim()});`;
