/** The site is served before its faster builds are compiled: the exact build stands in. */
import { expect, it, vi } from 'vitest';
import { create } from '../../web/src/api/index.js';
import { getEngine } from '../../web/src/worker/loader.js';
import { toyText } from './support.js';

vi.mock('#wasm/preformer-fast.mjs', () => ({ default: undefined }));
vi.mock('#wasm/preformer-transfer-fast.mjs', () => ({ default: undefined }));

const reason = 'The faster builds are still being built.';

it('models of words run on the exact build, and say why', async () => {
  const model = await create({ corpus: toyText(), build: 'fast' });
  expect(model.info).toMatchObject({ build: 'exact', threads: 1, buildReason: reason });
  expect(model.info.buildLacks).toBe('unfinished');
  await model.close();
});

it('so do classifiers; who asks for the exact build hears nothing', async () => {
  expect(await getEngine('transfer', { build: 'fast' })).toMatchObject({ build: 'exact' });
  expect(await getEngine('words', { build: 'exact' })).toMatchObject({ buildReason: '' });
});
