/**
 * How well one map of words can be turned, mirrored, scaled and moved onto another: the share of the
 * spread that is explained, 1 − Σ|turned a − b|² / Σ|b − mean|² (Procrustes). In the plane it is
 * (|M|² + 2 |det M|) / (|A|² |B|²), M = Aᵀ B.
 * @param {ArrayLike<number>} a two numbers per word @param {ArrayLike<number>} b
 */
export function fitOf(a, b) {
  const [x, y] = [centred(a), centred(b)];
  let [m00, m01, m10, m11, spreadX, spreadY] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < x.length; i += 2) {
    m00 += x[i] * y[i];
    m01 += x[i] * y[i + 1];
    m10 += x[i + 1] * y[i];
    m11 += x[i + 1] * y[i + 1];
    spreadX += x[i] ** 2 + x[i + 1] ** 2;
    spreadY += y[i] ** 2 + y[i + 1] ** 2;
  }
  const squares = m00 ** 2 + m01 ** 2 + m10 ** 2 + m11 ** 2;
  const size = spreadX * spreadY;
  return size > 0 ? (squares + 2 * Math.abs(m00 * m11 - m01 * m10)) / size : 0;
}

/** @param {ArrayLike<number>} map */
function centred(map) {
  const out = Float64Array.from(map);
  for (const axis of [0, 1]) {
    let sum = 0;
    for (let i = axis; i < out.length; i += 2) sum += out[i];
    for (let i = axis; i < out.length; i += 2) out[i] -= (2 * sum) / out.length;
  }
  return out;
}

/**
 * The fits of the same places with the words in other orders: what chance gives.
 * @param {ArrayLike<number>} a @param {ArrayLike<number>} b
 * @param {{shuffle<T>(list: T[]): T[]}} random @param {number} [times]
 */
export function fitsByChance(a, b, random, times = 999) {
  const order = Array.from({ length: b.length / 2 }, (_, i) => i);
  return Array.from({ length: times }, () => {
    random.shuffle(order);
    return fitOf(
      a,
      order.flatMap((i) => [b[2 * i], b[2 * i + 1]]),
    );
  });
}
