// Runs the micro-benchmarks of a wasm build and prints their JSON. Build them first:
//   cmake --build build/cmake/wasm-exact --target preformer_kernels_bench
//   node tests/bench/kernels/run.mjs exact chromium
import v8 from 'node:v8';
import { chromium } from '@playwright/test';
import { chromiumOptions } from '../../e2e/engines/chromium.js';

const [build = 'exact', where = 'node'] = process.argv.slice(2);

async function inNode() {
  // Node 20 has relaxed SIMD behind a flag, which later versions do not accept.
  if (build !== 'exact' && Number.parseInt(process.versions.node, 10) < 21) {
    v8.setFlagsFromString('--experimental-wasm-relaxed-simd');
  }
  const { default: create } = await import(`../../../build/bench/kernels-${build}.mjs`);
  await create();
}

/** A cross-origin isolated page, because only such pages have a precise clock. */
async function inChromium() {
  const browser = await chromium.launch(chromiumOptions);
  const page = await browser.newPage();
  const headers = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  await page.route('https://bench.test/**', (route) => {
    const file = new URL(route.request().url()).pathname.slice(1);
    return file === ''
      ? route.fulfill({ headers, contentType: 'text/html', body: '<!doctype html>' })
      : route.fulfill({ headers, path: `build/bench/${file}` });
  });
  await page.goto('https://bench.test/');
  const lines = await page.evaluate(async (module) => {
    const { default: create } = await import(module);
    /** @type {string[]} */
    const printed = [];
    await create({ print: (/** @type {string} */ line) => printed.push(line) });
    return printed;
  }, `/kernels-${build}.mjs`);
  await browser.close();
  console.log(lines.join('\n'));
}

await (where === 'chromium' ? inChromium() : inNode());
