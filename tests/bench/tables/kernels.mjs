// The speed of the kernels, as Markdown.
import { count, table } from './table.mjs';

const percent = (share) => `${Math.round(100 * share)} %`;

export function kernelsSection({ rounds, builds }) {
  const names = builds.map(({ build }) => build);
  const products = builds[0].products.map(({ name, m, k, n }, i) => [
    name,
    `${m} × ${k} × ${n}`,
    ...builds.map(({ products }) => {
      const { gflops, share, typical } = products[i];
      return `${gflops.toFixed(1)} (${percent(share)}; ${percent(typical)})`;
    }),
  ]);
  const elementwise = builds[0].elementwise.map(({ name, rows, columns }, i) => [
    name,
    rows > 1 ? `${rows} × ${columns}` : columns,
    ...builds.map(({ elementwise }) => count(elementwise[i].perSecond)),
  ]);
  const peaks = builds
    .map(({ build, products }) => `${build} ${Math.max(...products.map(({ peak }) => peak))}`)
    .join('; ');
  return `## Kernels

One thread, ${rounds} rounds, the builds in alternation. The peak is the speed of multiplications and
additions in registers alone, measured together with each product, in GFLOP/s: ${peaks}. In brackets: the
share of the peak that the best round reaches, and the share of the median round. Other programs on the same
processor slow down a product, which loads and computes at the same time, more than the peak.

Matrix products [m, k] · [k, n], GFLOP/s:

${table(['product', 'm × k × n', ...names], products)}

Elementwise, million numbers per second:

${table(['kernel', 'numbers', ...names], elementwise)}
`;
}
