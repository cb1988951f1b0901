/** What search engines and previews of links read in the head of a page. */

/** A page that is shown in other pages. */
const UNLISTED = ['embed.html'];

/** A page exists in two languages under two addresses, or in both under one. @param {string} file */
const twin = (file) =>
  file.endsWith('.zh.html') ? file.replace('.zh.html', '.html') : file.replace('.html', '.zh.html');

/** @param {string} file */
const addressOf = (file) => (file === 'index.html' ? '' : file);

/** @param {string} text of an attribute, as in HTML */
const attribute = (text) => text.replaceAll(/\s+/g, ' ').trim().replaceAll('"', '&quot;');

const LOCALES = { en: 'en_US', zh: 'zh_CN' };

/**
 * @param {string} html
 * @param {string} file of the page: 'story-apple.zh.html'
 * @param {object} of
 * @param {string} of.address the folder of the site, or '' if it is not known
 * @param {string[]} of.files all pages
 * @param {string[]} of.cards the files of the pictures that there are
 */
export function withHead(html, file, { address, files, cards }) {
  if (UNLISTED.includes(file)) {
    return html.replace('</head>', '  <meta name="robots" content="noindex" />\n  </head>');
  }
  const title = attribute(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '');
  const description = attribute(
    /<meta\s+name="description"\s+content="([^"]*)"/s.exec(html)?.[1] ?? '',
  );
  const language = /<html lang="zh/.test(html) ? 'zh' : 'en';
  const both = files.includes(twin(file));
  /** @type {[string, string][]} */
  const properties = [
    ['og:site_name', 'Preformer'],
    ['og:type', file.startsWith('story-') ? 'article' : 'website'],
    ['og:title', title],
    ['og:description', description],
    ['og:locale', LOCALES[language]],
    ['og:locale:alternate', LOCALES[language === 'en' ? 'zh' : 'en']],
  ];
  const links = [];
  if (address) {
    const own = address + addressOf(file);
    properties.push(['og:url', own]);
    const card = [cardOf(file), language === 'zh' ? 'index.zh.png' : 'index.png'].find((name) =>
      cards.includes(name),
    );
    if (card) {
      properties.push(
        ['og:image', `${address}cards/${card}`],
        ['og:image:width', '1200'],
        ['og:image:height', '630'],
        ['og:image:alt', title],
      );
    }
    links.push(`<link rel="canonical" href="${own}" />`);
    if (both) {
      const [en, zh] = file.endsWith('.zh.html') ? [twin(file), file] : [file, twin(file)];
      links.push(
        `<link rel="alternate" hreflang="en" href="${address}${addressOf(en)}" />`,
        `<link rel="alternate" hreflang="zh-Hans" href="${address}${addressOf(zh)}" />`,
        `<link rel="alternate" hreflang="x-default" href="${address}${addressOf(en)}" />`,
      );
    }
  }
  const tags = properties.map(
    ([name, content]) => `<meta property="${name}" content="${content}" />`,
  );
  if (address) tags.push('<meta name="twitter:card" content="summary_large_image" />');
  // Those of the page itself are relative, which search engines take only as a second best.
  const rest = links.length
    ? html.replaceAll(/ *<link[^>]*rel="(canonical|alternate)"[^>]*>\n?/g, '')
    : html;
  const all = [...links, ...tags].map((tag) => `    ${tag}\n`).join('');
  return rest.replace(/( *)<\/head>/, `${all}$1</head>`);
}

/** The picture of a page. @param {string} file */
export const cardOf = (file) => file.replace(/\.html$/, '.png');

/** @param {string} address @param {string[]} files */
export function sitemap(address, files) {
  const urls = files
    .filter((file) => !UNLISTED.includes(file))
    .sort()
    .map((file) => {
      const languages = files.includes(twin(file))
        ? [file, twin(file)].sort().map((one) => {
            const tag = one.endsWith('.zh.html') ? 'zh-Hans' : 'en';
            return `<xhtml:link rel="alternate" hreflang="${tag}" href="${address}${addressOf(one)}"/>`;
          })
        : [];
      return `<url><loc>${address}${addressOf(file)}</loc>${languages.join('')}</url>\n`;
    });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('')}</urlset>
`;
}
