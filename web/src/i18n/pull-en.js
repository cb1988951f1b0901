/** Strings of the pull of a training step on the map, in English. */
export const en = {
  'map.pull.sentence': 'Arrows: where training on sentence {number} moves the rows',
  'map.pull.own': 'Arrows: where training on this sentence moves the rows',
  'map.pull.moves': 'of {words}, drawn longer than they are.',
  'map.pull.target': 'Dashed ring: ‘{word}’, the word to guess.',
  'map.pull.noise':
    'Purple rings: {count} noise words. Of these and of the word to guess only output rows move, which are not on this map.',
  'map.pull.word': '‘{word}’',
  'map.pull.join': ' ',
};
