/**
 * The texts of a page, loaded one language at a time: the other language is loaded when the reader
 * switches to it. Without a call of `pageTexts`, the texts are part of the program (i18n/both.js).
 */
import { part } from '../api/part.js';
import { addMessages } from '../i18n/index.js';

/**
 * @typedef {import('../i18n/index.js').Language} Language
 * @typedef {Record<string, Record<string, string>>} Module a module that exports `en` or `zh`
 * @typedef {Record<Language, () => Promise<Module>>} Texts
 */

/** @type {Texts} */
const COMMON = {
  en: () => part(() => import('../i18n/common-en.js')),
  zh: () => part(() => import('../i18n/common-zh.js')),
};

/** @type {Texts[]} */
const sources = [];
/** The languages of which all sources are loaded. @type {Set<Language>} */
const loaded = new Set();

/** Names the texts of a page beside the common ones. @param {Texts[]} own */
export function pageTexts(...own) {
  sources.push(COMMON, ...own);
}

/** Whether the page can be shown in a language. @param {Language} language */
export const textsReady = (language) => !sources.length || loaded.has(language);

/** @param {Language} language */
export async function loadTexts(language) {
  const modules = await Promise.all(sources.map((source) => source[language]()));
  for (const module of modules) addMessages({ [language]: module[language] });
  loaded.add(language);
}
