import { headOf } from '../api/safetensors.js';

/**
 * Reads the scalar mix of a text classifier's head from its checkpoint.
 * @param {Uint8Array} bytes
 * @returns {{weights: number[], gamma: number} | null} weights after the softmax, the token layer
 *   first; null if the head has no mix
 */
export function mixOf(bytes) {
  const { tensors, view, start: first } = headOf(bytes);
  const numbers = (/** @type {string} */ name) => {
    const key = Object.keys(tensors).find((other) => other === name || other.endsWith(`.${name}`));
    if (!key) return null;
    const [start, end] = tensors[key].data_offsets;
    return Array.from({ length: (end - start) / 4 }, (_, i) =>
      view.getFloat32(first + start + 4 * i, true),
    );
  };
  const scores = numbers('mix.weight');
  if (!scores) return null;
  const most = Math.max(...scores);
  const exps = scores.map((score) => Math.exp(score - most));
  const sum = exps.reduce((a, b) => a + b, 0);
  return { weights: exps.map((x) => x / sum), gamma: numbers('mix.gamma')?.[0] ?? 1 };
}
