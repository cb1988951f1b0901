/** The part of the build that lets a page fetch its texts early (public/early-texts.js). */
import { basename } from 'node:path';

const TEXTS = /\/i18n\/([\w-]+)-(en|zh)\.js$/;

/**
 * Names the files with the texts of each page, by language, in its HTML. A page without texts of
 * its own has the common ones.
 * @returns {import('vite').Plugin}
 */
export const earlyTexts = () => ({
  name: 'preformer:early-texts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {}, chunk, filename, path }) {
      const root = '../'.repeat(path.split('/').length - 2) || './';
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const chunkOf = (/** @type {string} */ file) =>
        chunks.find(({ fileName }) => fileName === file);
      const started = withImports(chunk?.fileName ?? '', chunkOf);
      const later = new Set(started.flatMap((file) => chunkOf(file)?.dynamicImports ?? []));
      const wanted = ['common', basename(filename, '.html')];
      /** @type {Record<string, string[]>} */
      const files = { en: [], zh: [] };
      for (const { facadeModuleId, fileName } of chunks) {
        const [, name, language] = TEXTS.exec(facadeModuleId ?? '') ?? [];
        if (!wanted.includes(name) || !later.has(fileName)) continue;
        files[language].push(
          ...withImports(fileName, chunkOf).filter((one) => !started.includes(one)),
        );
      }
      if (!files.en.length) return html;
      const named = Object.entries(files).map(
        ([language, names]) => `data-${language}="${names.map((name) => root + name).join(' ')}"`,
      );
      const script = `<script async src="${root}early-texts.js" ${named.join(' ')}></script>`;
      return html.replace(/<meta charset="[^"]*" *\/>/, `$&\n    ${script}`); // early, but after the charset
    },
  },
});

/**
 * A file of the build and those that it imports.
 * @param {string} file
 * @param {(file: string) => {imports: string[]} | undefined} chunkOf
 */
function withImports(file, chunkOf) {
  const found = new Set([file]);
  for (const one of found) for (const other of chunkOf(one)?.imports ?? []) found.add(other);
  return [...found];
}
