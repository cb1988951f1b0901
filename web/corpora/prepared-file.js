/**
 * Reads the files that the build writes into prepared/: fetched in a page, read from disk under
 * Node.
 */

/**
 * Node's own modules; undefined in a browser, also where a bundler gives modules a file: address. Bundlers
 * must not find an import of them.
 */
const builtin = /** @type {any} */ (globalThis).process?.getBuiltinModule;

/**
 * Node's fetch does not support file: addresses.
 * @param {URL} url @returns {Promise<Uint8Array>}
 */
function readFile(url) {
  return builtin?.('node:fs/promises').readFile(url);
}

/** @param {URL} address @param {typeof fetch} get */
async function download(address, get) {
  const response = await get(address);
  if (!response.ok) throw new Error(`HTTP status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/**
 * No Blob is used, because WebKit cannot read a Blob on pages from disk.
 * @param {Uint8Array} bytes @returns {Promise<Uint8Array>}
 */
export async function gunzip(bytes) {
  const packed = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  const stream = packed.pipeThrough(/** @type {any} */ (new DecompressionStream('gzip')));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Some servers send a .gz file with Content-Encoding gzip; then it is already unpacked. */
const unpack = (/** @type {Uint8Array} */ bytes) =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzip(bytes) : bytes;

/**
 * @param {URL} address of a file packed by gzip
 * @param {typeof fetch} [get]
 * @returns {Promise<Uint8Array>} unpacked
 */
export async function loadPrepared(address, get) {
  const local = address.protocol === 'file:' && builtin && !get;
  return unpack(local ? await readFile(address) : await download(address, get ?? fetch));
}

/**
 * @param {string} what as the subject of the message: "The digits"
 * @param {string} parameter
 * @param {unknown} error
 */
export function loadFailure(what, parameter, error) {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `${what} could not be loaded (${reason}). Check the connection and try again.`;
  return Object.assign(new Error(message), { code: 'EngineFailure', parameter });
}
