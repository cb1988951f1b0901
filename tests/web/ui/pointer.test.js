import { expect, it } from 'vitest';
import { placeOn } from '../../../web/src/ui/pointer.js';

/** An element of 400 × 200 pixels that is shown in a box. @param {{left: number, top: number, width: number, height: number}} box */
function shownIn(box) {
  const element = document.createElement('canvas');
  Object.defineProperties(element, { clientWidth: { value: 400 }, clientHeight: { value: 200 } });
  element.getBoundingClientRect = () => /** @type {DOMRect} */ (box);
  return element;
}
const at = (/** @type {number} */ clientX, /** @type {number} */ clientY) =>
  new MouseEvent('click', { clientX, clientY });

it('a pointer is where it is, also when what is around is zoomed or scaled', () => {
  const plain = shownIn({ left: 10, top: 20, width: 400, height: 200 });
  expect(placeOn(at(110, 70), plain)).toEqual({ x: 100, y: 50 });
  const zoomed = shownIn({ left: 15, top: 30, width: 600, height: 300 }); // zoom: 1.5
  expect(placeOn(at(165, 105), zoomed)).toEqual({ x: 100, y: 50 });
});

it('an element that is not laid out has no box to measure by', () => {
  const event = Object.assign(at(5, 6), {});
  const { x, y } = placeOn(event, shownIn({ left: 0, top: 0, width: 0, height: 0 }));
  expect([x, y]).toEqual([event.offsetX, event.offsetY]);
});
