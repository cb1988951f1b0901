/** Shown in place of a demo until it is started. */
import { say } from './words.js';

const GROUPS = 6;

/** Clouds of words before training. @param {number} count */
function scatter(count) {
  const dots = [];
  for (let i = 0; i < count; i++) {
    // A golden-angle spiral around the centre of each group, so the picture is the same every time.
    const [group, ring] = [i % GROUPS, Math.floor(i / GROUPS)];
    const turn = (group / GROUPS) * 2 * Math.PI + 0.4;
    const x = 200 + 120 * Math.cos(turn) + 5.5 * Math.sqrt(ring) * Math.cos(2.4 * ring) * 1.6;
    const y = 75 + 45 * Math.sin(turn) + 5.5 * Math.sqrt(ring) * Math.sin(2.4 * ring);
    dots.push(
      `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="var(--group-${group + 1})"/>`,
    );
  }
  return dots.join('');
}

/** Five steps of increasing height. */
const steps = () =>
  [1, 2, 3, 4, 5]
    .map(
      (n) =>
        `<rect x="${40 + 55 * n}" y="${135 - 22 * n}" width="44" height="${22 * n}" rx="4" fill="var(--group-${n})"/>`,
    )
    .join('');

/** One word between two clouds. */
function senses() {
  const dots = [0, 1].flatMap((side) =>
    Array.from({ length: 24 }, (_, i) => {
      const x = 120 + 160 * side + 11 * Math.sqrt(i) * Math.cos(2.4 * i);
      const y = 75 + 9 * Math.sqrt(i) * Math.sin(2.4 * i);
      return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3.2" fill="var(--group-${2 + side})"/>`;
    }),
  );
  return `${dots.join('')}<path d="m200 67v16m-8-8h16" stroke="var(--ink)" stroke-width="3"/>`;
}

/** Transferred layers and a new head. */
function layers() {
  const lent = [0, 1, 2].map(
    (n) =>
      `<rect x="${70 + 70 * n}" y="${35 + 10 * n}" width="48" height="${80 - 20 * n}" rx="6" fill="var(--group-2)" opacity="${1 - 0.2 * n}"/>`,
  );
  return `${lent.join('')}<rect x="285" y="60" width="48" height="30" rx="6" fill="var(--group-3)"/>`;
}

/** A row of numbers times a table of them. */
function numbers() {
  const cell = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ n) => {
    const value = Math.sin(12.9898 * (n + 1)); // any numbers, the same ones every time
    return `<rect x="${x}" y="${y}" width="15" height="15" fill="var(--${value < 0 ? 'minus' : 'plus'})" opacity="${Math.abs(value).toFixed(2)}"/>`;
  };
  const table = Array.from({ length: 72 }, (_, n) =>
    cell(110 + 16 * (n % 12), 27 + 16 * Math.floor(n / 12), n),
  );
  const row = Array.from({ length: 6 }, (_, n) => cell(70, 27 + 16 * n, 80 + n));
  const out = Array.from({ length: 12 }, (_, n) => cell(110 + 16 * n, 135, 90 + n));
  return [...table, ...row, ...out].join('');
}

/** @type {Record<string, () => string>} */
const pictures = {
  lab: () => scatter(96),
  ladder: steps,
  polysemy: senses,
  transfer: layers,
  inside: numbers,
  figure: numbers,
};

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} name @param {string} [text]
 */
function node(tag, name, text = '') {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
}

/** @param {string} demo @param {string} address URL of the author's picture; '' for the default */
function picture(demo, address) {
  if (address) {
    const image = node('img', 'poster-picture');
    image.src = address;
    image.alt = '';
    return image;
  }
  const box = node('div', 'poster-picture');
  box.innerHTML = `<svg viewBox="0 0 400 150" aria-hidden="true">${pictures[demo]()}</svg>`;
  return box;
}

/**
 * @param {object} options
 * @param {string} options.demo
 * @param {'en' | 'zh'} options.language
 * @param {string} options.image a URL or ''
 * @param {string} options.title the author's title or ''
 * @param {'ready' | 'loading' | 'failed'} options.state
 * @param {string} options.message the error message
 * @param {() => void} options.begin
 */
export function poster({ demo, language, image, title, state, message, begin }) {
  const box = node('div', 'poster');
  const text = node('div', 'poster-text');
  const button = node('button', 'primary poster-start');
  button.type = 'button';
  const label = { ready: 'start', loading: 'loading', failed: 'again' }[state];
  button.textContent = say(language, label);
  // Unlike `disabled`, this keeps the focus.
  button.setAttribute('aria-disabled', String(state === 'loading'));
  button.addEventListener('click', () => state !== 'loading' && begin());
  text.append(
    node('strong', 'poster-title', title || say(language, `${demo}.title`)),
    node('p', 'note', say(language, `${demo}.text`)),
    button,
    node('p', 'note poster-private', say(language, 'private')),
  );
  const trouble = node(
    'p',
    'problem',
    state === 'failed' ? say(language, 'failed', { message }) : '',
  );
  trouble.setAttribute('role', 'alert');
  trouble.hidden = state !== 'failed';
  text.append(trouble);
  box.append(picture(demo, image), text);
  return box;
}
