// @ts-nocheck: small wrong values on purpose
import { describe, expect, it } from 'vitest';
import { readLabelledLines } from '../../../web/src/api/index.js';
import { setLanguage } from '../../../web/src/i18n/index.js';
import { digitsOf, only, pixelsOf, placesOf, spread } from '../../../web/src/transfer/digits.js';
import * as examples from '../../../web/src/transfer/examples.js';
import { partLines, readLines } from '../../../web/src/transfer/lines.js';
import { gaps, summarise } from '../../../web/src/transfer/results.js';
import { leftOutText } from '../../../web/src/ui/left-out.js';
import { fakeDigits } from './fake.js';

describe('the digits', () => {
  it('come in four parts with their own pixels and labels', () => {
    const digits = digitsOf(fakeDigits(3));
    expect(digits.pretrain.labels).toHaveLength(15);
    expect(digits.pool.labels.slice(0, 4)).toEqual(['5', '5', '5', '6']);
    expect(placesOf(digits.pool, '6')).toEqual([3, 4, 5]);
    expect(Math.max(...pixelsOf(digits.pool, 3))).toBeGreaterThan(0);
  });

  it('can be narrowed to some labels, and tell where each came from', () => {
    const { pool } = digitsOf(fakeDigits(3));
    const { images, places } = only(pool, ['6', '9']);
    expect(images.labels).toEqual(['6', '6', '6', '9', '9', '9']);
    expect(places).toEqual([3, 4, 5, 12, 13, 14]);
    expect(pixelsOf(images, 3)).toEqual(pixelsOf(pool, 12));
    expect(only(pool, examples.CLASSES).images).toBe(pool);
    expect(spread(pool, 5).labels).toEqual(['5', '6', '7', '8', '9']);
    expect(spread(pool, 99)).toBe(pool);
  });
});

describe('the handful', () => {
  const picture = (n, from = 'own') => ({ pixels: new Uint8Array(784).fill(n), from });

  it('fills place by place, row by row', () => {
    let state = examples.noExamples();
    for (let i = 1; i <= 7; i++) state = examples.put(state, picture(i));
    expect(examples.countOf(state)).toBe(7);
    expect(examples.classOf(state.target)).toBe('6');
    expect(examples.labelled(state)).toEqual(['5', '6']);
    expect(examples.toTraining(state).labels).toEqual(['5', '5', '5', '5', '5', '5', '6']);
    expect(examples.toTraining(state).pixels[6 * 784]).toBe(7);
  });

  it('own pictures take the place of lent ones, one after the other', () => {
    let state = examples.fill(examples.noExamples(), () => new Uint8Array(784));
    state = examples.put(examples.put(state, picture(1)), picture(2));
    expect(examples.ownOf(state)).toBe(2);
    expect(state.target).toBe(2);
    expect(examples.countOf(state)).toBe(30);
  });

  it('thirty of one’s own: the next one replaces within its row', () => {
    let state = examples.noExamples();
    for (let i = 0; i < 30; i++) state = examples.put(state, picture(i + 1));
    state = examples.put(examples.aim(state, 11), picture(99));
    expect(state.slots[11].pixels[0]).toBe(99);
    expect(examples.classOf(state.target)).toBe('6');
  });

  it('every change can be taken back, a cleared set included', () => {
    let state = examples.noExamples();
    for (let i = 0; i < 3; i++) state = examples.put(state, picture(i + 1));
    const full = state.slots;
    state = examples.clear(state);
    expect(examples.countOf(state)).toBe(0);
    state = examples.undo(state);
    expect(state.slots).toBe(full);
    state = examples.remove(examples.aim(state, 1));
    expect(state.slots[1]).toBeNull();
    expect(examples.undo(state).slots).toBe(full);
    expect(examples.undo(examples.noExamples()).slots).toHaveLength(30);
  });
});

describe('labelled lines', () => {
  const read = (text) => readLines(text, readLabelledLines);
  const faultOf = async (text) => {
    const { code, kind, value } = await read(text).catch((error) => error);
    return [code, kind, value];
  };

  it('are read by the core: any line ends, headings, row numbers, fastText’s labels', async () => {
    const expected = { labels: ['spam', 'ham'], sentences: ['buy now', 'see you', 'a b'] };
    const files = [
      '\ufeffspam\tbuy now\r\n\r\nham\tsee you\nspam\ta b\n',
      'spam\tbuy now\rham\tsee you\rspam\ta b\r',
      'label\ttext\nspam\tbuy now\nham\tsee you\nspam\ta b\n',
      '1\tspam\tbuy now\n2\tham\tsee you\n3\tspam\ta b\n',
      '__label__spam buy now\n__label__ham see you\n__label__spam a b\n',
    ];
    for (const file of files) {
      const found = await read(file);
      expect(found, file).toMatchObject({ ...expected, leftOut: null, read: 3 });
      expect(found.targets).toEqual([0, 1, 0]);
    }
  });

  it('that cannot be read are left out, counted and explained in both languages', async () => {
    const found = await read('spam\tbuy\nno tab\nham\tsee\n\ttwo\n');
    expect(found).toMatchObject({ lines: 4, read: 2, leftOut: { count: 2, line: 2 } });
    expect(leftOutText(found)).toBe(
      '2 of 4 lines were left out. The first is line 2: it has no tab between label and sentence.',
    );
    setLanguage('zh');
    expect(leftOutText(found)).toContain('第 2 行');
    setLanguage('en');
  });

  it.each([
    ['a missing tab', 'a\tone\nb two', ['BadFormat', 'lines.noTab', '2']],
    ['an empty label', 'a\tone\n\ttwo', ['BadFormat', 'lines.noLabel', '2']],
    ['an empty sentence', 'a\tone\n\nb\t', ['BadFormat', 'lines.noSentence', '3']],
    ['several labels', '__label__a __label__b c', ['BadFormat', 'lines.severalLabels', '1']],
    ['one label only', 'a\tone\na\ttwo', ['BadParameter', 'lines.oneLabel', 'a']],
    ['nothing', ' \n\n', ['BadFormat', 'lines.none', '0']],
    ['too many lines', 'a\tx\n'.repeat(100_000), ['TooLarge', 'lines.many', '20001']],
    [
      'too many labels',
      Array.from({ length: 51 }, (_, i) => `l${i}\tx`).join('\n'),
      ['TooLarge', 'lines.labels', '51'],
    ],
  ])('%s is refused', async (_, text, expected) => {
    expect(await faultOf(text)).toEqual(expected);
  });

  it('as many as are permitted are read', async () => {
    const found = await read('a\tx\n'.repeat(10_000) + 'b\ty\n'.repeat(10_000));
    expect(found.labels).toEqual(['a', 'b']);
  });

  it('are parted: every third of a label is kept for the test', async () => {
    const parted = partLines(await read('a\t1\nb\t2\na\t3\nb\t4\na\t5\n'));
    expect(parted.test).toEqual(['a\t3', 'b\t4']);
    expect(parted.pool).toEqual(['a\t1', 'b\t2', 'a\t5']);
    expect(parted.least).toBe(1);
    const single = await read('a\t1\na\t2\n\nb\t3');
    expect(() => partLines(single)).toThrow(
      expect.objectContaining({ kind: 'lines.single', value: 'b', line: 4 }),
    );
  });

  it('`least` counts the pool of the rarest label', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${i % 4 === 0 ? 'x' : 'y'}\t${i}`);
    const { pool, least } = partLines(await read(lines.join('\n')));
    expect(least).toBe(pool.filter((line) => line.startsWith('x')).length);
  });
});

describe('the results', () => {
  const result = (mode, labels, accuracy, seed = 1) => ({ mode, labels, accuracy, seed });

  it('have a mean and a sample standard deviation', () => {
    const [row] = summarise([result('frozen', 5, 0.8), result('frozen', 5, 0.9, 2)]);
    expect(row).toMatchObject({ mode: 'frozen', labels: 5, seeds: 2 });
    expect(row.mean).toBeCloseTo(0.85);
    expect(row.spread).toBeCloseTo(Math.sqrt(0.005));
    expect(summarise([result('frozen', 5, 0.8)])[0].spread).toBeNaN();
  });

  it('tell the gap with few and with many labels', () => {
    const summary = summarise([
      result('scratch', 5, 0.6),
      result('frozen', 5, 0.8),
      result('fine-tuned', 5, 0.82),
      result('scratch', 50, 0.9),
      result('frozen', 50, 0.93),
    ]);
    const { few, many } = gaps(summary);
    expect(few).toMatchObject({ labels: 5, mode: 'fine-tuned' });
    expect(few.points).toBeCloseTo(22);
    expect(many).toMatchObject({ labels: 50, mode: 'frozen' });
    expect(gaps([])).toEqual({ few: null, many: null });
    expect(gaps(summarise([result('frozen', 5, 0.8)])).few).toBeNull();
  });
});
