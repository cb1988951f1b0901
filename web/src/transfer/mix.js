/**
 * Reads the scalar mix of a text classifier's head from its checkpoint (a safetensors file: eight
 * bytes of length, a JSON header, then the numbers).
 * @param {Uint8Array} bytes
 * @returns {{weights: number[], gamma: number} | null} weights after the softmax, the token layer
 *   first; null if the head has no mix
 */
export function mixOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const numbers = (/** @type {string} */ name) => {
    const key = Object.keys(header).find((other) => other === name || other.endsWith(`.${name}`));
    if (!key) return null;
    const [start, end] = header[key].data_offsets;
    return Array.from({ length: (end - start) / 4 }, (_, i) =>
      view.getFloat32(8 + length + start + 4 * i, true),
    );
  };
  const scores = numbers('mix.weight');
  if (!scores) return null;
  const most = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - most));
  const sum = exps.reduce((a, b) => a + b, 0);
  return { weights: exps.map((x) => x / sum), gamma: numbers('mix.gamma')?.[0] ?? 1 };
}
