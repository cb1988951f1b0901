import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ofShadow } from '../../../web/src/embed/shadow-style.js';

/** @param {string} path from web/src */
const page = (path) => readFileSync(`web/src/${path}`, 'utf8');

describe("a page's style sheet in a shadow tree", () => {
  it('speaks of the frame where it spoke of the root', () => {
    expect(ofShadow(':root[data-theme="dark"] .page { --ink-invert: 1; }')).toContain(
      '.preformer-frame[data-theme="dark"] .page',
    );
    expect(
      ofShadow('html {\n  color: red;\n}\n\nbody {\n  margin: 0;\n  min-height: 100vh;\n}'),
    ).toBe('.preformer-frame {\n  color: red;\n}\n\n.preformer-frame {\n  margin: 0;\n  \n}');
    expect(ofShadow('.contexts-body { margin: 0 }')).toBe('.contexts-body { margin: 0 }');
  });

  it('measures in its own font size, not in that of the surrounding page', () => {
    expect(ofShadow('.x { margin: -1.5rem 2px; }')).toBe(
      '.x { margin: calc(-1.5 * var(--rem, 16px)) 2px; }',
    );
    expect(ofShadow('@container page (max-width: 45rem) { .x { top: 2rem; } }')).toBe(
      '@container page (max-width: 48em) { .x { top: calc(2 * var(--rem, 16px)); } }',
    );
    expect(ofShadow('@media (prefers-reduced-motion: reduce) {}')).toContain('@media (prefers');
  });

  it('lets colours be set from outside', () => {
    const css = ofShadow(page('styles/tokens.css'));
    expect(css).toContain('--accent: var(--preformer-accent, #0b6e6e);');
    expect(css).toContain('--accent: var(--preformer-accent, #4fc3b8);');
    expect(css).not.toContain(':root');
  });

  it('leaves nothing of the page in any of the sheets', () => {
    for (const path of ['styles/base.css', 'transfer/page.css', 'styles/layout.css']) {
      const css = ofShadow(page(path));
      expect(css).not.toMatch(
        /[\d]rem\b|:root|(^|[\s,}])(html|body)\s*[{,]|@media \((min|max)-width/,
      );
    }
  });
});
