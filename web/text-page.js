/**
 * A page that consists of text.
 * @param {object} of
 * @param {'en' | 'zh'} of.language
 * @param {string} of.title
 * @param {string} of.description for search engines
 * @param {{own: string, en: string, zh: string}} of.addresses of the page, and in both languages
 * @param {boolean} [of.still] whether nothing in it waits for a guess
 * @param {string[]} of.styles paths of style sheets
 * @param {string} of.script path of its module
 * @param {string} of.body HTML
 */
export const textPage = ({
  language,
  title,
  description,
  addresses,
  still = false,
  styles,
  script,
  body,
}) => `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <meta name="description" content="${description}" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf9f6" />
    <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14171a" />
    <link vite-ignore rel="canonical" href="${addresses.own}" />
    <link vite-ignore rel="alternate" hreflang="en" href="${addresses.en}" />
    <link vite-ignore rel="alternate" hreflang="zh-Hans" href="${addresses.zh}" />
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <link rel="apple-touch-icon" href="./icon-180.png" />
    <link rel="manifest" href="./manifest.webmanifest" />
    <script vite-ignore src="./story-start.js"${still ? ' data-still' : ''}></script>
${styles.map((path) => `    <link rel="stylesheet" href="${path}" />\n`).join('')}    <script type="module" src="${script}"></script>
  </head>
  <body>
${body}
    <script vite-ignore src="./from-disk.js"></script>
  </body>
</html>
`;
