import { expect, it } from 'vitest';
import {
  experimentFragment,
  experimentLink,
  readExperiment,
} from '../../../web/src/experiments/address.js';
import { EXPERIMENTS } from '../../../web/src/experiments/list.js';
import { en } from '../../../web/src/i18n/experiments-en.js';
import { isWhole } from '../../../web/src/link/link-sum.js';
import { pairsOf } from '../../../web/src/link/pairs.js';

it('an address names the experiment and what it was asked; a copied one says if it was cut', () => {
  const fields = { word: '苹果 & co', seeds: '5', empty: '' };
  const { id, fields: read } = readExperiment(experimentFragment('texts', fields));
  expect(id).toBe('texts');
  expect([...read]).toEqual([
    ['word', '苹果 & co'],
    ['seeds', '5'],
  ]);
  const link = experimentLink('texts', fields);
  expect([...readExperiment(link).fields]).toEqual([...read]);
  expect(isWhole(pairsOf(link))).toBe(true);
  expect(isWhole(pairsOf(link.replace('seeds=5', 'seeds=6')))).toBe(false);
  expect(readExperiment('#v=1&lang=zh').id).toBe('');
});

it('each experiment has a name, a question and a sentence about it', () => {
  for (const { id } of EXPERIMENTS) {
    for (const key of ['', '.question', '.lead'])
      expect(en).toHaveProperty([`experiments.${id}${key}`]);
  }
});
