/**
 * The pages' style sheets as those of a shadow tree: what they say of the root, a page's body and
 * the width of the window is said of a demo's frame. Colours and measures can be set from outside:
 * `--preformer-accent` is the page's `--accent`.
 */

/** Class of the element that stands for the page's root. */
export const FRAME = 'preformer-frame';

const ROOT_RULE = /(:root[^{}]*)\{([^{}]*)\}/g;
const DECLARATION = /--([\w-]+):\s*([^;]+);/g;

/** @param {string} css of a page @returns {string} */
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
