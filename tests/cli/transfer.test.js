import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
const file = folder.path('labelled.txt');
const checkpoint = folder.path('words.checkpoint');
const animals = ['dog', 'cat', 'horse', 'hen'];
const tools = ['saw', 'axe', 'drill', 'file'];
const sentence = (/** @type {number} */ n, /** @type {string[]} */ words) =>
  `the ${words[n % 4]} ${words === animals ? 'runs' : 'cuts'} and the ${words[(n >> 2) % 4]} too`;
const lines = Array.from({ length: 32 }, (_, n) =>
  n % 2 === 0 ? `animal\t${sentence(n >> 1, animals)}` : `tool\t${sentence(n >> 1, tools)}`,
);
/** Few and short runs: what is tested is the command, not what it finds. */
const quick = ['--seeds', '2', '--min-steps', '20', '--epochs', '1', '--json'];

beforeAll(async () => {
  writeFileSync(file, `${lines.join('\n')}\n`);
  const corpus = folder.path('corpus.txt');
  writeFileSync(corpus, `${lines.map((line) => line.split('\t')[1]).join('\n')}\n`.repeat(10));
  const train = ['train', '--model', 'skip-gram', '--corpus', corpus, '--checkpoint', checkpoint];
  expect((await run('native', [...train, '--size', '8', '--epochs', '3'])).code).toBe(0);
});
afterAll(() => folder.remove());

/** What must not differ between builds. @param {any} json */
const figures = ({ results, runs, pretrainAccuracy }) => ({ results, runs, pretrainAccuracy });

describe.each(['native', 'exact'])('%s', (build) => {
  const transfer = (/** @type {string[]} */ ...args) => run(build, ['transfer', ...args]);

  it('compares four ways on a file of labelled lines', async () => {
    const { code, json, stderr } = await transfer('--task', file, '--labels', '1', '4', ...quick);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^preformer: read 32 examples of .+, left out 0 lines\.\n$/);
    expect(json).toMatchObject({
      task: file,
      labels: ['animal', 'tool'],
      pool: 16,
      test: 16,
      build,
    });
    expect(json.results).toHaveLength(8);
    for (const { mode, labels, accuracy, seeds } of json.results) {
      expect(['scratch', 'frozen', 'fine-tuned', 'frozen-random']).toContain(mode);
      expect([1, 4]).toContain(labels);
      expect(seeds).toBe(2);
      expect(accuracy.mean).toBeGreaterThanOrEqual(0);
      expect(accuracy.mean).toBeLessThanOrEqual(1);
      expect(accuracy.spread).toBeGreaterThanOrEqual(0);
    }
    expect(json.runs).toHaveLength(16);
    expect(json.pretrainSeconds).toBeGreaterThan(0);
    expect(json.seconds).toBeGreaterThan(0);
    expect(json).not.toHaveProperty('accuracy');
  });

  it('one way and one number of labels: the accuracy is on top', async () => {
    const only = ['--mode', 'frozen', '--labels', '4', '--checkpoint', checkpoint];
    const { json } = await transfer('--task', file, ...only, ...quick);
    expect(json.results).toHaveLength(1);
    expect(json).toMatchObject({
      accuracy: json.results[0].accuracy.mean,
      spread: json.results[0].accuracy.spread,
      pretrainSeconds: 0,
    });
  });

  it('prints a table for people', async () => {
    const few = quick.filter((word) => word !== '--json');
    const { stdout } = await transfer('--task', file, '--labels', '2', ...few);
    expect(stdout).toMatch(/^(\S+\t2 a class\t[\d.]+ % ± [\d.]+ %\n){4}$/);
  });

  it('refuses what makes no sense, and says what would', async () => {
    const bad = folder.path(`${build}-bad.txt`);
    /** @type {[string, string[], string, string][]} */
    const wrong = [
      ['no tab\n', [], 'BadFormat', 'task'],
      ['one\tlabel\none\tonly\n', [], 'BadParameter', 'task'],
      ['', [], 'BadParameter', 'task'],
      ['a\tthe dog\n'.repeat(20_001), [], 'TooLarge', 'task'],
      [lines.join('\n'), ['--labels', '0'], 'BadParameter', 'labels'],
      [lines.join('\n'), ['--labels', '9'], 'BadParameter', 'labels'],
      [lines.join('\n'), ['--mode', 'thawed'], 'BadParameter', 'mode'],
      [lines.join('\n'), ['--seeds', '0'], 'BadParameter', 'seeds'],
      [lines.join('\n'), ['--alpha', '99'], 'BadParameter', 'alpha'],
      [lines.join('\n'), ['--tokenizer', 'none'], 'BadParameter', 'tokenizer'],
      [lines.join('\n'), ['--checkpoint', bad], 'BadFormat', ''],
    ];
    for (const [text, args, code, name] of wrong) {
      writeFileSync(bad, text);
      const answer = await transfer('--task', bad, '--json', ...args);
      expect(answer.code).toBe(1);
      expect(answer.json.error).toMatchObject({ code });
      if (name) expect(answer.json.error.name).toBe(name);
      expect(answer.stderr).toMatch(new RegExp(`^(preformer: read .+\\n)?preformer: ${code}: .+`));
    }
    const nowhere = await transfer('--task', folder.path('none.txt'), '--json');
    expect(nowhere.json.error).toMatchObject({ code: 'BadParameter', name: 'task' });
    expect((await transfer('--json')).code).toBe(2);
    const language = await transfer('--task', 'reviews', '--language', 'fr', '--json');
    expect(language.code).toBe(2);
  });
});

describe('the builds agree', () => {
  it('on a file of lines', async () => {
    const args = ['transfer', '--task', file, '--labels', '2', '--seed', '3', ...quick];
    const [here, there] = [await run('native', args), await run('exact', args)];
    expect(figures(there.json)).toEqual(figures(here.json));
  });

  it('on the digits, where A knows its own', async () => {
    const some = ['--labels', '2', '--seeds', '1', '--min-steps', '20', '--epochs', '1', '--json'];
    const args = ['transfer', '--task', 'digits', '--mode', 'frozen', 'scratch', ...some];
    const [here, there] = [await run('native', args), await run('exact', args)];
    expect(figures(there.json)).toEqual(figures(here.json));
    expect(here.json.pretrainAccuracy).toBeGreaterThanOrEqual(0.97);
    expect(here.json).toMatchObject({ labels: ['5', '6', '7', '8', '9'], pool: 750 });
  }, 180_000);

  it.each(['en', 'zh'])(
    'on the reviews: %s',
    async (language) => {
      const some = ['--labels', '5', '--seeds', '1', '--mode', 'frozen', '--json'];
      const args = ['transfer', '--task', 'reviews', '--language', language, ...some];
      const [here, there] = [await run('native', args), await run('exact', args)];
      expect(figures(there.json)).toEqual(figures(here.json));
      expect(here.json).toMatchObject({ language });
      expect(here.json.accuracy).toBeGreaterThan(0.5);
    },
    180_000,
  );
});
