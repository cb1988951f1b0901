import { t } from '../i18n/index.js';
import { LabError } from './own-text.js';

/**
 * Reads a file that the reader chose. The browser's own errors (the file was moved, a disk was
 * removed) get a sentence of ours.
 * @template T @param {() => Promise<T>} read
 */
export async function readable(read) {
  try {
    return await read();
  } catch (error) {
    throw error.code ? error : new LabError('other', t('text.unreadable'));
  }
}
