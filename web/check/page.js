/** Makes the pages "Check this site", in two languages. */
import { fileURLToPath } from 'node:url';
import { sitePage } from '../site-page.js';
import { textPages } from '../text-pages.js';

/** @typedef {'en' | 'zh'} Language */

/** @type {Record<Language, string>} */
const FILES = { en: 'check.html', zh: 'check.zh.html' };

export const checkFiles = Object.values(FILES);

const words = {
  en: {
    title: 'Check this site · Preformer',
    description:
      'Says in words what works on the host of this site, and how to mend what does not.',
    heading: 'Check this site',
    lead: 'For whoever has put these pages on a host: what works here, in this browser, and how to mend what does not. It takes a few seconds.',
    skip: 'Skip to the checks',
    copy: 'Copy the report',
    scripts: 'This page needs JavaScript, as everything here does that trains.',
    foot: 'Nothing is sent anywhere. The page asks its own host for its own files, trains a small model twice, and installs the service worker that the other pages install, too.',
    notices: 'Licences of the libraries and data on this site',
  },
  zh: {
    title: '检查本站 · Preformer',
    description: '用文字说明本站的主机上哪些功能正常，以及不正常的怎么解决。',
    heading: '检查本站',
    lead: '写给部署这些页面的人：在这个浏览器里，哪些功能正常，哪些不正常、怎么解决。只需几秒。',
    skip: '跳到检查结果',
    copy: '复制报告',
    scripts: '这个页面需要 JavaScript，这里凡是训练模型的页面都需要。',
    foot: '什么都不会发送出去。这个页面只向自己的主机请求自己的文件，训练两次小模型，并安装其他页面也会安装的 Service Worker。',
    notices: '本站所用的库和数据的许可证',
  },
};

/** @param {string} file */
function render(file) {
  const language = /** @type {Language} */ (file === FILES.zh ? 'zh' : 'en');
  const said = words[language];
  return sitePage({
    language,
    page: 'check',
    files: FILES,
    said,
    target: 'checks',
    style: './src/check/check.css',
    script: './src/check/main.js',
    main: `      <main class="check-main">
        <h1>${said.heading}</h1>
        <p class="lead">${said.lead}</p>
        <noscript><p>${said.scripts}</p></noscript>
        <p id="summary" role="status"></p>
        <ul id="checks" tabindex="-1"></ul>
        <button type="button" class="plain" id="copy" hidden>${said.copy}</button>
        <p class="foot">${said.foot} <a vite-ignore href="./THIRD-PARTY-NOTICES.txt">${said.notices}</a></p>
      </main>`,
  });
}

export const check = () =>
  textPages({
    name: 'preformer:check',
    folder: fileURLToPath(new URL('./', import.meta.url)),
    files: checkFiles,
    render,
  });
