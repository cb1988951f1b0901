/** The page "Coming from gensim" as Markdown. */
import { gensimLines } from './gensim-lines.js';
import { allOptions, gensimDefaults, optionOf } from './options.js';

/** @typedef {import('./words.js').Language} Language */

const said = {
  en: {
    title: 'Coming from gensim',
    other: '[中文](gensim.zh.md) · [API reference](api.md)',
    lead: 'What gensim calls `most_similar` is `mostSimilar` here: the names are the same, in camel case. Methods of `wv` are methods of the model, and all of them return promises. A line each for what one usually does:',
    theirs: 'gensim 4',
    ours: 'here',
    proof:
      'Each of these lines whose answers can be compared is compared with gensim 4.2 in the tests (`tests/golden`).',
    differences: 'Defaults side by side',
    option: 'option',
    initial: 'here',
    gensim: 'gensim',
    because:
      'Ours are made for small texts: with gensim’s, a text of some thousand sentences learns next to nothing, because five passes at 100 dimensions are too few, and the words that occur less than five times are gone. For a large text, set `vectorSize: 100, window: 5, minCount: 5, sample: 0.001, epochs: 5, alpha: 0.025`.',
    same: 'What is the same by design, and what is not, in formulas: [the mathematics](math.md).',
  },
  zh: {
    title: '从 gensim 过来',
    other: '[English](gensim.md) · [API 参考](api.zh.md)',
    lead: 'gensim 的 `most_similar` 在这里叫 `mostSimilar`：名字不变，只改成驼峰写法。`wv` 的方法就是模型的方法，全都返回 Promise。常用的操作各一行：',
    theirs: 'gensim 4',
    ours: '这里',
    proof: '凡是结果可以比较的，测试里都与 gensim 4.2 逐一比较过（`tests/golden`）。',
    differences: '默认值对照',
    option: '选项',
    initial: '这里',
    gensim: 'gensim',
    because:
      '我们的默认值是为小文本设的：用 gensim 的默认值，几千句的文本几乎什么都学不到，因为 100 维只走五遍太少，出现不到五次的词又都被去掉了。文本大的时候，请设 `vectorSize: 100, window: 5, minCount: 5, sample: 0.001, epochs: 5, alpha: 0.025`。',
    same: '哪些有意做得相同、哪些不同，公式见[数学说明](math.md)。',
  },
};

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');

/** @param {Language} language */
export function gensimMarkdown(language) {
  const words = said[language];
  const rows = gensimLines.map((line) => {
    const note = line[language];
    return `| \`${cell(line.gensim)}\` | \`${cell(line.ours)}\`${note ? ` ${note}` : ''} |`;
  });
  const defaults = allOptions()
    .filter(({ type, name }, at, all) => {
      const first = all.findIndex(
        (one) => one.name === name && optionOf(one.type, name, language).gensim,
      );
      return name in gensimDefaults && optionOf(type, name, language).gensim && first === at;
    })
    .map(({ type, name }) => {
      const { initial, gensim } = optionOf(type, name, language);
      return `| \`${name}\` | ${initial || '–'} | ${gensim} |`;
    });
  return `# ${words.title}

${words.other}

${words.lead}

| ${words.theirs} | ${words.ours} |
| --- | --- |
${rows.join('\n')}

${words.proof}

## ${words.differences}

| ${words.option} | ${words.initial} | ${words.gensim} |
| --- | --- | --- |
${defaults.join('\n')}

${words.because}

${words.same}
`;
}
