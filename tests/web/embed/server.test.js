// @vitest-environment node
import { expect, it } from 'vitest';

it('the elements can be imported where there is no document', async () => {
  expect(globalThis.document).toBeUndefined();
  const { elements } = await import('../../../web/src/embed/elements.js');
  expect(Object.keys(elements)).toEqual([
    'preformer-demo',
    'preformer-ladder',
    'preformer-polysemy',
    'preformer-transfer',
    'preformer-inside',
    'preformer-figure',
  ]);
  const { default: widget } = await import('../../../web/src/embed/widget.js');
  expect(widget.render).toBeTypeOf('function');
});
