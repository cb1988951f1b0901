/** Arithmetic of vectors, for figures. */

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function dot(a, b) {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}

/** 0 if one of the vectors is zero. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function cosine(a, b) {
  const norms = Math.sqrt(dot(a, a) * dot(b, b));
  return norms ? dot(a, b) / norms : 0;
}

/** The products whose sum is the cosine. @param {ArrayLike<number>} a @param {ArrayLike<number>} b */
export function shares(a, b) {
  const norms = Math.sqrt(dot(a, a) * dot(b, b)) || 1;
  return Array.from({ length: a.length }, (_, i) => (a[i] * b[i]) / norms);
}
