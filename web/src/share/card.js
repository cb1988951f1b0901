import { t } from '../i18n/index.js';
import { QR_COLOURS } from './qr.js';
import { escapeXml } from './svg-context.js';

/**
 * A card for places that allow no script: a plot, its title, and the QR code of the link that
 * trains it.
 * @param {import('./pictures.js').Picture} picture
 * @param {{size: number, path: string} | null} code
 * @param {{title: string, address: string}} words
 * @returns {import('./pictures.js').Picture}
 */
export function cardOf(picture, code, { title, address }) {
  const { width, ink, soft, font } = picture;
  const [side, margin] = [112, 16];
  const height = picture.height + side + 2 * margin;
  const top = picture.height + margin;
  const room = width - 3 * margin - side;
  const line = (
    /** @type {string} */ text,
    /** @type {number} */ y,
    /** @type {number} */ size,
    /** @type {string} */ look,
  ) =>
    `<text x="${margin}" y="${top + y}" font-family="${escapeXml(font)}" font-size="${size}" ${look}>${escapeXml(fitting(text, room, size))}</text>`;
  const drawn = code
    ? `<g transform="translate(${width - margin - side}, ${top}) scale(${side / code.size})">
<rect width="${code.size}" height="${code.size}" fill="${QR_COLOURS.light}"/>
<path d="${code.path}" fill="${QR_COLOURS.dark}" shape-rendering="crispEdges"/>
</g>`
    : '';
  const nodes = [
    picture.nodes,
    line(title, 26, 18, `font-weight="650" fill="${ink}"`),
    line(t(code ? 'share.card.scan' : 'share.card.open'), 54, 14, `fill="${ink}"`),
    line(address, 78, 13, `fill="${soft}"`),
    drawn,
  ];
  return { ...picture, height, nodes: nodes.filter(Boolean).join('\n') };
}

/** The approximate number of letters that fit; Han characters are twice as wide. */
function fitting(
  /** @type {string} */ text,
  /** @type {number} */ room,
  /** @type {number} */ size,
) {
  let width = 0;
  let out = '';
  for (const letter of text) {
    width += size * (letter > '\u2e80' ? 1.05 : 0.62);
    if (width > room - size) return `${out}…`;
    out += letter;
  }
  return out;
}
