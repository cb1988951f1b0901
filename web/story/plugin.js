/** Serves and builds the pages of the Story, which are made of texts and one template. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { textPages } from '../text-pages.js';
import { chapterOfWhole, fileOf, LANGUAGES, storyPage, TEXTS } from './page.js';
import { optionsOf, withQuestions } from './questions.js';
import { CHAPTERS } from './titles.js';

const folder = fileURLToPath(new URL('./', import.meta.url));

/** The pages by their file, in web/. @type {Map<string, {language: 'en' | 'zh', id: string}>} */
const pages = new Map(
  LANGUAGES.flatMap((language) =>
    [...TEXTS, 'whole'].map(
      (id) => /** @type {const} */ ([fileOf(id, language), { language, id }]),
    ),
  ),
);

/** @param {{language: 'en' | 'zh', id: string}} page */
const textOf = ({ language, id }) => `${folder}${language}/${id}.html`;

// What trains is loaded when it is needed, from where it lies: the bundled configuration is elsewhere.
const coverMap = new URL('./cover-map.js', import.meta.url).href;
const pictures = new URL('./pictures.js', import.meta.url).href;

/** A text with the pictures of its figures. @param {{language: 'en' | 'zh', id: string}} page */
async function illustrated(page) {
  const written = readFileSync(textOf(page), 'utf8');
  if (page.id === 'cover') {
    const map = await (await import(coverMap)).coverMap(page.language);
    return written.replace('<!-- map -->', map);
  }
  const text = withQuestions(page.id, written, page.language);
  const drawn = await (await import(pictures)).picturesOf(page.language, page.id, text);
  return text.replaceAll(
    /(data-figure="([^"]+)"[^>]*>)\s*<p class="fallback">(.*?)<\/p>/gs,
    (_, start, name, caption) =>
      `${start}<div class="fallback">${drawn[name] ?? ''}<p class="figure-note">${caption}</p></div>`,
  );
}

/** All chapters on one page. @param {'en' | 'zh'} language */
async function wholeStory(language) {
  const parts = [];
  for (const id of TEXTS) {
    if (id === 'cover' || id === 'end' || !existsSync(textOf({ language, id }))) continue;
    const text = await illustrated({ language, id });
    parts.push(chapterOfWhole(language, id, text));
  }
  return parts.join('\n');
}

/** @param {'en' | 'zh'} language */
const allOptions = (language) =>
  Object.fromEntries(CHAPTERS.map((id) => [id, optionsOf(id, language)]));

/** @param {string} file */
async function render(file) {
  const page = pages.get(file);
  if (!page) throw new Error(`${file} is no page of the Story.`);
  const text = page.id === 'whole' ? await wholeStory(page.language) : await illustrated(page);
  const options = page.id === 'end' ? allOptions(page.language) : undefined;
  return storyPage({ ...page, text, options });
}

/** Names of the pages whose text is written. */
export const storyFiles = [...pages]
  .filter(([, page]) => page.id === 'whole' || existsSync(textOf(page)))
  .map(([file]) => file);

export const story = () =>
  textPages({ name: 'preformer:story', folder, files: storyFiles, render });
