/** Pieces of the Python programs that repeat a run elsewhere. */

/**
 * A run as the programs need it.
 * @typedef {object} Run
 * @property {Record<string, any>} options of the API, defaults filled in; any: each has its type
 * @property {string} train sentences, a line each, tokens separated by spaces
 * @property {string} heldout the same; '' for none
 * @property {string[]} words some frequent words of its vocabulary
 * @property {number[]} similarities of each pair of these, (0, 1), (0, 2), … (1, 2), …; [] for none
 * @property {number} perplexity on the held-out text; NaN where there is none
 * @property {number} loss the last that was told, nats a prediction
 * @property {string} link that repeats the run in a browser; '' for none
 *
 * @typedef {object} Program
 * @property {string} name of the file
 * @property {string} code
 * @property {{name: string, text: string}[]} files it reads, from its own folder
 */

/** A text up to this size stands in the program itself, a longer one in a file beside it. */
const MOST_INLINE = 300_000;

/** JSON's strings are Python's, but for the line separators that JSON lets through. @param {unknown} value */
export const literal = (value) => {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'float("nan")';
  return JSON.stringify(value);
};

/** name = value, a line each. @param {Record<string, unknown>} values */
export const assignments = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${literal(value)}`)
    .join('\n');

/** A text as lines of one triple-quoted string: neither quotes nor backslashes may end or bend it. */
const quoted = (/** @type {string} */ text) =>
  `"""\\\n${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r/g, '\\r')}"""`;

/**
 * Code that sets `name` to the sentences, and the file that it reads them from, if any.
 * @param {string} name @param {string} text
 */
export function corpus(name, text) {
  const split = '[line.split(" ") for line in TEXT.splitlines() if line]'.replace(
    'TEXT',
    text.length > MOST_INLINE ? `read("${name}.txt")` : quoted(text),
  );
  return {
    code: `${name} = ${split.replace('.splitlines()', '.split("\\n")')}`,
    files: text.length > MOST_INLINE ? [{ name: `${name}.txt`, text }] : [],
  };
}

/** Reads a file that lies beside the program. */
export const READ = `def read(name):
    return (pathlib.Path(__file__).parent / name).read_text(encoding="utf-8")`;

/**
 * The first lines.
 * @param {{title: string, packages: string, notes: string[], link: string}} about
 */
export const header = ({ title, packages, notes, link }) => `#!/usr/bin/env python3
"""${title}

    pip install ${packages}
    python3 THIS_FILE

${notes.join('\n')}${link ? `\n\nThe same run in a browser: ${link.replace(/\\/g, '').replace(/"/g, '%22')}` : ''}
"""`;

/** Says whether a figure came out, and ends the program accordingly. */
export const VERDICT = `def verdict(what, here, there, agrees, tolerance):
    print(f"{what}: here {here:.3f}, in the browser {there:.3f} (tolerance: {tolerance})")
    print("repeated" if agrees else "NOT repeated")
    sys.exit(0 if agrees else 1)`;
