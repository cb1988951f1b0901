/** Seeded choices in integer arithmetic: the same in every JavaScript engine. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const WARM_UP = 20; // xoroshiro128+ mixes a seed with few 1 bits slowly

export class Random {
  /** @param {number} seed 0 to 2³² − 1 */
  constructor(seed) {
    this.generator = xoroshiro128plus(seed);
    for (let i = 0; i < WARM_UP; i++) this.generator.next();
  }

  /** A whole number in [0, n). @param {number} n */
  below(n) {
    return uniformInt(this.generator, 0, n - 1);
  }

  /** @template T @param {T[]} list */
  pick(list) {
    return list[this.below(list.length)];
  }

  /** Fisher–Yates, in place. @template T @param {T[]} list */
  shuffle(list) {
    for (let last = list.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [list[last], list[other]] = [list[other], list[last]];
    }
    return list;
  }
}
