// @ts-nocheck: fakes on purpose
import { describe, expect, it } from 'vitest';
import { CorpusSource } from '../../../web/src/lab/settings/corpus-source.js';
import { splitHeldOut } from '../../../web/src/text/held-out.js';
import { ownText } from '../../../web/src/text/own-text.js';

const bytes = (text) => new TextEncoder().encode(text);
const text = (array) => new TextDecoder().decode(array);

describe('splitHeldOut', () => {
  it('cuts at the end of a line, after the share that is trained on', () => {
    const parts = splitHeldOut(bytes('aaaa\nbbbb\ncccc\ndddd\n'), 40, 'lines');
    expect([text(parts.train), text(parts.heldout)]).toEqual(['aaaa\nbbbb\ncccc\n', 'dddd\n']);
  });

  it('cuts at full stops, Chinese ones too, never within a character', () => {
    const chinese = '今天很好。明天也好！后天？大后天。';
    const parts = splitHeldOut(bytes(chinese), 40, 'stops');
    expect(text(parts.train) + text(parts.heldout)).toBe(chinese);
    expect(text(parts.train)).toMatch(/[。！？]$/);
    const english = splitHeldOut(bytes('It costs 3.50 now. Later more. And more.'), 50, 'stops');
    expect(text(english.train)).toBe('It costs 3.50 now. Later more.');
  });

  it.each([
    ['one line', 50, 'lines'],
    ['one\ntwo\n', 0, 'lines'],
    ['one\ntwo\n   \n', 30, 'lines'],
    ['', 10, 'lines'],
  ])('leaves %j whole', (whole, percent, sentences) => {
    expect(splitHeldOut(bytes(whole), percent, sentences)).toBeNull();
  });
});

describe('CorpusSource', () => {
  const presets = [
    { id: 'brings', load: async () => 'a b\n', heldout: async () => 'b a\n' },
    { id: 'whole', load: async () => 'a b\nb a\na a\nb b\n' },
  ];
  const source = new CorpusSource({ presets, changed: () => {} });
  const values = { tokenizer: 'space', sentences: 'lines', minCount: 1, heldout: 25 };

  it('measures a language model on what the corpus brings, else on its end', async () => {
    const brought = await source.options({ ...values, model: 'nnlm', corpus: 'brings' });
    expect(brought).toMatchObject({ corpus: { preset: 'brings' }, heldout: { preset: 'brings' } });
    const { corpus, heldout } = await source.options({ ...values, model: 'elmo', corpus: 'whole' });
    expect([text(corpus.bytes), text(heldout.bytes)]).toEqual(['a b\nb a\na a\n', 'b b\n']);
  });

  it('trains Word2Vec on all there is', async () => {
    const all = await source.options({ ...values, model: 'cbow', corpus: 'whole' });
    expect(all).toEqual({ corpus: { preset: 'whole' }, ...cut });
    source.text = ownText('', bytes('x y\ny x\n'));
    const own = await source.options({ ...values, model: 'nnlm', corpus: 'own', heldout: 0 });
    expect(text(own.corpus.bytes)).toBe('x y\ny x\n');
    expect(own.heldout).toBeUndefined();
    const whole = await source.whole({ ...values, model: 'nnlm', corpus: 'own' });
    expect(text(whole.corpus.bytes)).toBe('x y\ny x\n'); // as the preview shows it
    expect(whole).not.toHaveProperty('heldout');
  });

  const cut = { tokenizer: 'space', sentences: 'lines', minCount: 1 };
});
