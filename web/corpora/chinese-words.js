/**
 * The dictionary that Chinese text is cut with, fetched when it is chosen. prepare-chinese-words.js
 * writes the file and describes its format.
 */
import { loadFailure, loadPrepared } from './prepared-file.js';

/** The version of the dictionary, which is part of links. */
export const CHINESE_WORDS = 'jieba1';

/** Its transferred size, for progress where the server does not give it. */
const BYTES = 1_450_000;

// The address is a literal because bundlers must find it.
export const chineseWordsAddress = () =>
  new URL('./prepared/chinese-words-1.txt.gz', import.meta.url);

/**
 * Fetches with progress.
 * @param {(share: number) => void} onProgress
 * @returns {typeof fetch}
 */
const counting = (onProgress) => async (address) => {
  const response = await fetch(address);
  if (!response.body) return response;
  const size = Number(response.headers.get('content-length')) || BYTES;
  let read = 0;
  const counter = new TransformStream({
    transform(piece, controller) {
      read += piece.length;
      onProgress(Math.min(1, read / size));
      controller.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(counter), { status: response.status });
};

/**
 * @param {string | URL} [address] of the file, if a bundler has moved it
 * @param {(share: number) => void} [onProgress] of the download
 * @returns {Promise<string>} the packed dictionary
 */
export async function loadChineseWords(address = chineseWordsAddress(), onProgress = () => {}) {
  const url = new URL(address);
  try {
    const get = url.protocol === 'file:' ? undefined : counting(onProgress);
    const text = new TextDecoder().decode(await loadPrepared(url, get));
    if (!text.startsWith('# Chinese words')) throw new Error('what arrived is not the dictionary');
    return text;
  } catch (error) {
    throw loadFailure('The Chinese dictionary', 'tokenizer', error);
  }
}
