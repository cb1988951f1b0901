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

The built site in headless Chromium, served from the same machine. Sizes are those after gzip.

${filesTable(files)}

The page preloads scripts with ${preloads} modulepreload links. WebAssembly is served as ${wasmType} and is
compiled ${streaming ? 'during the download' : 'after the download'}.

Milliseconds after navigation, medians of ${rounds} rounds. "Ready": the model is made and Train can be pressed.
"Blocked": the sum of the time beyond 50 ms of each main-thread task until then. "First progress": the time
from pressing Train to the first per cent.

${table(
  ['processor', 'first paint', 'ready', 'blocked', 'first progress'],
  times.map(({ slower, paint, ready, blocked, first }) => [
    slower === 1 ? 'this machine' : `${slower} times slower`,
    ...[paint, ready, blocked, first].map(Math.round),
  ]),
)}

${training.seconds} s of Skip-gram on the State of the Union, the largest preset: one frame per
${training.frameMs.toFixed(1)} ms (median); ${training.over} main-thread tasks of more than 50 ms, the longest
${Math.round(training.longestMs)} ms; measured in processor time, ${training.overCpu} tasks of more than 50 ms, the longest
${Math.round(training.longestCpuMs)} ms (${training.longestDid.join(', ')}).
`;
}
