/** Makes the page of the benchmark, in two languages. */
import { fileURLToPath } from 'node:url';
import { sitePage } from '../site-page.js';
import { textPages } from '../text-pages.js';

/** @typedef {'en' | 'zh'} Language */

/** @type {Record<Language, string>} */
const FILES = { en: 'bench.html', zh: 'bench.zh.html' };

export const benchFiles = Object.values(FILES);

const words = {
  en: {
    title: 'Benchmark · Preformer',
    description: 'How fast this browser trains word vectors, beside gensim’s settings.',
    heading: 'How fast does this browser train?',
    lead: 'Skip-gram and CBOW of 100 dimensions learn the State of the Union addresses, 1.8 million words, with the settings under which gensim is measured. The runs take turns, so that other work on this computer slows down all of them alike; each figure is a median.',
    skip: 'Skip to the figures',
    run: 'Measure',
    stop: 'Stop',
    copy: 'Copy as one line',
    caption: 'Words of the text per second',
    scripts: 'This page needs JavaScript, as everything here does that trains.',
    foot: 'Nothing is sent anywhere. Words are counted before frequent ones are skipped, as gensim counts them; reading the text is not included. Close other tabs, and plug in the charger.',
  },
  zh: {
    title: '测速 · Preformer',
    description: '这个浏览器训练词向量有多快，设置与 gensim 测速时相同。',
    heading: '这个浏览器训练得有多快？',
    lead: '用 100 维的 Skip-gram 和 CBOW 学习美国国情咨文（180 万词），设置与测 gensim 时相同。各项轮流进行，电脑上别的程序对每一项的影响就差不多；每个数字都是中位数。',
    skip: '跳到结果',
    run: '开始测速',
    stop: '停止',
    copy: '复制成一行',
    caption: '每秒处理的词数',
    scripts: '这个页面需要 JavaScript，这里凡是训练模型的页面都需要。',
    foot: '什么都不会发送出去。词数按略去常见词之前计算，与 gensim 的算法相同；不含读取文本的时间。测速前请关掉其他标签页，并接上电源。',
  },
};

/** @param {string} file */
function render(file) {
  const language = /** @type {Language} */ (file === FILES.zh ? 'zh' : 'en');
  const said = words[language];
  return sitePage({
    language,
    page: 'bench',
    files: FILES,
    said,
    target: 'figures',
    style: './src/bench/bench.css',
    script: './src/bench/main.js',
    main: `      <main class="bench-main">
        <h1>${said.heading}</h1>
        <p class="lead">${said.lead}</p>
        <noscript><p>${said.scripts}</p></noscript>
        <p class="actions">
          <button type="button" class="primary" id="run" hidden>${said.run}</button>
          <button type="button" class="plain" id="stop" hidden>${said.stop}</button>
          <button type="button" class="plain" id="copy" hidden>${said.copy}</button>
        </p>
        <p id="status" role="status"></p>
        <div class="scroll" id="figures" tabindex="-1">
          <table hidden><caption>${said.caption}</caption><thead></thead><tbody></tbody></table>
        </div>
        <p class="foot">${said.foot}</p>
      </main>`,
  });
}

export const bench = () =>
  textPages({
    name: 'preformer:bench',
    folder: fileURLToPath(new URL('./', import.meta.url)),
    files: benchFiles,
    render,
  });
