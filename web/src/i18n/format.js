import { language } from './index.js';

const cached = (/** @type {(language: string) => Intl.NumberFormat} */ make) => {
  /** @type {Map<string, Intl.NumberFormat>} */
  const made = new Map();
  return (/** @type {number} */ x) => {
    const key = language();
    const format = made.get(key) ?? make(key);
    made.set(key, format);
    return format.format(x);
  };
};

/** Sentences one after another: Chinese has no space after a full stop. */
export const sentences = (/** @type {string[]} */ ...parts) =>
  parts.filter(Boolean).join(language() === 'zh' ? '' : ' ');

/** What stands between words that are listed in a sentence. */
export const comma = () => (language() === 'zh' ? '、' : ', ');

/** 8,000 */
export const whole = cached((l) => new Intl.NumberFormat(l, { maximumFractionDigits: 0 }));

/** At most three significant digits: 612, 61.2, 6.12 */
const short = cached((l) => new Intl.NumberFormat(l, { maximumSignificantDigits: 3 }));

const three = cached(
  (l) => new Intl.NumberFormat(l, { minimumSignificantDigits: 3, maximumSignificantDigits: 3 }),
);

/** Three digits for small numbers, whole numbers above: 8.10, 53.2, 1,204. */
export const significant = (/** @type {number} */ x) =>
  Number.isFinite(x) ? (x < 1e6 ? (x < 1000 ? three(x) : whole(x)) : compact(x)) : '–';

/** 612 k, 1.79 M; 61.2 万, 1.79 亿: in the units of each language. */
export function compact(/** @type {number} */ x) {
  if (!Number.isFinite(x)) return '–';
  /** @type {[number, string][]} */
  const units =
    language() === 'zh'
      ? [
          [1e8, ' 亿'],
          [1e4, ' 万'],
        ]
      : [
          [1e9, ' G'],
          [1e6, ' M'],
          [1e3, ' k'],
        ];
  for (const [size, name] of units) if (x >= size * 0.9995) return short(x / size) + name;
  return whole(x);
}

/** A loss: 3.21, or 54.8 M for a diverged run. */
export const nats = (/** @type {number} */ x) => (Math.abs(x) < 1000 ? x.toFixed(2) : compact(x));

/** A probability: 62 %, 4.1 %, 0.03 %, <0.01 %. */
export function percent(/** @type {number} */ p) {
  if (!Number.isFinite(p)) return '–';
  const gap = language() === 'zh' ? '' : ' ';
  const x = 100 * p;
  if (x > 0 && x < 0.01) return `<0.01${gap}%`;
  return `${x >= 9.95 ? x.toFixed(0) : x.toFixed(x >= 0.995 || x === 0 ? 1 : 2)}${gap}%`;
}

/** Two decimals with a true minus sign: 0.93, −0.12 */
export const similarity = (/** @type {number} */ x) =>
  Number.isFinite(x)
    ? x
        .toFixed(2)
        .replace(/^-(0\.00)$/, '$1')
        .replace('-', '−')
    : '–';

/** A parameter with as few digits as possible: 0.05, 0.0001 */
export const plain = (/** @type {number} */ x) => String(Number(x.toPrecision(6)));

/** 225 kB, 1.2 GB */
export function memory(/** @type {number} */ bytes) {
  /** @type {[number, string][]} */
  const units = [
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
  ];
  for (const [size, name] of units) if (bytes >= size) return `${short(bytes / size)} ${name}`;
  return `${whole(bytes)} B`;
}

/** 3f9a…c21e */
export const shortHash = (/** @type {string} */ hash) => `${hash.slice(0, 4)}…${hash.slice(-4)}`;
