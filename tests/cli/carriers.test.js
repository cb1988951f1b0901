/** What carries a text: the command line and the page notice the same in the same files. */
import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { noticeCarrier } from '../../web/src/text/carrier.js';
import { run, temporaryFolder } from './support.js';

const folder = temporaryFolder();
afterAll(() => folder.remove());

/** What the command line calls each of them. @type {Record<string, string>} */
const CALLED = {
  markup: 'HTML or XML',
  subtitles: 'subtitles',
  table: 'a table',
  markdown: 'Markdown',
  json: 'JSON',
  tagged: 'words with tags or slashes',
  vectors: 'word vectors',
};

/** @type {[string, string | undefined][]} text, kind */
const FILES = [
  ['<!doctype html><title>Pets</title><p>The cat <b>sits</b>.</p>\n', 'markup'],
  ['  <HTML><body>One.</body></HTML>\n', 'markup'],
  ['a &amp; b\nc &#60; d\ne&nbsp;f &#x1F431;\n', 'markup'],
  ['if a < b and c > d then x\nand/or what, R&D; Q&A\n', undefined],
  [
    '1\n00:00:01,000 --> 00:00:02,500\nThe cat.\n\n2\n00:00:03,000 --> 00:00:04,000\nIt runs.\n',
    'subtitles',
  ],
  ['WEBVTT\n\n00:01.000 --> 00:02.500\nHi.\n\n00:03.000 --> 00:04.000\nBye.\n', 'subtitles'],
  ['The train at 10:20 --> 11:30.\nThe bus at 10:20 --> 11:40.\n', undefined],
  ['id,text,label\n1,"A cat, a dog",pos\n2,A fish,neg\n3,"He said ""no""",neg\n', 'table'],
  ['good\ta fine film\nbad\tso dull\nbad\tno\n', 'table'],
  ['a;b\nc;d\ne;f\n', 'table'],
  ['The cat, which I like, sleeps.\nThe dog, it seems, runs.\nA fish, too, swims.\n', undefined],
  ['# Pets\n\n- the **cat**\n- the [dog](http://x.org/d)\n\nThey eat.\n', 'markdown'],
  ['## One\n\n> said\n\n```\ncode\n```\n', 'markdown'],
  ['- No, he said.\n- Yes, she said.\n- Why?\n', undefined],
  ['2 * 3 ** 4 and a[1](2)\nx ** y\n* * *\n', undefined],
  ['[{"text": "The cat.", "id": 1}, {"text": "The dog."}]', 'json'],
  ['{"t": "One."}\n{"t": "Two."}\n{"t": "Three."}\n', 'json'],
  ['[1] The cat: "yes".\n[2] The dog, "no", he said.\n', undefined],
  ['我/r 爱/v 北京/ns 天安门/ns\n', 'tagged'],
  ['the_DT cat_NN eats_VB fish_NN\n', 'tagged'],
  ['我/爱/北京/天安门\n猫/吃/鱼\n', 'tagged'],
  ['我爱北京天安门。\n他今年 1/2 的时间在上海和/或北京。\n', undefined],
  ['new_york is a large_city\nand/or not\n', undefined],
  ['3 2\ncat 1 2.5\ndog 1e-2 -3\n. . 1 2\n', 'vectors'],
  ['cat 1 2 3 4\ndog 4 3 2 1\nfish .5 1. 0 9\n', 'vectors'],
  ['3 2\nThe cat eats.\nThe dog runs.\nIn 1999 all fish swam.\n', undefined],
  ['1 2 3 4 5\n6 7 8 9 1\n', undefined],
  ['we counted 1 2 3 4\nand then we went home\nthe end of it\n', undefined],
];

it.each(FILES)('%j', async (text, kind) => {
  expect(noticeCarrier(text)?.kind).toBe(kind);
  const path = folder.path('text.txt');
  writeFileSync(path, text);
  const { stderr } = await run('native', ['train', '--corpus', path, '--epochs', '1']);
  const note = /looks like ([^:]*?)(?: \(|:)/.exec(stderr)?.[1];
  expect(note).toBe(kind && CALLED[kind]);
});
