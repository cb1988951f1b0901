import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { commands, run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const pack = (/** @type {string} */ text) => deflateRawSync(text).toString('base64url');
const pets = `${['the cat drinks milk', 'the dog drinks water', 'a cat sleeps'].join('\n')}\n`;
const own = `#v=1&corpus=own&epochs=2&size=8&cut=space&sentences=lines&c=${pack(pets.repeat(20))}`;

const train = (/** @type {string} */ link, /** @type {string[]} */ ...more) =>
  run('exact', ['train', '--link', link, ...more, '--json']);

describe('train --link under Node', () => {
  it('trains the text that the link carries, as --corpus does', async () => {
    const { code, json } = await train(own);
    expect(code).toBe(0);
    expect(json).toMatchObject({ model: 'skip-gram', dimensions: 8, epochs: 2, vocabulary: 8 });
    const flags = [
      '--size',
      '8',
      '--epochs',
      '2',
      '--tokenizer',
      'space',
      '--corpus',
      '-',
      '--json',
    ];
    const typed = await run('exact', ['train', ...flags], pets.repeat(20));
    expect(typed.json.weightsHash).toBe(json.weightsHash);
    expect(json).not.toHaveProperty('reproduced');
  });

  it('tells whether it ends where the link says', async () => {
    const { json } = await train(own);
    const right = await train(`https://example.org/${own}&hash=${json.weightsHash}`);
    expect(right.json).toMatchObject({ reproduced: true, expectedHash: json.weightsHash });
    const wrong = await train(`${own}&hash=0123456789abcdef`);
    expect(wrong.json.reproduced).toBe(false);
    const said = await run('exact', ['train', '--link', `${own}&hash=${json.weightsHash}`]);
    expect(said.stdout).toContain('reproduced exactly');
  });

  it.each([
    ['nnlm', '&direct=1&hidden=8&batch=16'],
    ['elmo', '&charcnn=1&filters=1x4,2x8&skip=0&layers=1&cells=8&heldout=20'],
    ['cbow', '&objective=softmax&mincount=2'],
    ['one-hot', ''],
  ])('knows the settings of %s', async (model, settings) => {
    const { code, json } = await train(`${own}&model=${model}${settings}`);
    expect([code, json.model]).toEqual([0, model]);
  });

  it('writes what it is asked to, and leaves nothing behind', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('preformer-link-'));
    const path = folder.path('vectors.txt');
    const { code } = await train(own, '--vectors', path);
    expect(code).toBe(0);
    expect(readFileSync(path, 'utf8')).toMatch(/^8 8\n/);
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('preformer-link-'));
    expect(after).toEqual(before);
  });

  it('says what it left out, and trains the rest', async () => {
    const { code, stderr, json } = await train(`${own}&window=99&negative=many&sum=0000`);
    expect([code, json.window, json.negative]).toEqual([0, 10, 5]);
    expect(stderr).toMatch(/changed after it was copied/);
    expect(stderr).toMatch(/make no sense here: negative/);
    expect(stderr).toMatch(/nearest limit: window/);
  });

  it.each([
    ['hello', /no link of Preformer/],
    ['https://example.org/ladder.html#v=1&seed=2', /several trainings/],
    ['#v=1&corpus=own', /does not carry/],
    ['#v=1&corpus=nope', /does not exist/],
    [own.slice(0, -20), /broken or incomplete/],
    [`#v=1&corpus=own&c=${pack('a '.repeat(5e6))}`, /more than a link may carry/],
    [`#v=1&corpus=own&c=${'A'.repeat(1e5)}`, /damaged or too long/],
  ])('refuses %.60s', async (link, message) => {
    const { code, json, stderr } = await train(link);
    expect(code).toBe(1);
    expect(json.error.message).toMatch(message);
    expect(stderr).toMatch(/^preformer: BadParameter: /);
  });

  it('does not let two say the same', async () => {
    const { code, json } = await train(own, '--window', '3');
    expect([code, json.error.name]).toEqual([2, 'window']);
    expect((await train(own, '--corpus=x')).code).toBe(2);
  });
});

it('the native program says where links are read', async () => {
  const { code, json } = await run('native', ['train', '--link', own, '--json']);
  expect(code).toBe(2);
  expect(json.error.message).toContain('node build/wasm/preformer.mjs');
  expect(commands.native).toHaveLength(1);
});

it.each(['native', 'exact'])('%s: --expect-hash takes a hash only', async (build) => {
  const typed = ['train', '--corpus', '-', '--expect-hash', 'nonsense', '--json'];
  expect((await run(build, typed, pets)).code).toBe(2);
});
