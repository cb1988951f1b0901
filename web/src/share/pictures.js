import { t } from '../i18n/index.js';
import { contextOf } from '../plots/pixels.js';
import { checkReadBack } from '../ui/read-back.js';
import { svgMetadata } from './picture-link.js';
import { inside } from './standalone.js';
import { escapeXml, SvgContext } from './svg-context.js';

/**
 * @typedef {object} Picture a plot of the page in its current state
 * @property {string} id
 * @property {string} name in the page's language
 * @property {number} width
 * @property {number} height
 * @property {string} nodes SVG
 * @property {string} ground the background colour
 * @property {string} ink
 * @property {string} soft a lighter ink
 * @property {string} font
 * @property {string} [link] of the page, for the metadata of the file
 *
 * @typedef {HTMLElement & {drawInto?: (context: SvgContext) => boolean}} Plot a map has drawInto
 */

/**
 * The plots that can be saved, by page: selectors of maps (canvas) and of boxes with a chart (SVG).
 */
/** @type {Record<string, Record<string, string>>} */
const PLOTS = {
  lab: { map: 'embedding-map', loss: '#loss' },
  ladder: { rungs: '.rungs' },
  polysemy: { map: 'sense-map', curve: 'sense-curve' },
  transfer: { curves: 'transfer-curves', history: 'transfer-history' },
};

/**
 * @param {HTMLElement} app
 * @param {string} page
 * @returns {Picture[]} the plots that are not empty
 */
export const picturesOf = (app, page) =>
  Object.entries(PLOTS[page]).flatMap(([id, selector]) => {
    /** @type {Plot | null} */
    const plot = app.querySelector(selector);
    const drawn = plot && drawnOf(plot);
    return drawn ? [{ id, name: t(`share.picture.${id}`), ...drawn, ...looksOf(app) }] : [];
  });

/** @param {HTMLElement} app */
function looksOf(app) {
  const style = getComputedStyle(app);
  const [ground, ink, soft, font] = ['--panel', '--ink', '--soft', '--font'].map((name) =>
    style.getPropertyValue(name).trim(),
  );
  return { ground, ink, soft, font };
}

/** @param {Plot} plot @returns {{width: number, height: number, nodes: string} | null} */
function drawnOf(plot) {
  const { width, height } = plot.getBoundingClientRect();
  if (width < 20 || height < 20) return null;
  if (plot.drawInto) {
    const context = new SvgContext(measure);
    return plot.drawInto(context) ? { width, height, nodes: context.nodes } : null;
  }
  if (plot.matches('.rungs')) return rungs(plot, width);
  const charts = [...plot.querySelectorAll('svg')].filter((svg) => svg.clientWidth > 60);
  if (!charts.length) return null;
  const { left, top } = plot.getBoundingClientRect();
  const parts = charts.map((svg) => {
    const box = svg.getBoundingClientRect();
    const { width: w, height: h } = svg.viewBox.baseVal ?? { width: 0, height: 0 };
    const scale = w && h ? ` scale(${box.width / w} ${box.height / h})` : '';
    return `<g transform="translate(${box.left - left} ${box.top - top})${scale}">${inside(svg)}</g>`;
  });
  return { width, height, nodes: [...parts, ...textsOf(plot, left, top)].join('\n') };
}

const ROW = { top: 36, height: 208 };

/** The maps of the Ladder in one row, each below its name, without the answers between them. */
function rungs(/** @type {HTMLElement} */ plot, /** @type {number} */ width) {
  const maps = [...plot.querySelectorAll('ladder-map svg')];
  if (!maps.length) return null;
  const names = [...plot.querySelectorAll(TEXTS)];
  const each = width / Math.max(1, names.length);
  const nodes = names.flatMap((name, i) => {
    const map = name.closest('li')?.querySelector('ladder-map')?.querySelector('svg');
    const style = getComputedStyle(name);
    const x = (i * each).toFixed(1);
    const label = `<text x="12" y="22" font-size="16" font-weight="650" font-family="${escapeXml(style.fontFamily)}" fill="${style.color}">${escapeXml(name.textContent?.trim() ?? '')}</text>`;
    const scale = map ? Math.min(1, (each - 8) / Math.max(1, map.clientWidth)) : 1;
    const drawn = map
      ? `<g transform="translate(4 ${ROW.top}) scale(${scale.toFixed(3)})">${inside(map)}</g>`
      : '';
    return [`<g transform="translate(${x} 0)">${label}${drawn}</g>`];
  });
  return { width, height: ROW.height, nodes: nodes.join('\n') };
}

/** The labels and headings of the charts, which are HTML. */
const TEXTS = '.run-label, .rung h3, .curve-label';

/** @param {HTMLElement} plot @param {number} left @param {number} top */
function textsOf(plot, left, top) {
  return [...plot.querySelectorAll(TEXTS)].flatMap((node) => {
    if (node.closest('svg')) return [];
    const box = node.getBoundingClientRect();
    const style = getComputedStyle(node);
    const size = Number.parseFloat(style.fontSize);
    const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim();
    const x = box.left - left + Number.parseFloat(style.paddingLeft || '0');
    const y = box.top - top + box.height / 2 + 0.36 * size;
    return [
      `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${style.fontWeight}" font-family="${escapeXml(style.fontFamily)}" fill="${style.color}">${escapeXml(text)}</text>`,
    ];
  });
}

/** @type {CanvasRenderingContext2D | null} */
let ruler = null;

/** @param {string} font @param {string} text */
function measure(font, text) {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (!ruler) return 7 * text.length;
  ruler.font = font;
  return ruler.measureText(text).width;
}

/** @param {Picture} picture @returns {string} an SVG file */
export function toSvg({ width, height, nodes, ground, name, link = '' }) {
  const [w, h] = [Math.round(width), Math.round(height)];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" role="img">
<title>${escapeXml(name)}</title>${link ? `\n${svgMetadata(link)}` : ''}
<rect width="${w}" height="${h}" fill="${ground}"/>
${nodes}
</svg>
`;
}

const SHARP = 2; // pixels of the file per CSS pixel

/** @param {string} svg an SVG file @returns {Promise<Blob>} a PNG of twice its size */
export async function toPng(svg) {
  checkReadBack();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SHARP * image.naturalWidth;
    canvas.height = SHARP * image.naturalHeight;
    const context = contextOf(canvas);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    /** @type {Blob | null} */
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The picture could not be made.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
