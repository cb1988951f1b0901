/** Messages of the page of the benchmark. */
export const en = {
  'bench.build.exact': 'exact',
  'bench.build.fast': 'fast',
  'bench.build.parallel': 'two threads',
  'bench.row.skip-gram': 'Skip-gram, each window its own negatives',
  'bench.row.shared': 'Skip-gram, {windows} windows share negatives',
  'bench.row.cbow': 'CBOW',
  'bench.reading': 'Reading the text …',
  'bench.begun': 'The first run is under way.',
  'bench.running': 'Run {done} of {of}',
  'bench.done': 'Done.',
  'bench.stopped': 'Stopped: these are the figures so far.',
  'bench.failed': 'This could not be measured: {error}',
  'bench.copied': 'Copied',
};
