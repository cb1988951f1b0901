// Tables and numbers, as Markdown.

/** @param {string[]} head @param {(string | number)[][]} rows */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** 123456 → "123 k". @param {number} n */
export const thousands = (n) => `${Math.round(n / 1000)} k`;

/** 123456 → "123,456"; below 100 two significant digits. @param {number} n */
export const count = (n) =>
  n < 100 ? String(Number(n.toPrecision(2))) : Math.round(n).toLocaleString('en');

/** A ratio: "0.52", "3.46", "118". @param {number | undefined} ratio */
export function times(ratio) {
  if (ratio === undefined) return '–';
  return ratio < 10 ? ratio.toFixed(2) : ratio.toPrecision(3);
}

/** @param {number} bytes */
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/** @param {number} bytes */
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
