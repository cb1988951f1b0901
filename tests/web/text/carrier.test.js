/** Files that carry a text: noticed, and the text alone. */
import { describe, expect, it } from 'vitest';
import { beginsAsVectors, noticeCarrier, takeText } from '../../../web/src/text/carrier.js';

/** @type {[string, string, string, string][]} what, kind, file, text */
const FILES = [
  [
    'HTML',
    'markup',
    '<!doctype html><title>Pets</title><p>The cat isn&#39;t <b>here</b> &mdash; caf&eacute;.</p>\n<script>x=1</script><p>Dogs&nbsp;run.</p>',
    "Pets\nThe cat isn't here — café.\nDogs run.\n",
  ],
  ['entities', 'markup', 'a &amp; b\nc &lt; d\ne&nbsp;f\n', 'a & b\nc < d\ne f\n'],
  ['XML', 'markup', '<?xml version="1.0"?><doc><p>One.</p><p>Two.</p></doc>', 'One.\nTwo.\n'],
  [
    'SRT',
    'subtitles',
    '1\n00:00:01,000 --> 00:00:02,500\nThe <i>cat</i> eats.\n\n2\n00:00:03,000 --> 00:00:04,000\nThe dog runs.\n',
    'The cat eats.\nThe dog runs.\n',
  ],
  [
    'VTT',
    'subtitles',
    'WEBVTT\n\n00:01.000 --> 00:02.500 line:0\nHello there.\n\n00:03.000 --> 00:04.000\nGood bye.\n',
    'Hello there.\nGood bye.\n',
  ],
  [
    'CSV',
    'table',
    'id,text,label\n1,"The cat, the dog",pos\n2,A fish swims here,neg\n3,"He said ""no"" twice",neg\n',
    'The cat, the dog\nA fish swims here\nHe said "no" twice\n',
  ],
  [
    'TSV',
    'table',
    'label\ttext\ngood\ta fine film\nbad\tso very dull\n',
    'a fine film\nso very dull\n',
  ],
  [
    'Markdown',
    'markdown',
    '# Pets\n\n- the **cat**\n- the [dog](http://x.org/d)\n\nThey eat.\n',
    'Pets\n\nthe cat\nthe dog\n\nThey eat.\n',
  ],
  [
    'JSON',
    'json',
    '[{"text": "The cat eats.", "id": 1}, {"text": "The dog runs."}]',
    'The cat eats.\nThe dog runs.\n',
  ],
  ['JSON Lines', 'json', '{"t": "One."}\n{"t": "Two."}\n{"t": "Three."}\n', 'One.\nTwo.\nThree.\n'],
  ['words with tags', 'tagged', '我/r 爱/v 北京/ns 天安门/ns\n', '我 爱 北京 天安门\n'],
  ['tags after _', 'tagged', '我_r 爱_v new_york_NR 天安门_ns\n', '我 爱 new_york 天安门\n'],
  ['English with tags', 'tagged', 'the/DT cat/NN eats/VB fish/NN\n', 'the cat eats fish\n'],
  [
    'words between slashes',
    'tagged',
    '我/爱/北京/天安门\n猫/吃/鱼\n',
    '我 爱 北京 天安门\n猫 吃 鱼\n',
  ],
];

describe('a file that carries a text', () => {
  it.each(FILES)('%s', (_, kind, file, text) => {
    const carrier = noticeCarrier(file);
    expect(carrier?.kind).toBe(kind);
    expect(carrier && takeText(file, carrier)).toBe(text);
  });

  it('a table gives the column that is chosen', () => {
    const file = 'good\tfine\tone\nbad\tdull\ttwo\nbad\tpoor\tsix\n';
    const carrier = noticeCarrier(file);
    expect(carrier).toMatchObject({ columns: ['good', 'fine', 'one'], heading: false });
    expect(carrier && takeText(file, { ...carrier, column: 2 })).toBe('one\ntwo\nsix\n');
  });
});

it.each([
  ['prose', 'The cat, which I like, sleeps.\nThe dog, it seems, runs.\nA fish, too, swims.\n'],
  ['one word per line', 'cat\ndog\nfish\nbird\n'],
  ['a formula', 'if a < b and c > d then x\nand/or what\n'],
  ['a list of quotations', '- No, he said.\n- Yes, she said.\n- Why?\n'],
  ['Chinese', '我爱北京天安门。\n他今年 1/2 的时间在上海。\n'],
  ['segmented Chinese', '我 爱 北京\n猫 吃 鱼\n'],
  ['times', 'The train at 10:20 and the one at 11:30.\n'],
  ['nothing', ''],
])('%s is a text itself', (_, text) => {
  expect(noticeCarrier(text)).toBeNull();
});

it.each([
  ['3 2\ncat 1 2\ndog 2 1\nfish 1 1\n', true],
  [Uint8Array.from([50, 32, 49, 10, 97, 32, 0, 0, 128, 63, 98, 32, 0, 0, 0, 64]), true],
  [`${'the cat sat on the mat\n'.repeat(9000)}`, false],
  [`${'cat 1 2 3 4\n'.repeat(9000)}`, true], // cut off in a line
])('a file that begins as vectors is noticed without reading all of it', async (content, is) => {
  expect(await beginsAsVectors(new Blob([content]))).toBe(is);
});
