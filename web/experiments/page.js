/** Makes the page of experiments, in two languages: its element trains and shows everything. */
import { fileURLToPath } from 'node:url';
import { sitePage } from '../site-page.js';
import { textPages } from '../text-pages.js';

/** @typedef {'en' | 'zh'} Language */

/** @type {Record<Language, string>} */
const FILES = { en: 'experiments.html', zh: 'experiments.zh.html' };

export const experimentFiles = Object.values(FILES);

const words = {
  en: {
    title: 'Experiments that only exact runs allow · Preformer',
    description:
      'Train again without a sentence and see what it did; train on two texts and see which words moved; guess the next word against the models. In your browser.',
    skip: 'Skip to the content',
    script: 'This page trains in your browser and needs JavaScript.',
  },
  zh: {
    title: '实验：只有能逐位重现的训练才做得到 · Preformer',
    description:
      '去掉一句话重新训练，看它起了什么作用；在两份文本上分别训练，看哪些词变了；和模型比赛猜下一个词。都在你的浏览器里。',
    skip: '跳到正文',
    script: '这个页面要在你的浏览器里训练模型，需要启用 JavaScript。',
  },
};

/** @param {string} file */
function render(file) {
  const language = /** @type {Language} */ (file === FILES.zh ? 'zh' : 'en');
  const said = words[language];
  return sitePage({
    language,
    page: 'experiments',
    files: FILES,
    said,
    kind: 'experiments-page',
    target: 'content',
    style: './src/experiments/experiments.css',
    script: './src/experiments/main.js',
    main: `      <main id="content" tabindex="-1">
        <experiments-app></experiments-app><noscript><p class="note">${said.script}</p></noscript>
      </main>`,
  });
}

export const experiments = () =>
  textPages({
    name: 'preformer:experiments',
    folder: fileURLToPath(new URL('./', import.meta.url)),
    files: experimentFiles,
    render,
  });
