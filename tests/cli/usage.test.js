/** Words of the command that are no verbs, no options, or no values: what is said instead. */
import { describe, expect, it } from 'vitest';
import { run } from './support.js';

describe.each(['native', 'exact'])('%s', (build) => {
  const command = (/** @type {string[]} */ ...args) => run(build, args);

  describe('unknown words of the command', () => {
    it.each([
      [['trian'], 'There is no "trian"; did you mean train?'],
      [['query', 'most-simlar'], 'There is no "most-simlar"; did you mean most-similar?'],
      [['query', 'predict', 'nxet'], 'There is no "nxet"; did you mean next?'],
      [['train', '--corpsu', 'x'], 'There is no option --corpsu; did you mean --corpus?'],
      [['query', 'rank', 'a', 'b', '--vectros=x'], 'did you mean --vectors?'],
      [['bake'], 'There are: train, query'],
      [['query'], 'one of these must follow: most-similar'],
      [['--vers'], 'There is no option --vers; did you mean --version?'],
      [['--json', '--version'], 'one of these must follow: train'],
      [['train', '--bake', '--corpus', 'x'], 'See preformer help train.'],
      [['train', '-x'], 'There is no option -x.'],
      [['train', '--corpus', 'x', '--size', '1e3'], '--size must be a whole number in decimal'],
      [['train', '--corpus', 'x', '--size', '9999999999'], '--size must be a whole number, below'],
      [['train', '--corpus', 'x', '--epochs', '0x10'], 'decimal digits; it is "0x10"'],
      [['train', '--corpus', 'x', '--seed', '010'], 'decimal digits; it is "010"'],
      [['train', '--corpus', 'x', '--alpha', 'low'], '--alpha must be a number; it is "low"'],
      [['train', '--corpus', 'x', '--vectors', ''], '--vectors has an empty value.'],
      [['train', '--corpus', 'x', '--vectors'], '--vectors: 1 required TEXT missing.'],
      [['query', 'predict', '--topn', '3'], 'before --topn, one of these must follow: next'],
    ])('%j', async (args, expected) => {
      const { code, stderr } = await command(...args);
      expect(code).toBe(2);
      expect(stderr).toContain(expected);
    });

    it('help, help of a verb, no word at all', async () => {
      const all = await command('help');
      expect(all.code).toBe(0);
      expect(all.stdout).toContain('transfer');
      expect(all.stdout).toBe((await command()).stdout);
      expect((await command()).code).toBe(2);
      for (const words of [['train'], ['query', 'predict', 'next']]) {
        const { code, stdout } = await command('help', ...words);
        expect(code).toBe(0);
        expect(stdout).toContain(`preformer ${words.join(' ')}`);
      }
      expect((await command('query', 'help')).stdout).toContain('doesnt-match');
      expect((await command('help', 'trian')).code).toBe(2);
    });
  });
});
