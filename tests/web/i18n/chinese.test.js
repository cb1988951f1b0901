import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { presets } from '../../../web/corpora/presets.js';
import { OUR_LESSONS } from '../../../web/lessons/ours/index.js';
import { sheets, words as sheetWords } from '../../../web/lessons/worksheet-words.js';
import { words } from '../../../web/src/embed/words.js';

/**
 * The Chinese text is written with one word for one thing. Each row: what must not be written, and
 * what is written instead.
 * @type {[RegExp, string][]}
 */
const WORDS = [
  [/您/, '你'],
  [/[纳奈]特/, 'nat'],
  [/构建/, '计算方式、精确模式、快速模式、并行模式'],
  [/留出/, '验证集、没参加训练的句子'],
  [/逐比特/, '完全相同、逐位'],
  [/够得着|够不着/, '看得到、看不到、能答对'],
  [/正确率/, '准确率'],
  [/输出头/, '输出层'],
  [/卷积核/, '滤波器'],
  [/独热(?!编码)/, '独热编码'],
  [/[二三n] ?元模型|元组/, '二元文法、三元文法、n 元文法'],
  [/词对是|数词对/, '二元词组'],
  [/一词多义|多义词页/, '多义词实验室'],
  [/目标函数/, '训练目标'],
  [/步进/, '单步'],
  [/重置/, '重来'],
  [/如何切分/, '怎样切分'],
  [/最近的词(?!里)/, '最相近的词'],
  [/以表格显示/, '以表格查看'],
  [/选定/, '选中'],
  [/舍去|跳过|忽略/, '略去'],
  [/加载/, '载入'],
  [/重新载入/, '刷新'],
  [/批次/, '批'],
  [/从左往右|从右往左|正着读|倒着读/, '从前往后、从后往前'],
  [/示例语料/, '自带的语料'],
  [/空格填|空缺|补满/, '空位'],
  [/凝固/, '冻结'],
  [/精调/, '微调'],
  [/嵌入向量|字向量/, '词向量'],
  [/如同/, '正如'],
  [/抽取的种子/, '采样种子'],
  [/哈希(?!值)|校验值/, '指纹'],
  [/句末/, '句尾'],
  [/座位号/, '座号'],
  [/直连/, '直接连接'],
  [/邻词/, '周围的词、邻居'],
];

/** Values of messages that may be Chinese words, and then have no space on either side. */
const CHINESE_VALUES = /(?<! )\{(?:layer|layers|first|second|rate)\}(?! )/g;

/**
 * Rules of typesetting, tried on a line of text without code and without links' addresses.
 * @type {[string, RegExp][]}
 */
const RULES = [
  [
    'half-width punctuation',
    /\p{Script=Han}[,;!?:]|\p{Script=Han}\.(?:\s|$)|[,;!?]\p{Script=Han}/u,
  ],
  ['half-width brackets', /\p{Script=Han}\(|\)\p{Script=Han}|\([^)]*\p{Script=Han}/u],
  ['straight quotes', /\p{Script=Han}["']|["']\p{Script=Han}/u],
  ['a space beside full-width punctuation', /[，。；：！？、（）“”] | [，。；：！？、）”]/u],
  [
    'Chinese and Latin without a space',
    /\p{Script=Han}[\p{Script=Latin}\p{Script=Greek}\d{]|[\p{Script=Latin}\p{Script=Greek}\d}]\p{Script=Han}/u,
  ],
  ['a space between two Chinese characters', /\p{Script=Han} +\p{Script=Han}/u],
  ['two spaces', / {2}/],
  ['an ellipsis of three dots', /\.{3}|(?<!…)…(?!…)/],
  ['a hyphen for a dash', /\p{Script=Han} ?-{1,2} ?\p{Script=Han}/u],
];

/** @param {string} text @returns {string[]} what is wrong with it */
function faults(text) {
  const line = text.replace(CHINESE_VALUES, '值').replace(/宽度x个数|1x16,2x16/g, 'x');
  const wrong = RULES.filter(([, pattern]) => pattern.test(line)).map(([name]) => name);
  const rejected = WORDS.filter(([pattern]) => pattern.test(text));
  const open = (/** @type {string} */ mark) => text.split(mark).length;
  if (open('“') !== open('”') || open('（') !== open('）')) wrong.push('an unpaired mark');
  return [...wrong, ...rejected.map(([pattern, better]) => `${pattern} → ${better}`)];
}

/** Lines of Markdown as they read: without code, addresses and marks of emphasis. @param {string} text */
const readable = (text) =>
  text
    .replace(/```[\s\S]*?```/g, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[*|#]+)?\s*|\s*\|?\s*$/g, '')
        .replace(/`[^`]*`/g, 'code')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/<[^>]*>/g, '')
        .replace(/(?<=。)\*\* /g, '') // the space ends the emphasis
        .replace(/\*+/g, '')
        .replace(/ *\| */g, '\t')
        .replace(/ · /g, '\t'),
    );

const tables = import.meta.glob('../../../web/src/i18n/*zh.js', { eager: true });
/** @type {[string, string][]} */
const messages = [
  ...Object.values(tables).flatMap((table) => Object.entries(/** @type {any} */ (table).zh)),
  ...Object.entries(words.zh),
  ...presets.flatMap(({ id, title, note, source }) =>
    [title, note, source].map(({ zh }) => /** @type {[string, string]} */ ([id, zh])),
  ),
];

describe('the Chinese text', () => {
  it('is found', () => {
    expect(messages.length).toBeGreaterThan(900);
  });

  it.each(messages)('%s: %s', (_, text) => {
    expect(faults(text)).toEqual([]);
  });

  it('the answers to questions', () => {
    const html = readFileSync(join(process.cwd(), 'web/questions/zh.html'), 'utf8');
    const lines = Array.from(html.matchAll(/<(p|h2|h3)\b[^>]*>(.*?)<\/\1>/gs), ([, , text]) =>
      text
        .replace(/<[^>]*>/g, '')
        .replace(/“[^”]* [^”]*”/g, '“词”') // a sentence that is cut into words
        .replace(/\s*\n\s*/g, ''),
    );
    expect(lines.length).toBeGreaterThan(70);
    const wrong = lines.flatMap((line) => faults(line).map((fault) => `${fault}: ${line}`));
    expect(wrong).toEqual([]);
  });

  it('our lessons and the page for teachers', () => {
    /** The Chinese of a file of JSON. @param {unknown} value @returns {string[]} */
    const chinese = (value) => {
      if (value === null || typeof value !== 'object') return [];
      return Object.entries(value).flatMap(([key, one]) =>
        key === 'zh' ? [one].flat() : chinese(one),
      );
    };
    const read = (/** @type {string} */ name) =>
      readFileSync(join(process.cwd(), 'web/lessons', name), 'utf8');
    const lessons = OUR_LESSONS.flatMap(({ id }) => chinese(JSON.parse(read(`ours/${id}.json`))));
    const sheet = Object.values(sheetWords.zh).flat().concat(chinese(sheets));
    const page = Array.from(
      read('teachers.zh.html').matchAll(/<(p|li|td|th|h\d)\b[^>]*>(.*?)<\/\1>/gs),
    );
    const lines = [...lessons, ...sheet, ...page.map(([, , text]) => text)]
      .filter((text) => !/^(lab|polysemy|transfer)\.html|^[a-z-]+ [\p{Script=Han}\d ]+/u.test(text))
      .map((text) =>
        text
          .replace(/ · | (?=<span)/g, '\t')
          .replace(/<[^>]*>/g, '')
          .replace(/“[^”]* [^”]*”|“[^”]* [^”]*……”/g, '“词”'),
      );
    expect(lines.length).toBeGreaterThan(250);
    const wrong = lines.flatMap((line) => faults(line).map((fault) => `${fault}: ${line}`));
    expect(wrong).toEqual([]);
  });

  it.each([
    'README.zh.md',
    'docs/guide.zh.md',
    'docs/embedding.zh.md',
    'docs/api.zh.md',
    'docs/gensim.zh.md',
    'docs/classes.zh.md',
    'docs/lessons.zh.md',
    'examples/README.zh.md',
    'examples/vitepress/docs/zh/index.md',
  ])('%s', (name) => {
    const lines = readable(readFileSync(join(process.cwd(), name), 'utf8'));
    const wrong = lines.flatMap((line) => faults(line).map((fault) => `${fault}: ${line}`));
    expect(wrong.filter((fault) => !fault.startsWith('an unpaired'))).toEqual([]);
  });

  it.each([
    ['请检查网络,再试一次', 'half-width punctuation'],
    ['用Skip-gram训练', 'Chinese and Latin without a space'],
    ['第 {epoch}轮', 'Chinese and Latin without a space'],
    ['正在载入…', 'an ellipsis of three dots'],
    ['按“训练', 'an unpaired mark'],
    ['两个 词', 'a space between two Chinese characters'],
    ['（词对） 或', 'a space beside full-width punctuation'],
  ])('%s is refused', (text, fault) => {
    expect(faults(text)).toContain(fault);
  });
});
