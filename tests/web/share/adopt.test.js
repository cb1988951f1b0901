// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { adopt } from '../../../web/src/share/adopt.js';

afterEach(() => vi.unstubAllGlobals());

it('adds a sheet once to the page, and none for an element that left it', () => {
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
  document.adoptedStyleSheets = [];
  const element = document.createElement('p');
  adopt(element, 'p {}');
  expect(document.adoptedStyleSheets).toHaveLength(0);
  document.body.append(element);
  adopt(element, 'p {}');
  adopt(element, 'p {}');
  expect(document.adoptedStyleSheets).toHaveLength(1);
});
