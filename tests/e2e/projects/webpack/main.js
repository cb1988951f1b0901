import { train } from 'preformer';

/** Trains by the API, then shows an element: what a user of the package does first. */
async function main() {
  const reports = [];
  const model = await train({
    corpus: { preset: 'relations-en' },
    model: 'skip-gram',
    epochs: 2,
    seed: 1,
    onProgress: (report) => reports.push(report.progress),
  });
  const nearest = await model.mostSimilar({ positive: 'king', topn: 3 });
  const hash = await model.weightsHash();
  await model.close();
  await import('preformer/elements');
  const demo = document.createElement('preformer-demo');
  demo.link = '#v=1&model=cbow&epochs=2';
  document.body.append(demo);
  return { hash, nearest, reports: reports.length };
}

window.outcome = main().catch((error) => ({ error: `${error.code}: ${error.message}` }));
