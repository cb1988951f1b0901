import encodeQR from 'qr';

/** Codes of longer links are too dense for phones. */
export const MAX_QR = 1200;

/**
 * Encodes a link as a QR code: modules of side 1 as one path, in a box with the quiet zone.
 * @param {string} link @returns {{size: number, path: string} | null} null if the link is too long
 */
export function qrOf(link) {
  if (!link || link.length > MAX_QR) return null;
  // Short links use a higher error correction level, so that a damaged code can still be read.
  const ecc = link.length > 300 ? 'low' : 'medium';
  const rows = encodeQR(link, 'raw', { ecc, border: 4 });
  const path = rows.flatMap((row, y) => runsOf(row).map(([x, n]) => `M${x},${y}h${n}v1h-${n}z`));
  return { size: rows.length, path: path.join('') };
}

/** @param {boolean[]} row @returns {Array<[number, number]>} start and length of each dark run */
function runsOf(row) {
  /** @type {Array<[number, number]>} */
  const runs = [];
  row.forEach((dark, x) => {
    if (!dark) return;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}

/** Dark on light in every theme, because readers of codes require it. */
export const QR_COLOURS = { dark: '#14171a', light: '#ffffff' };

/** @param {{size: number, path: string}} code @param {string} title escaped @returns {string} an SVG file */
export const qrFile = ({ size, path }, title) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${8 * size}" height="${8 * size}" role="img">
<title>${title}</title>
<rect width="${size}" height="${size}" fill="${QR_COLOURS.light}"/>
<path d="${path}" fill="${QR_COLOURS.dark}" shape-rendering="crispEdges"/>
</svg>
`;
