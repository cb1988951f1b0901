import { createElement, useEffect } from 'react';

/**
 * A demo as a component, for MDX and for Docusaurus (`src/components/Demo.js`). The elements are
 * loaded only in the browser, because pages are first rendered on a server.
 * @param {{kind?: 'demo' | 'ladder' | 'polysemy' | 'transfer', link?: string, heading?: string,
 *   theme?: string, lang?: string, onTrained?: (hash: string) => void}} props
 */
export function Demo({ kind = 'demo', onTrained, ...attributes }) {
  useEffect(() => {
    import('preformer/elements');
  }, []);
  return createElement(`preformer-${kind}`, {
    ...attributes,
    'onpreformer-trained': (/** @type {CustomEvent} */ event) => onTrained?.(event.detail.hash),
  });
}
