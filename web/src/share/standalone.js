/** A chart of the page as a separate picture: the computed styles are written into its nodes. */

const PROPERTIES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity'],
  ...['stroke-linejoin', 'stroke-linecap', 'opacity', 'paint-order'],
];
const OF_TEXT = ['font-family', 'font-size', 'font-weight', 'text-anchor', 'dominant-baseline'];
const INITIAL = new Set(['none', 'normal', '0', '1', 'auto', '400', 'start', 'miter', 'butt']);
/** Properties that are written even if they have their initial value. */
const SAID = new Set(['fill', 'stroke-width', 'opacity', 'fill-opacity']);

/**
 * The content of an svg element, with its styles.
 * @param {SVGSVGElement} svg @returns {string}
 */
export function inside(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [from, to] = [svg.querySelectorAll('*'), copy.querySelectorAll('*')];
  from.forEach((node, i) => {
    const style = getComputedStyle(node);
    if (style.display === 'none' || style.visibility === 'hidden') {
      to[i].setAttribute('display', 'none');
      return;
    }
    const isText = node.localName === 'text' || node.localName === 'tspan';
    for (const name of isText ? [...PROPERTIES, ...OF_TEXT] : PROPERTIES) {
      const value = style.getPropertyValue(name);
      if (!value || (INITIAL.has(value) && !SAID.has(name))) continue;
      to[i].setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'aria-hidden', 'role']) to[i].removeAttribute(name);
  });
  const writer = new XMLSerializer();
  return [...copy.childNodes]
    .filter((node) => node.nodeType === 1)
    .map((node) => writer.serializeToString(node))
    .join('\n')
    .replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
}
