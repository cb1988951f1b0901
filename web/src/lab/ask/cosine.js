/** The cosine of two vectors with all that it is made of: Σ aᵢbᵢ / (‖a‖ ‖b‖). */

/** @param {ArrayLike<number>} a @param {ArrayLike<number>} b as long as a */
export function cosineOf(a, b) {
  const products = Float64Array.from({ length: a.length }, (_, i) => a[i] * b[i]);
  const sum = products.reduce((all, x) => all + x, 0);
  const lengths = [lengthOf(a), lengthOf(b)];
  return { products, sum, lengths, cosine: sum / (lengths[0] * lengths[1]) };
}

/** @param {ArrayLike<number>} vector */
function lengthOf(vector) {
  let squares = 0;
  for (let i = 0; i < vector.length; i++) squares += vector[i] ** 2;
  return Math.sqrt(squares);
}

/** The largest size among the numbers of some vectors. @param {ArrayLike<number>[]} vectors */
export function fullOf(...vectors) {
  let most = 0;
  for (const vector of vectors) {
    for (let i = 0; i < vector.length; i++) most = Math.max(most, Math.abs(vector[i]) || 0);
  }
  return most;
}
