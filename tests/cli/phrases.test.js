/** `--phrases` joins the same pairs natively, under Node and by the API. */
import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { train } from '../../web/src/api/index.js';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const text = 'new york is big\nnew york is far\nthe sea is far\n'.repeat(20);
const corpus = folder.path('corpus.txt');
writeFileSync(corpus, text);
const settings = ['--corpus', corpus, '--size', '8', '--epochs', '1', '--json'];

describe.each(['native', 'exact'])('%s', (build) => {
  it('trains on the joined words, with the weights that the API gives', async () => {
    const phrases = ['--phrases', '1', '--phrase-threshold', '0.2'];
    const { json } = await run(build, ['train', ...settings, ...phrases]);
    const model = await train({
      ...{ corpus: text, vectorSize: 8, epochs: 1 },
      phrases: { threshold: 0.2 },
    });
    expect(json.vocabulary).toBe(model.info.vocabulary);
    expect(json.weightsHash).toBe(await model.weightsHash());
    expect(await model.has('new_york')).toBe(true);
    await model.close();
    const plain = (await run(build, ['train', ...settings])).json;
    expect(plain.weightsHash).not.toBe(json.weightsHash);
  });

  it('goes on with a checkpoint only with the same phrases', async () => {
    const checkpoint = folder.path(`${build}.safetensors`);
    const phrases = ['--phrases', '1', '--phrase-threshold', '0.2'];
    await run(build, ['train', ...settings, ...phrases, '--checkpoint', checkpoint]);
    const resume = ['train', '--corpus', corpus, '--resume', checkpoint, '--json'];
    expect((await run(build, [...resume, ...phrases])).code).toBe(0);
    expect((await run(build, resume)).code).toBe(1);
  });

  it('refuses a number that is none', async () => {
    expect((await run(build, ['train', ...settings, '--phrases', '9'])).code).toBe(2);
  });
});
