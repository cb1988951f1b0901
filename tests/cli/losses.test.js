/** What a command leaves out, and what it cannot do, is said: in time, with the reason. */
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
const file = (/** @type {string} */ name, /** @type {string | Uint8Array} */ content) => {
  const path = folder.path(name);
  writeFileSync(path, content);
  return path;
};
const lines = ['the king and the queen rule', 'the man and the woman walk', 'a cat and a dog run'];
const corpus = file('corpus.txt', `${lines.join('\n')}\n`.repeat(20));
const few = ['--epochs', '1', '--size', '4'];
afterAll(() => folder.remove());

describe.each(['native', 'exact'])('%s', (build) => {
  const command = (/** @type {string[]} */ ...args) => run(build, args);
  const train = (/** @type {string} */ text, /** @type {string[]} */ ...args) =>
    run(build, ['train', '--corpus', '-', ...few, ...args], text);

  describe('train says what it did not use', () => {
    const long = 'x'.repeat(1001);
    const plain = lines.join('\n').repeat(100);

    it.each([
      [
        'tokens of too many bytes',
        `${plain}\n${long} ${long}\n`,
        /^preformer: 2 tokens longer than 1000 bytes were skipped: choose --tokenizer characters .+\n$/,
      ],
      [
        'words that stand alone',
        'a b\nc\nd\ne\n',
        /^preformer: 3 of 5 tokens \(60 %\) are alone .+\n$/,
      ],
    ])('%s', async (_name, text, expected) => {
      for (const flags of [[], ['--json']]) {
        const { code, stderr } = await train(text, ...flags);
        expect(code).toBe(0);
        expect(stderr).toMatch(expected);
      }
    });

    it('held-out words, and words that begin at random', async () => {
      const heldout = file(`${build}-heldout.txt`, 'the king runs\nthe zebra walks\n');
      const nnlm = await train(plain, '--model', 'nnlm', '--heldout', heldout);
      expect(nnlm.stderr).toBe(
        'preformer: 3 held-out words are not in the vocabulary and left out.\n',
      );
      const start = file(`${build}-start.txt`, '2 4\nfoo 1 2 3 4\nbar 1 2 3 4\n');
      const none = await train('one two\nthree four five\n', '--start', start, '--json');
      expect(none.stderr).toBe(
        `${start}: read 2, left out 0, renamed 0\n` +
          `preformer: none of the 5 words is among the vectors of ${start}.\n`,
      );
      expect(none.json.startWords).toBe(0);
    });

    it('refuses a text of which most would be skipped', async () => {
      const vectors = folder.path(`${build}-skipped.txt`);
      const { code, json } = await train(`one two\n${long}\n`, '--vectors', vectors, '--json');
      expect(code).toBe(1);
      expect(json.error.message).toContain('Most of the text would be skipped');
      expect(json.error.message).toContain('--tokenizer characters');
      expect(existsSync(vectors)).toBe(false);
    });
  });

  it.each([
    ['a list of words', 'river\nstone\nwillow\n', [], 'corpus'],
    ['Thai without spaces', 'แมวกินปลา\nหมากินข้าว\n', [], 'corpus'],
    ['a min count', 'often rare\nrarer common\noften\ncommon\n', ['--min-count', '2'], 'minCount'],
    ['subsampling', 'a b\nc d\n', ['--sample', '1e-9'], 'sample'],
  ])('nothing to learn: %s', async (_name, text, flags, name) => {
    const vectors = folder.path(`${build}-nothing.txt`);
    const { code, json, stdout } = await train(text, ...flags, '--vectors', vectors, '--json');
    expect(code).toBe(1);
    expect(json.error).toMatchObject({ code: 'NothingToLearn', name });
    expect(stdout).not.toContain('trained');
    expect(existsSync(vectors)).toBe(false);
  });

  describe('what is known early is said early', () => {
    // The corpus does not exist: whatever is said instead was found out before it was read.
    const early = async (/** @type {string[]} */ ...args) => {
      const { code, json } = await command('train', '--corpus', '/no/such/text', ...args, '--json');
      expect(code).toBe(1);
      return json.error;
    };

    it('targets that cannot be written', async () => {
      expect(await early('--vectors', '/no/such/v.txt')).toMatchObject({ name: 'vectors' });
      expect(await early('--vectors', folder.path('.'))).toMatchObject({ name: 'vectors' });
      expect(await early('--checkpoint', '/no/such/c')).toMatchObject({ name: 'checkpoint' });
      const twice = folder.path('twice.txt');
      const both = await early('--vectors', twice, '--output-vectors', twice);
      expect(both.message).toContain('Two results');
      const dotted = `${folder.path('.')}/./twice.txt`;
      const again = await early('--vectors', twice, '--checkpoint', dotted);
      expect(again.message).toContain('Two results');
      const [pair, words] = [folder.path('v.tsv'), folder.path('v.metadata.tsv')];
      const companion = await early('--vectors', pair, '--output-vectors', words);
      expect(companion.message).toContain('Two results');
      const over = await command('train', '--corpus', corpus, '--vectors', corpus, '--json');
      expect(over.json.error.message).toContain('would be replaced');
      const link = folder.path(`${build}-link.txt`);
      symlinkSync(corpus, link);
      const through = await command('train', '--corpus', corpus, '--vectors', link, '--json');
      expect(through.json.error.message).toContain('would be replaced');
      expect(readFileSync(corpus, 'utf8')).toContain('the king');
      expect(existsSync(`${twice}.partial`)).toBe(false);
    });

    it('results that the model does not have', async () => {
      const output = ['--output-vectors', folder.path('o.txt')];
      for (const model of [
        ['--objective', 'hierarchical-softmax'],
        ['--model', 'one-hot'],
        ['--model', 'nnlm'],
      ]) {
        expect(await early(...model, ...output)).toMatchObject({ name: 'outputVectors' });
      }
    });

    it('endings: unknown ones with the list, known ones in any case', async () => {
      for (const name of ['v.gz', 'v.npz', 'v.csv', 'v.h5', 'v.txt.gz']) {
        const error = await early('--vectors', folder.path(name));
        expect(error.message).toContain('.npy');
      }
      const bytes = async (/** @type {string} */ name) => {
        const path = folder.path(`${build}-${name}`);
        expect((await train(lines.join('\n'), '--vectors', path)).code).toBe(0);
        return readFileSync(path, 'latin1');
      };
      expect(await bytes('v.NPY')).toMatch(/^\x93NUMPY/);
      expect(await bytes('v.Tsv')).toMatch(/^-?[\d.e-]+\t/);
      expect(existsSync(folder.path(`${build}-v.metadata.tsv`))).toBe(true);
      expect(await bytes('v.BIN')).toMatch(/^\d+ 4\n/);
      expect(await bytes('v.BIN')).not.toBe(await bytes('v.VEC'));
      expect(await bytes('plain')).toBe(await bytes('v.vec'));
    });

    it.each(['-1', '18446744073709551615', '100000000000000000000', '1.5', '1e3', 'one'])(
      'seed %s',
      async (seed) => {
        for (const args of [
          ['train', '--corpus', corpus],
          ['transfer', '--task', 'reviews'],
        ]) {
          const { code, json } = await command(...args, '--seed', seed, '--json');
          expect(code).toBe(2);
          expect(json.error.message).toContain('0 to 9007199254740991');
        }
      },
    );

    it('keeps what could not be written after all', async () => {
      if (!existsSync('/dev/full')) return;
      const here = folder.path(`${build}-here`);
      mkdirSync(here);
      const checkpoint = folder.path(`${build}-kept.checkpoint`);
      const args = ['train', '--corpus', corpus, ...few, '--checkpoint', checkpoint, '--json'];
      const { code, json } = await run(build, [...args, '--vectors', '/dev/full'], '', here);
      expect(code).toBe(1);
      const [, kept] = /kept in (.+)\.$/.exec(json.error.message) ?? [];
      expect(dirname(kept)).toBe(here);
      expect(readFileSync(kept, 'utf8')).toMatch(/^\d+ 4\nthe /);
      expect(existsSync(checkpoint)).toBe(true); // the other results are written
    });

    it('embed and query', async () => {
      const embed = ['embed', '--checkpoint', '/no/such/c', '--sentences', corpus];
      for (const output of ['/no/such/e.npy', folder.path('e.csv')]) {
        const { json } = await command(...embed, '--output', output, '--json');
        expect(json.error.name).toBe('output');
      }
      const ask = ['query', 'most-similar', 'a', '--vectors', '/no/such/v', '--topn', '0'];
      expect((await command(...ask, '--json')).json.error.name).toBe('topn');
    });
  });

  describe('eval says what it left out', () => {
    const vectors = folder.path(`${build}-vectors.txt`);
    beforeAll(async () => {
      expect((await train(lines.join('\n'), '--vectors', vectors)).code).toBe(0);
    });
    const evaluate = (/** @type {string[]} */ ...args) =>
      command('eval', '--vectors', vectors, ...args);

    it('word pairs of a spreadsheet', async () => {
      const pairs = file(
        `${build}-pairs.csv`,
        'Wort 1;Wort 2;Mittel\r\nking;queen;8,5\r\n"cat";"dog";9\r\nman;woman;neun\r\nfoo;bar;1\r\n',
      );
      const { code, stdout, stderr } = await evaluate('--word-pairs', pairs);
      expect(code).toBe(0);
      expect(stdout).toMatch(
        /over 2 pairs; 1 with an unknown word \(the first: "foo"\); 1 of 5 lines left out/,
      );
      expect(stderr).toContain(
        `read 3 pairs of ${pairs} and 1 heading, left out 1 line (line 4, because "neun" is no number).`,
      );
      const { json } = await evaluate('--file', pairs, '--json');
      expect(json).toMatchObject({
        pairs: 2,
        oov: 1,
        firstUnknown: 'foo',
        lines: 5,
        headings: 1,
        read: 3,
        leftOut: { count: 1, line: 4, reason: 'noNumber' },
      });
      const strict = await evaluate('--word-pairs', pairs, '--strict', '--json');
      expect(strict.code).toBe(1);
      expect(strict.json.error).toMatchObject({ code: 'BadFormat', value: '4' });
    });

    it('a whole file is reported as well, an empty one is called so', async () => {
      const pairs = file(`${build}-whole.txt`, 'king queen 8\ncat dog 9\n');
      const { stderr } = await evaluate('--file', pairs, '--json');
      expect(stderr).toContain(`read 2 pairs of ${pairs}, left out 0 lines.\n`);
      const empty = await evaluate('--file', file(`${build}-empty.txt`, '\n# nothing\n'));
      expect(empty.stderr).toContain('has no line but blank lines and comments');
      const prose = await evaluate('--file', file(`${build}-prose.txt`, '# x\nOnce upon.\n'));
      expect(prose.stderr).toContain('line 2 is "Once upon."');
    });

    it('analogies; none that can be asked is an error', async () => {
      const mixed = file(`${build}-mixed.txt`, 'king, man, queen, woman\nfoo man bar woman\na b\n');
      const { json, stderr } = await evaluate('--file', mixed, '--json');
      expect(json).toMatchObject({ total: 1, oov: 1, firstUnknown: 'foo', invalidLines: 1 });
      expect(stderr).toContain('left out 1 line (line 3, because it does not have four words)');
      const unknown = file(`${build}-unknown.txt`, ': s\nfoo bar baz qux\n');
      const none = await evaluate('--analogies', unknown, '--json');
      expect(none.code).toBe(1);
      expect(none.json.error).toMatchObject({ code: 'UnknownWord', value: 'foo' });
    });

    it('why there is no correlation, and what a file of another kind lacks', async () => {
      const one = file(`${build}-one.txt`, 'king queen 3\n');
      expect((await evaluate('--word-pairs', one)).stdout).toBe(
        'No correlation over 1 pair: one pair has none\n',
      );
      const { json } = await evaluate('--file', file(`${build}-prose.txt`, 'one two\n'), '--json');
      expect(json.error.message).toMatch(/word pairs nor of analogies.+four words/);
    });
  });

  describe('transfer reads labelled lines as the page does', () => {
    const examples = Array.from({ length: 16 }, (_, n) => [
      n % 2 ? 'tool' : 'animal',
      `the ${n % 2 ? 'saw cuts' : 'dog runs'} ${'abcd'[n % 4]}`,
    ]);
    const quick = '--mode scratch --labels 1 --seeds 1 --min-steps 1 --epochs 1 --json'.split(' ');
    const transfer = (/** @type {string} */ name, /** @type {string} */ text) =>
      command('transfer', '--task', file(`${build}-${name}`, text), ...quick);

    it('line ends, headings, row numbers, fastText’s labels: the same figures', async () => {
      const tabbed = examples.map((row) => row.join('\t'));
      const numbered = tabbed.map((line, n) => `${n + 1}\t${line}`);
      const files = {
        feeds: tabbed.join('\n'),
        returns: tabbed.join('\r'),
        heading: ['label\ttext', ...tabbed].join('\r\n'),
        numbered: numbered.join('\n'),
        fasttext: examples.map(([label, text]) => `__label__${label} ${text}`).join('\n'),
      };
      const all = [];
      for (const [name, text] of Object.entries(files)) {
        const { json } = await transfer(name, text);
        expect(json.labels, name).toEqual(['animal', 'tool']);
        all.push(JSON.stringify(json.runs));
      }
      expect(new Set(all).size).toBe(1);
    });

    it('bad lines are counted, a class with one line is named', async () => {
      const tabbed = examples.map((row) => row.join('\t')).join('\n');
      const { json, stderr } = await transfer('bad', `no tab\n${tabbed}\n`);
      expect(stderr).toMatch(
        /^preformer: read 16 examples of .+, left out 1 line \(line 1, because it has no tab\)\.\n$/,
      );
      expect(json.file.leftOut).toMatchObject({ count: 1, line: 1, reason: 'noTab' });
      const single = await transfer('single', `${tabbed}\nodd\tone more\n`);
      expect(single.json.error.message).toContain('"odd" has 1 line (line 17), fewer than 2');
    });
  });
});
