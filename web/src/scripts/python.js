/** Parts of the Python programs that repeat a run with another library. */

/**
 * A run in the form that the programs use.
 * @typedef {object} Run
 * @property {Record<string, any>} options options of the API with defaults filled in; any: each has
 *   its own type
 * @property {string} train sentences, one per line, tokens separated by spaces
 * @property {string} heldout in the same form; '' for none
 * @property {string[]} words some frequent words of its vocabulary
 * @property {number[]} similarities cosines of each pair of these, (0, 1), (0, 2), … (1, 2), …; []
 *   for none
 * @property {number} perplexity perplexity on the held-out text; NaN without one
 * @property {number} loss the last reported loss in nats per prediction
 * @property {string} link a link that repeats the run in a browser; '' for none
 *
 * @typedef {object} Program
 * @property {string} name name of the file
 * @property {string} code
 * @property {{name: string, text: string}[]} files files that it reads from its own folder
 */

/** A text up to this size is part of the program; a longer one is a separate file. */
const MOST_INLINE = 300_000;

/**
 * JSON's strings are valid in Python, except for line separators, which JSON allows.
 * @param {unknown} value
 */
export const literal = (value) => {
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'float("nan")';
  return JSON.stringify(value);
};

/** One line `name = value` per value. @param {Record<string, unknown>} values */
export const assignments = (values) =>
  Object.entries(values)
    .map(([name, value]) => `${name} = ${literal(value)}`)
    .join('\n');

/** A text as one triple-quoted string with quotes and backslashes escaped. */
const quoted = (/** @type {string} */ text) =>
  `"""\\\n${text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\r/g, '\\r')}"""`;

/**
 * Code that sets `name` to the sentences, and the file from which it reads them, if any.
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

/** Reads a file from the program's folder. */
export const READ = `def read(name):
    return (pathlib.Path(__file__).parent / name).read_text(encoding="utf-8")`;

/**
 * The first lines of a program.
 * @param {{title: string, packages: string, notes: string[], link: string, starts: string[]}} about
 *   `starts`: further ways to start it, on more cores or machines
 */
export const header = ({ title, packages, notes, link, starts }) => `#!/usr/bin/env python3
"""${title}

    pip install ${packages}
    python3 THIS_FILE
${starts.map((line) => (line ? `    ${line}\n` : '\n')).join('')}
${notes.join('\n')}${link ? `\n\nThe same run in a browser: ${link.replace(/\\/g, '').replace(/"/g, '%22')}` : ''}
"""`;

/** Prints whether a value was reproduced, and sets the exit code. @param {string} [say] what prints */
export const verdict = (say = 'print') => `def verdict(what, here, there, agrees, tolerance):
    ${say}(f"{what}: here {here:.3f}, in the browser {there:.3f} (tolerance: {tolerance})")
    ${say}("repeated" if agrees else "NOT repeated")
    sys.exit(0 if agrees else 1)`;
