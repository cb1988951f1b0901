/** The State of the Union addresses, fetched when they are chosen. prepare-sotu.js makes the file. */

// Written out whole: bundlers must see them.
const addresses = {
  training: new URL('./prepared/state-of-the-union.txt.gz', import.meta.url),
  heldout: new URL('./prepared/state-of-the-union-heldout.txt.gz', import.meta.url),
};

/** @param {string} reason */
function loadFailure(reason) {
  const message = `The State of the Union text could not be loaded (${reason}). Check the connection and try again.`;
  return Object.assign(new Error(message), { code: 'EngineFailure', parameter: 'corpus' });
}

/** Node's fetch knows no file: addresses. @param {URL} url @returns {Promise<Uint8Array>} */
async function readFile(url) {
  const module = 'node:fs/promises'; // a variable: bundlers for the browser leave it alone
  const fs = await import(/* @vite-ignore */ module);
  return fs.readFile(url);
}

/** @param {URL} address @param {typeof fetch} get */
async function download(address, get) {
  const response = await get(address);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Some servers send a .gz file as content that is encoded by gzip; then it arrives unpacked. */
async function unpack(/** @type {Uint8Array} */ bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return new TextDecoder().decode(bytes);
  const blob = new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (bytes)]);
  return new Response(blob.stream().pipeThrough(new DecompressionStream('gzip'))).text();
}

/**
 * @param {{fetch?: typeof globalThis.fetch, part?: 'training' | 'heldout'}} [options]
 * @returns {Promise<string>} one sentence a line, lower-case words separated by spaces
 */
export async function loadStateOfTheUnion({ fetch: get, part = 'training' } = {}) {
  try {
    const address = addresses[part];
    const local = address.protocol === 'file:' && !get;
    const text = await unpack(
      local ? await readFile(address) : await download(address, get ?? fetch),
    );
    if (!/^[a-z ]+\n/.test(text)) throw new Error('what arrived is not the corpus');
    return text;
  } catch (error) {
    throw loadFailure(error?.message ?? String(error));
  }
}
