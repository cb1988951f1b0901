/** The code of an example as readers see it: what the function does, without the function. */
import { examples } from './examples.js';

/** @param {string} text */
function dedent(text) {
  const lines = text.replace(/^\n/, '').trimEnd().split('\n');
  const depth = Math.min(
    ...lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length),
  );
  return lines.map((line) => line.slice(depth)).join('\n');
}

/** @param {string} name 'model.mostSimilar' @returns {string} '' without an example */
export function exampleCode(name) {
  const example = examples[name];
  if (!example) return '';
  const text = String(example);
  const body = text.slice(text.indexOf('=>') + 2);
  if (!body.trimStart().startsWith('{')) {
    const lines = body.replace(/^ ?\n?/, '').split('\n');
    const [first, ...rest] = lines;
    const expression = [first.trim(), ...dedentRest(rest)].join('\n').replace(/,$/, '');
    const isCall = /\)$/.test(expression);
    return `${isCall ? 'await ' : ''}${expression};`;
  }
  const inner = body.slice(body.indexOf('{') + 1, body.lastIndexOf('}'));
  return dedent(inner).replaceAll(/return (\{[\s\S]*?\}|[\s\S]*?);(?=\n|$)/g, 'console.log($1);');
}

/** The lines after the first, less the depth of the last, which closes what the first opened. @param {string[]} lines */
function dedentRest(lines) {
  const last = lines.at(-1) ?? '';
  const depth = last.length - last.trimStart().length;
  return lines.map((line) => line.slice(Math.min(depth, line.length - line.trimStart().length)));
}
