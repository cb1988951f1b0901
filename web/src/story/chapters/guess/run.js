/** Chapter 3: a pair of words that the text lacks gets the probability of its kind. */

import { cosine } from '../../../plots/vectors.js';
import { plans } from '../../plans.js';
import { record } from '../../recording.js';
import { heldOutOf, textOf } from '../../texts.js';

/**
 * @typedef {import('../../chapter.js').Context} Context
 * @typedef {import('../../chapter.js').Language} Language
 * @typedef {import('../../recording.js').Model} Model
 * @typedef {Record<string, number>} Chances probability by word
 *
 * @typedef {object} Sentences
 * @property {string} told the words before the blank; the last four are what the network sees
 * @property {string} target
 * @property {string[]} kind words of its kind, the target among them
 * @property {string[]} shown other words in the figure
 * @property {number} about the probability that the option for its kind names
 * @property {string} pair the last word of `told`
 * @property {string} like a word like it, after which the target was read
 * @property {string} likeTold the same sentence with that word
 * @property {string} counted what comes before the word that is counted
 */

/** @type {Record<Language, Sentences>} */
export const SENTENCES = {
  en: {
    told: 'the king left the throne with his',
    target: 'jewels',
    kind: ['crown', 'sceptre', 'jewels'],
    shown: ['album', 'umbrella', 'menu', 'homework', 'the'],
    about: 0.1,
    pair: 'his',
    like: 'her',
    likeTold: 'the queen left the throne with her',
    counted: 'throne with his',
  },
  zh: {
    told: '施普雷河 边 的 柏林',
    target: '大街',
    kind: ['体育馆', '广场', '博物馆', '车站', '大街'],
    shown: ['山谷', '农场', '的'],
    about: 0.07,
    pair: '柏林',
    like: '伦敦',
    likeTold: '泰晤士河 边 的 伦敦',
    counted: '施普雷河 边 的 柏林',
  },
};

const LIKELY = 0.05;

export const plan = plans.nnlm;

/** The Lab asks for the next word. @param {Language} language */
export const door = (language) => `&next=${encodeURIComponent(SENTENCES[language].told)}`;

/** The probability of every word after the sentence. @param {Model} model @param {string} told @returns {Promise<Chances>} */
async function chancesOf(model, told) {
  const words = told.split(' ');
  const found = await model.predictNext(words, { topn: model.info.vocabulary + 1 });
  return Object.fromEntries(found.map(({ word, probability }) => [word, probability]));
}

/** @param {Context} context */
export function train(context) {
  const { told } = SENTENCES[context.language];
  return record(context.api, plan, {
    ...context,
    measure: (model) => chancesOf(model, told),
  });
}

/** @param {number} p */
export const percent = (p) => (100 * p).toFixed(p < 0.0195 ? 1 : 0);

/** How many sentences contain these words next to each other. @param {string[]} sentences @param {string} words */
const countOf = (sentences, words) =>
  sentences.filter((sentence) => ` ${sentence} `.includes(` ${words} `)).length;

/** What the network computes for two sentences, and with which weights. @param {Model} model @param {Sentences} of */
async function followed(model, { told, likeTold, target }) {
  const copy = await model.open();
  try {
    const names = ['hidden.weight', 'hidden.bias', 'output.weight', 'output.bias'];
    const [hidden, hiddenBias, output, outputBias] = await Promise.all(
      names.map((name) => copy.weights(name)),
    );
    const follow = async (/** @type {string} */ sentence) => {
      const { forward } = await copy.trace({ sentence: `${sentence} ${target}` });
      const of = (/** @type {string} */ name) =>
        /** @type {import('../../../worker/wasm').Quantity} */ (
          forward.find((quantity) => quantity.name === name)
        ).values;
      return {
        told: sentence,
        lookup: of('lookup'),
        hidden: of('hidden'),
        probabilities: of('probabilities'),
      };
    };
    const first = await follow(told);
    const second = await follow(likeTold);
    return { hidden, hiddenBias, output, outputBias, sentences: [first, second] };
  } finally {
    await copy.close();
  }
}

/** @param {{frames: Chances[], run: {model: Model}}} trained @param {Context} context */
export async function conclude({ frames, run }, { language }) {
  const of = SENTENCES[language];
  const { target, kind, shown, pair, like, counted } = of;
  const { model } = run;
  const chances = /** @type {Chances} */ (frames.at(-1));
  const ranking = Object.entries(chances).sort((a, b) => b[1] - a[1]);
  const p = chances[target];
  const uniform = 1 / ranking.length;
  const isKind = ranking.findIndex(([word]) => word === target) < kind.length;
  const value = p >= LIKELY && isKind ? 'kind' : p < uniform / 4 ? 'zero' : 'any';
  const sentences = (await textOf(plan.corpus, language)).split('\n');
  const {
    model: perplexity,
    trigram,
    unigram,
  } = await model.perplexities({
    text: await heldOutOf(plan.corpus, language),
  });
  const inside = await followed(model, of);
  const list = (await model.vocabulary()).map(({ word }) => word);
  const others = ranking.filter(([word]) => !kind.includes(word));
  const [first, second] = kind
    .filter((word) => word !== target)
    .sort((a, b) => chances[b] - chances[a]);
  return {
    value,
    said: { kind: `${percent(p)}${language === 'zh' ? '%' : ' %'}` },
    numbers: {
      words: `${list.length}`,
      target: percent(p),
      uniform: percent(uniform),
      first: percent(chances[first]),
      second: percent(chances[second]),
      others: `${ranking.length - kind.length}`,
      most: (Math.ceil(1000 * others[0][1]) / 10).toFixed(1),
      pair: `${countOf(sentences, `${pair} ${target}`)}`,
      like: `${countOf(sentences, language === 'zh' ? `边 的 ${like} ${target}` : `${like} ${target}`)}`,
      counted: `${countOf(sentences, counted)}`,
      likeRows: (await model.similarity(pair, like)).toFixed(2),
      likeHidden: cosine(inside.sentences[0].hidden, inside.sentences[1].hidden).toFixed(2),
      perplexity: perplexity.toFixed(1),
      choices: `${ranking.length}`,
    },
    more: {
      read: Object.fromEntries(
        [...kind, ...shown].map((word) => [word, countOf(sentences, `${counted} ${word}`)]),
      ),
      perplexities: { unigram, trigram, model: perplexity },
      inside,
      list,
    },
  };
}

/**
 * Measures a network that has not been trained.
 * @param {string} _choice @param {unknown} _trained @param {Context} context
 */
export async function check(_choice, _trained, { api, language, seed }) {
  const model = await api.create({
    model: plan.model,
    corpus: { preset: `${plan.corpus}-${language}` },
    seed,
    ...plan.options,
  });
  try {
    const text = await heldOutOf(plan.corpus, language);
    const { model: perplexity } = await model.perplexities({ text });
    const choices = model.info.vocabulary + 1; // the end of the sentence
    const isNear = Math.abs(perplexity / choices - 1) < 0.02;
    const value = isNear ? 'words' : perplexity < 1 ? 'zero' : 'hundred';
    return { value, numbers: {}, more: { untrained: perplexity } };
  } finally {
    await model.close();
  }
}
