/** A model, wherever its numbers live: every method asks the engine and returns a promise. */
import * as check from './options.js';
import { query } from './remote.js';
import { Senses } from './senses.js';

/** Use create, train or load. */
export class Model extends Senses {
  /**
   * As a file's bytes; TSV is a pair of files. 'npy' is the bare matrix of word vectors,
   * 'safetensors' all parameters, 'checkpoint' all that is needed to go on.
   * @overload
   * @param {'word2vec' | 'word2vec-binary' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @returns {Promise<Uint8Array<ArrayBuffer>>}
   */
  /**
   * @overload
   * @param {'tsv'} format
   * @returns {Promise<{vectors: Uint8Array<ArrayBuffer>, metadata: Uint8Array<ArrayBuffer>}>}
   */
  /**
   * @param {'word2vec' | 'word2vec-binary' | 'tsv' | 'npy' | 'safetensors' | 'checkpoint'} format
   * @returns {Promise<any>}
   */
  async export(format) {
    const values = ['word2vec', 'word2vec-binary', 'tsv', 'npy', 'safetensors', 'checkpoint'];
    check.checkValue('format', format, { kind: 'choice', initial: undefined, values });
    const files = await this[query]('exportAs', format);
    return format === 'tsv' ? files : files.vectors;
  }

  /** What load() takes to go on where training stands. @returns {Promise<Uint8Array<ArrayBuffer>>} */
  async checkpoint() {
    return this.export('checkpoint');
  }
}
