/**
 * Where a pointer is on an element, in the element's own pixels. `offsetX` is not that under CSS zoom,
 * nor `clientX` under a transformation: what surrounds a demo may have either.
 * @param {MouseEvent} event @param {Element} element
 * @returns {{x: number, y: number}}
 */
export function placeOn(event, element) {
  const box = element.getBoundingClientRect();
  if (!box.width || !box.height) return { x: event.offsetX, y: event.offsetY }; // not laid out
  return {
    x: ((event.clientX - box.left) * element.clientWidth) / box.width,
    y: ((event.clientY - box.top) * element.clientHeight) / box.height,
  };
}
