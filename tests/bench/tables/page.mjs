// The built page, as Markdown.
import { count, kilobytes, table } from './table.mjs';

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

export function messagesSection({ rounds, frames, runs }) {
  return `## Messages of a training

Train is pressed in the Lab of the built page, in headless Chromium, until the map has changed ${frames} times:
messages across the worker's border in both directions, those to the worker (questions) and those from it
(reports and answers); how far apart two maps and two frames of the page are, and the main thread's longest
task. Medians of ${rounds} rounds in which the sites take turns.

${table(
  [
    'run',
    'site',
    'messages',
    'to, from',
    'ms per map',
    'ms per frame',
    'tasks over 50 ms',
    'longest',
  ],
  runs.map((run) => [
    run.name,
    run.site.split('/').at(-1),
    count(run.messages),
    `${count(run.sent)}, ${count(run.received)}`,
    Math.round(run.mapMs),
    run.frameMs.toFixed(1),
    run.longTasks,
    `${Math.round(run.longestTaskMs)} ms`,
  ]),
)}
`;
}

export function insideSection({ rounds, found }) {
  return `## Inside

An opened model in the built page, in headless Chromium: the trace of one example (asking, computing, handing it
over), and the script, style and layout time of going to each of the seven stops. Medians of ${rounds} rounds; the
first visit of a stop, which loads its code, is left out.

${table(
  ['model', 'trace', ...[1, 2, 3, 4, 5, 6, 7].map((stop) => `stop ${stop}`)],
  found.map(({ model, vocabulary, trace, stops }) => [
    vocabulary ? `${model}, V = ${count(vocabulary)}` : model,
    `${trace.toFixed(1)} ms`,
    ...Array.from({ length: 7 }, (_, i) =>
      stops[i] === undefined ? '–' : `${stops[i].toFixed(1)} ms`,
    ),
  ]),
)}
`;
}
