// The built page, as Markdown.
import { kilobytes, table } from './table.mjs';

const KINDS = { js: 'scripts', css: 'styles', wasm: 'WebAssembly', gz: 'corpora', html: 'pages' };

function filesTable({ before, after }) {
  const kinds = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const cell = (found) => (found ? `${kilobytes(found.bytes)} in ${found.files}` : '–');
  const all = (files) => Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  return table(
    ['files', 'before the first Train', 'after it'],
    [
      ...kinds.map((kind) => [KINDS[kind] ?? kind, cell(before[kind]), cell(after[kind])]),
      ['together', kilobytes(all(before)), kilobytes(all(after))],
    ],
  );
}

export function pageSection({ rounds, times, preloads, streaming, wasmType, training, ...files }) {
  return `## The page

The built site in headless Chromium, served from this machine. Sizes as gzip sends them.

${filesTable(files)}

Scripts are announced by ${preloads} modulepreload links. WebAssembly comes as ${wasmType} and
${streaming ? 'is compiled while it arrives' : 'is compiled after it has arrived'}.

Milliseconds after navigation, medians of ${rounds} rounds. Ready: Train can be pressed, the model is
made. Blocked: what main-thread tasks took beyond 50 ms each, until then. First progress: from pressing
Train to the first per cent.

${table(
  ['processor', 'first paint', 'ready', 'blocked', 'first progress'],
  times.map(({ slower, paint, ready, blocked, first }) => [
    slower === 1 ? 'this machine' : `${slower} times slower`,
    ...[paint, ready, blocked, first].map(Math.round),
  ]),
)}

${training.seconds} s of Skip-gram on the State of the Union, the largest preset: a frame every
${training.frameMs.toFixed(1)} ms (median); ${training.over} main-thread tasks over 50 ms, the longest
${Math.round(training.longestMs)} ms; by processor time ${training.overCpu} over 50 ms, the longest
${Math.round(training.longestCpuMs)} ms (${training.longestDid.join(', ')}).
`;
}
