// The kernels' speed as Markdown.
import { count, table } from './table.mjs';

const percent = (share) => `${Math.round(100 * share)} %`;

export function kernelsSection({ rounds, builds }) {
  const names = builds.map(({ build }) => build);
  const products = builds[0].products.map(({ name, m, k, n }, i) => [
    name,
    `${m} × ${k} × ${n}`,
    ...builds.map(({ products }) => {
      const { gflops, share } = products[i];
      return `${gflops.toFixed(1)} (${percent(share)})`;
    }),
  ]);
  const elementwise = builds[0].elementwise.map(({ name, rows, columns }, i) => [
    name,
    rows > 1 ? `${rows} × ${columns}` : columns,
    ...builds.map(({ elementwise }) => count(elementwise[i].perSecond)),
  ]);
  const peaks = builds.map(({ build, peak }) => `${build} ${peak.toFixed(1)}`).join(', ');
  return `## Kernels

One thread; medians of ${rounds} rounds, the builds in alternation; wasm under Node. The peak is what
multiplications and additions reach in registers alone, measured beside each product, in GFLOP/s:
${peaks}. In brackets the share of it.

Matrix products [m, k] · [k, n], GFLOP/s:

${table(['product', 'm × k × n', ...names], products)}

Elementwise, million numbers a second:

${table(['kernel', 'numbers', ...names], elementwise)}
`;
}
