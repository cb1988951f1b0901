/**
 * Wasm as text in a module: packed by gzip, then written in base64, which takes half the room of the
 * bytes themselves.
 * @param {string} base64 @returns {Promise<Uint8Array>}
 */
export async function unpackWasm(base64) {
  const packed = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
