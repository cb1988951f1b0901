import { language } from './index.js';

/**
 * The words by which the pages call the terms of the table of glosses (glosses-en.js, glosses-zh.js).
 * Where several match, the longest is meant.
 * @type {Record<string, Record<string, string>>}
 */
export const TERMS = {
  en: {
    loss: 'loss(?:es)?',
    nat: 'nats?',
    bit: 'bits per word',
    perplexity: 'perplexity|perplexities',
    ngram: 'n-grams?|unigrams?|bigrams?|trigrams?',
    heldout: 'held[ -]out',
    softmax: '(?:full )?softmax',
    sampled: 'sampled softmax',
    negative: 'negative sampling|negatives',
    hierarchical: 'hierarchical softmax',
    huffman: 'huffman tree',
    lstm: 'LSTMs?',
    pca: 'PCA',
    umap: 'UMAP',
    build: '(?:exact|fast|parallel) build|build',
    bits: 'same bits',
    seed: 'seeds?',
    subsampling: 'subsampling',
    epoch: 'epochs?',
    rate: 'learning rate',
    inout: 'vectors asked',
    cosine: 'cosine',
    onehot: 'one-hot',
    embedding: 'embeddings?',
    finetune: 'fine-tun(?:e|ed|ing)',
    freeze: 'frozen|freez(?:e|ing)',
    pretrain: 'pre-train(?:ed|ing)?',
    dimensions: 'dimensions?',
  },
  zh: {
    loss: '损失',
    nat: '纳特|奈特|(?<![a-z])nat(?![a-z])',
    bit: '比特',
    perplexity: '困惑度',
    ngram: 'n ?元文法|[一二三]元文法',
    heldout: '留出|验证集|没参加训练的句子|未参与训练',
    softmax: '(?:完整 ?|完全 ?)?softmax',
    sampled: '(?:采样|抽样) ?softmax',
    negative: '负采样|负样本|负例',
    hierarchical: '层次 ?softmax|分层 ?softmax',
    huffman: '(?:哈夫曼|霍夫曼|Huffman) ?树',
    lstm: 'LSTM',
    pca: 'PCA|主成分分析',
    umap: 'UMAP',
    build: '(?:精确|快速|并行)(?:构建|模式)|计算方式|构建版本',
    bits: '逐位一致|结果都?完全相同',
    seed: '随机种子|种子',
    subsampling: '下采样|二次采样|子采样|降采样',
    epoch: '轮次|训练轮数|轮数',
    rate: '学习率',
    inout: '用哪个矩阵|输入向量|输出向量',
    cosine: '余弦',
    onehot: '独热(?:编码)?|one-hot',
    embedding: '词嵌入|嵌入',
    finetune: '微调',
    freeze: '冻结',
    pretrain: '预训练',
    dimensions: '维度|维数',
  },
};

/** Finds any term; a group per term. @type {Record<string, RegExp>} */
const PATTERNS = Object.fromEntries(
  Object.entries(TERMS).map(([name, terms]) => {
    // Latin words end where they end; Chinese ones have no boundaries.
    const [open, close] = name === 'en' ? ['(?<![\\w-])', '(?![\\w-])'] : ['', ''];
    const longest = (/** @type {string} */ words) =>
      Math.max(...words.split('|').map((w) => w.length));
    const order = Object.entries(terms).sort(([, a], [, b]) => longest(b) - longest(a));
    const groups = order.map(([term, words]) => `(?<${term}>${words})`).join('|');
    return [name, new RegExp(`${open}(?:${groups})${close}`, 'gi')];
  }),
);

/**
 * Cuts a text at the first occurrence of each term.
 * @param {string} text @returns {Array<string | {term: string, text: string}>}
 */
export function termsIn(text) {
  /** @type {ReturnType<typeof termsIn>} */
  const parts = [];
  const seen = new Set();
  let from = 0;
  for (const match of text.matchAll(PATTERNS[language()])) {
    const term = Object.keys(match.groups ?? {}).find((name) => match.groups?.[name]);
    if (!term || seen.has(term)) continue;
    seen.add(term);
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push({ term, text: match[0] });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}
