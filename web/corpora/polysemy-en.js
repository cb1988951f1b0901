/**
 * The English words of the polysemy corpus (see polysemy.js). Every sentence that can be drawn is
 * one that people could say: *apple* stands before a noun, because the company has no article, and
 * each cue suits each verb and each twin of its sense.
 */

const sold = {
  fillers: {
    left: ['now', 'nowadays', 'this year', 'these days'],
    right: ['sales', 'profits', 'sales still', 'profits still'],
  },
  templates: [
    '{before} say {left} {word} {right} need {after}',
    '{before} feel {left} {word} {right} require {after}',
    '{before} believe {left} {word} {right} follow {after}',
    '{before} know {left} {word} {right} depend on {after}',
    '{before} think {left} {word} {right} rise with {after}',
    '{before} admit {left} {word} {right} fall without {after}',
  ],
};

const visited = {
  fillers: {
    left: ['the', 'this', 'that', 'the same'],
    right: ['still', 'always', 'now', 'these days'],
  },
  templates: [
    '{before} say {left} {word} {right} needs {after}',
    '{before} find {left} {word} {right} has {after}',
    '{before} believe {left} {word} {right} lacks {after}',
    '{before} know {left} {word} {right} depends on {after}',
    '{before} think {left} {word} {right} relies on {after}',
    '{before} admit {left} {word} {right} wants {after}',
  ],
};

/** @type {import('./polysemy.js').Polyseme[]} */
export const english = [
  {
    word: 'apple',
    senses: [
      {
        name: 'fruit',
        group: 'plants',
        twins: ['pear', 'peach', 'banana'],
        before: ['farmers', 'growers', 'grocers'],
        after: ['sunshine', 'rain', 'freshness'],
        ...sold,
      },
      {
        name: 'company',
        group: 'companies',
        twins: ['google', 'samsung', 'huawei'],
        before: ['engineers', 'designers', 'programmers'],
        after: ['chips', 'gadgets', 'software'],
        ...sold,
      },
    ],
  },
  {
    word: 'bank',
    senses: [
      {
        name: 'river',
        group: 'waterside',
        twins: ['shore', 'beach', 'pier'],
        before: ['fishermen', 'sailors', 'swimmers'],
        after: ['fish', 'boats', 'lifeguards'],
        ...visited,
      },
      {
        name: 'money',
        group: 'companies',
        twins: ['lender', 'insurer', 'broker'],
        before: ['lawyers', 'clerks', 'customers'],
        after: ['contracts', 'forms', 'fees'],
        ...visited,
      },
    ],
  },
];
