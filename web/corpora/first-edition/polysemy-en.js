/** The English words of the polysemy corpus in its first edition (see ../polysemy.js). */

const frames = {
  fillers: {
    left: ['this', 'that same', 'this very old', 'another'],
    right: ['today', 'this year', 'again', 'now and then'],
  },
  templates: [
    '{before} say {left} {word} {right} needs {after}',
    '{before} see {left} {word} {right} among {after}',
    '{before} want {left} {word} {right} and {after}',
    '{before} compare {left} {word} {right} with {after}',
    '{before} praise {left} {word} {right} for {after}',
    '{before} leave {left} {word} {right} without {after}',
  ],
};

/** @type {import('../polysemy.js').Polyseme[]} */
export const english = [
  {
    word: 'apple',
    senses: [
      {
        name: 'fruit',
        group: 'plants',
        twins: ['pear', 'peach', 'banana'],
        before: ['farmers', 'gardeners', 'cooks'],
        after: ['sunshine', 'baskets', 'orchards'],
        ...frames,
      },
      {
        name: 'company',
        group: 'companies',
        twins: ['google', 'samsung', 'huawei'],
        before: ['engineers', 'designers', 'programmers'],
        after: ['phones', 'laptops', 'software'],
        ...frames,
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
        before: ['sailors', 'fishermen', 'swimmers'],
        after: ['reeds', 'boats', 'waves'],
        ...frames,
      },
      {
        name: 'money',
        group: 'companies',
        twins: ['lender', 'insurer', 'broker'],
        before: ['lawyers', 'customers', 'clerks'],
        after: ['loans', 'savings', 'accounts'],
        ...frames,
      },
    ],
  },
];
