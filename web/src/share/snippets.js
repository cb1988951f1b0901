import { escapeXml } from './svg-context.js';

/**
 * A demo as a snippet of text for the place where it is embedded. The link is passed unescaped;
 * each snippet escapes it for its own language.
 *
 * @typedef {object} Subject
 * @property {string} base URL of the site's folder, with a slash at the end
 * @property {import('./parts.js').Page} page
 * @property {string} fragment the link from # on; '' for the page's defaults
 * @property {string} title title as text
 * @property {string} picture file name of the picture
 */

const TAGS = {
  lab: 'preformer-demo',
  ladder: 'preformer-ladder',
  polysemy: 'preformer-polysemy',
  transfer: 'preformer-transfer',
};
const FILES = {
  lab: '',
  ladder: 'ladder.html',
  polysemy: 'polysemy.html',
  transfer: 'transfer.html',
};
const HEIGHT = 760; // until the frame reports its height
const ALLOW = 'fullscreen; clipboard-write';

/** Link to the whole page. @param {Subject} subject */
export const pageAddress = ({ base, page, fragment }) => `${base}${FILES[page]}${fragment}`;

/** The page for iframes; it starts when the reader has scrolled to it. @param {Subject} subject */
export const frameAddress = ({ base, page, fragment }) =>
  `${base}embed.html?${page === 'lab' ? '' : `demo=${page}&`}start=visible${fragment}`;

/** The files that the site offers for pages on other sites. */
const ELEMENTS = 'lib/elements.js';
const WIDGET = 'lib/widget.mjs';

const text = JSON.stringify; // valid as a string of JavaScript and of Python

const frame = (/** @type {Subject} */ subject, style = `width:100%;height:${HEIGHT}px;border:0`) =>
  `<iframe src="${escapeXml(frameAddress(subject))}" title="${escapeXml(subject.title)}" loading="lazy" allow="${ALLOW}" style="${style}"></iframe>`;

/** The frame reports the height of its demo; only messages from this site's frames are accepted. */
const AUTO_HEIGHT = `<script>
  addEventListener('message', ({ source, data }) => {
    if (data?.preformer !== 'height') return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = \`\${data.height}px\`;
    }
  });
</script>`;

const element = (/** @type {Subject} */ { page, fragment }) =>
  `<${TAGS[page]}${fragment ? ` link="${escapeXml(fragment)}"` : ''}></${TAGS[page]}>`;

/** @type {Record<string, (subject: Subject) => string>} */
export const SNIPPETS = {
  iframe: (subject) => `${frame(subject)}\n${AUTO_HEIGHT}\n`,

  element: (subject) =>
    `<script type="module" src="${escapeXml(subject.base + ELEMENTS)}"></script>\n${element(subject)}\n`,

  react: (subject) => `import { useEffect } from 'react';

export function Demo() {
  useEffect(() => {
    import(/* @vite-ignore */ /* webpackIgnore: true */ ${text(subject.base + ELEMENTS)});
  }, []);
  return ${element(subject)};
}
`,

  next: (subject) => `'use client'; // a server component has no browser to train in

import Script from 'next/script';

export default function Demo() {
  return (
    <>
      <Script type="module" src=${text(subject.base + ELEMENTS)} />
      ${element(subject)}
    </>
  );
}
`,

  astro: (
    subject,
  ) => `<script is:inline type="module" src="${escapeXml(subject.base + ELEMENTS)}"></script>
${element(subject)}
`,

  reveal: (subject) => `<script type="module" src="${escapeXml(subject.base + ELEMENTS)}"></script>
<section data-prevent-swipe>
  ${element(subject).replace(/^<([\w-]+)/, '<$1 size="compact" style="--preformer-height: 460px; font-size: 20px; text-align: start"')}
</section>
`,

  docusaurus: (subject) => `import { useEffect, useRef } from 'react';

export function Demo() {
  const frame = useRef(null);
  useEffect(() => {
    const hear = ({ source, data }) => {
      if (data?.preformer === 'height' && source === frame.current.contentWindow)
        frame.current.style.height = \`\${data.height}px\`;
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  return (
    <iframe
      ref={frame}
      src={${text(frameAddress(subject))}}
      title={${text(subject.title)}}
      loading="lazy"
      allow="${ALLOW}"
      style={{ width: '100%', height: ${HEIGHT}, border: 0 }}
    />
  );
}

<Demo />
`,

  vitepress: (subject) => `<script setup>
import { onMounted } from 'vue';
onMounted(() => import(/* @vite-ignore */ ${text(subject.base + ELEMENTS)}));
</script>

<ClientOnly>
  ${element(subject).replace(/^<([\w-]+)/, '<$1 v-pre')}
</ClientOnly>
`,

  myst: (subject) => `:::{iframe} ${frameAddress(subject)}
:width: 100%
:title: ${subject.title}
:::
`,

  jupyter: (subject) => `from IPython.display import IFrame

IFrame(${text(frameAddress(subject))}, width="100%", height=${HEIGHT})
`,

  widget: ({ base, page, fragment }) => `import anywidget
import traitlets


class Preformer(anywidget.AnyWidget):
    _esm = ${text(base + WIDGET)}
    demo = traitlets.Unicode(${text(page)}).tag(sync=True)
    link = traitlets.Unicode(${text(fragment)}).tag(sync=True)
    hash = traitlets.Unicode("").tag(sync=True)


Preformer()
`,

  quarto: (subject) => `\`\`\`{=html}
${frame(subject)}
${AUTO_HEIGHT}
\`\`\`
`,

  wordpress: (subject) => `<!-- wp:html -->
${frame(subject)}
${AUTO_HEIGHT}
<!-- /wp:html -->
`,

  observable: (subject) => `{
  const frame = document.createElement("iframe");
  frame.src = ${text(frameAddress(subject))};
  frame.title = ${text(subject.title)};
  frame.allow = ${text(ALLOW)};
  frame.style = "width: 100%; height: ${HEIGHT}px; border: 0";
  const hear = ({ source, data }) => {
    if (data?.preformer === "height" && source === frame.contentWindow)
      frame.style.height = \`\${data.height}px\`;
  };
  addEventListener("message", hear);
  invalidation.then(() => removeEventListener("message", hear));
  return frame;
}
`,

  picture: (subject) => `[![${subject.title}](${subject.picture})](<${pageAddress(subject)}>)\n`,
};

export const HOSTS = Object.keys(SNIPPETS);
