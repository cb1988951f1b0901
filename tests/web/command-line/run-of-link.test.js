// @ts-nocheck: wrong values on purpose
import { describe, expect, it } from 'vitest';
import { chineseWordsAddress } from '../../../web/corpora/chinese-words.js';
import { generatePolysemy } from '../../../web/corpora/polysemy.js';
import { writeChineseWords } from '../../../web/corpora/prepare-chinese-words.js';
import { runOfLink } from '../../../web/src/command-line/run-of-link.js';
import { packText } from '../../../web/src/link/text-link.js';
import { CUTTING_RULES } from '../../../web/src/text/script.js';
import { GOOD, mutations } from '../share/mutations.js';

const decode = (bytes) => new TextDecoder().decode(bytes);

describe('a link as a run of the command line', () => {
  it('says every setting, and what is its default, too', async () => {
    const { flags, corpus, heldout, build, hash } = await runOfLink(
      '#v=1&model=cbow&window=3&seed=7&hash=0123456789abcdef',
    );
    const said = flags.join(' ');
    expect(said).toMatch(/--model cbow .*--size 32 --window 3 .*--alpha 0.2 .*--seed 7/);
    expect(said).toMatch(/--min-count 1/);
    expect(said).toMatch(/--tokenizer space --sentences lines/);
    expect(decode(corpus.subarray(0, 200))).toMatch(/^[a-z' -]+\n/);
    expect([heldout.length, build, hash]).toEqual([0, 'exact', '0123456789abcdef']);
  });

  it('takes the held-out part of a preset, or the end of a text', async () => {
    const preset = await runOfLink('#v=1&model=nnlm');
    expect(preset.heldout.length).toBeGreaterThan(1000);
    const text = 'one two three\n'.repeat(100);
    const packed = await packText(new TextEncoder().encode(text));
    const own = await runOfLink(`#v=1&model=nnlm&corpus=own&heldout=20&c=${packed}`);
    expect(decode(own.corpus) + decode(own.heldout)).toBe(text);
    expect(own.heldout.length / text.length).toBeCloseTo(0.2, 1);
  });

  it('cuts Chinese as the page does', async () => {
    const packed = await packText(
      new TextEncoder().encode('国王住在宫殿里。王后也住在那里。'.repeat(9)),
    );
    const { corpus, flags, notes } = await runOfLink(
      `#v=1&corpus=own&cut=segmenter&sentences=stops&c=${packed}`,
    );
    expect(decode(corpus).split('\n')[0].split(' ').length).toBeGreaterThan(3);
    expect(flags.join(' ')).toContain('--tokenizer space --sentences lines');
    expect(notes.join(' ')).toContain('differs from engine to engine');
  });

  it('says when a text was cut by older rules than today’s', async () => {
    const packed = await packText(new TextEncoder().encode('one two three\n'.repeat(9)));
    const link = `#v=1&corpus=own&cut=words&hash=0123456789abcdef&c=${packed}`;
    const notes = async (more = '') => (await runOfLink(link + more)).notes.join(' ');
    expect(await notes()).toContain('before the rules for cutting texts changed');
    expect(await notes(`&rules=${CUTTING_RULES}`)).toBe('');
    expect((await runOfLink('#v=1&seed=7&hash=0123456789abcdef')).notes).toEqual([]);
  });
  it('cuts Chinese by the dictionary without a reservation', async () => {
    await writeChineseWords(new URL('.', chineseWordsAddress()).pathname);
    const packed = await packText(new TextEncoder().encode('我骑自行车。你在图书馆。'.repeat(9)));
    const { corpus, notes } = await runOfLink(
      `#v=1&corpus=own&cut=jieba1&sentences=stops&c=${packed}`,
    );
    expect(decode(corpus)).toBe('我 骑 自行车 \n你 在 图书馆 \n'.repeat(9));
    expect(notes).toEqual([]);
  }, 60_000);

  it('knows the links of the polysemy lab, and those it cannot know', async () => {
    const { flags, corpus } = await runOfLink(
      'https://x.org/polysemy.html#v=1&word=%E8%8B%B9%E6%9E%9C&seed=3',
    );
    expect(flags.join(' ')).toMatch(/--epochs 5 .*--model elmo --seed 3/);
    expect(decode(corpus)).toContain('苹果');
    const { text } = generatePolysemy({ language: 'zh' });
    expect(decode(corpus)).toBe(text);
    const promised = 'https://x.org/polysemy.html#v=1&word=apple&hash=0123456789abcdef';
    const older = await runOfLink(promised);
    expect(decode(older.corpus)).toBe(generatePolysemy({ edition: 1 }).text);
    expect(older.notes.join(' ')).toContain('first edition');
    const newer = await runOfLink(`${promised}&edition=2`);
    expect(decode(newer.corpus)).toBe(generatePolysemy().text);
    expect(newer.notes).toEqual([]);
    for (const page of ['ladder', 'transfer.html']) {
      await expect(runOfLink(`https://x.org/${page}#v=1`)).rejects.toMatchObject({
        code: 'BadParameter',
        parameter: 'link',
      });
    }
  });

  it('a thousand mutated links give a run or an error that says why', async () => {
    let refused = 0;
    for (const link of mutations(GOOD, 1000, 77)) {
      const run = await runOfLink(link).catch((error) => error);
      if (run instanceof Error) {
        expect(run, link).toMatchObject({ code: 'BadParameter', parameter: 'link' });
        refused += 1;
      } else {
        expect(
          run.flags.every((flag) => typeof flag === 'string'),
          link,
        ).toBe(true);
        expect(run.corpus.length, link).toBeGreaterThan(0);
      }
    }
    expect(refused).toBeGreaterThan(50);
    expect(refused).toBeLessThan(900);
  });
});
