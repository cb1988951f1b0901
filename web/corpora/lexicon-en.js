/**
 * The English words of the relations corpus, as features (see relations.js). All words are in lower
 * case, and a token is one word, so the corpus needs no tokenizer rules.
 */

/** @type {import('./relations.js').Lexicon} */
export const english = {
  people: {
    genders: [
      { he: ['he'], his: ['his'], clothes: ['suit', 'tie', 'waistcoat'] },
      { he: ['she'], his: ['her'], clothes: ['dress', 'skirt', 'blouse'] },
    ],
    roles: [
      {
        words: ['king', 'queen'],
        place: ['palace', 'throne'],
        thing: ['crown', 'sceptre', 'jewels'],
      },
      {
        words: ['prince', 'princess'],
        place: ['castle', 'tower'],
        thing: ['harp', 'cloak', 'mask'],
      },
      {
        words: ['man', 'woman'],
        place: ['office', 'gym'],
        thing: ['newspaper', 'briefcase', 'umbrella'],
      },
      {
        words: ['boy', 'girl'],
        place: ['school', 'playground'],
        thing: ['homework', 'kite', 'schoolbag'],
      },
      {
        words: ['father', 'mother'],
        place: ['kitchen', 'nursery'],
        thing: ['dinner', 'pram', 'bottle'],
      },
      {
        words: ['husband', 'wife'],
        place: ['chapel', 'cottage'],
        thing: ['ring', 'bouquet', 'invitation'],
      },
      {
        words: ['grandfather', 'grandmother'],
        place: ['armchair', 'fireplace'],
        thing: ['album', 'slippers', 'spectacles'],
      },
      {
        words: ['actor', 'actress'],
        place: ['stage', 'theatre'],
        thing: ['script', 'costume', 'camera'],
      },
      {
        words: ['waiter', 'waitress'],
        place: ['restaurant', 'cafe'],
        thing: ['tray', 'menu', 'teapot'],
      },
    ],
    templates: [
      'the {person} in the {clothes} took the {thing} to the {place}',
      'at the {place} the {person} found {his} {thing}',
      'the {person} left the {place} with {his} {thing}',
      'at the {place} {he} is the {person} with the {thing}',
      'the {person} brought the {thing} to the {place}',
      'the {person} forgot the {thing} near the {place}',
    ],
  },
  places: {
    types: [
      { sight: ['squares', 'museums', 'stations', 'avenues', 'stadiums'] },
      { sight: ['forests', 'villages', 'provinces', 'farms', 'valleys'] },
    ],
    pairs: [
      { words: ['paris', 'france'], food: ['crepes'], language: ['french'], river: ['seine'] },
      { words: ['rome', 'italy'], food: ['pizza'], language: ['italian'], river: ['tiber'] },
      { words: ['berlin', 'germany'], food: ['sausages'], language: ['german'], river: ['spree'] },
      {
        words: ['madrid', 'spain'],
        food: ['paella'],
        language: ['spanish'],
        river: ['manzanares'],
      },
      { words: ['london', 'england'], food: ['pudding'], language: ['english'], river: ['thames'] },
      { words: ['tokyo', 'japan'], food: ['sushi'], language: ['japanese'], river: ['sumida'] },
      {
        words: ['beijing', 'china'],
        food: ['dumplings'],
        language: ['chinese'],
        river: ['yongding'],
      },
      { words: ['cairo', 'egypt'], food: ['falafel'], language: ['arabic'], river: ['nile'] },
    ],
    templates: [
      'the {sight} of {place} sell {language} {food}',
      '{language} boats on the {river} pass {sight} in {place}',
      'by the {river} in {place} the {sight} serve {food}',
      'people in the {sight} of {place} sing {language} songs',
    ],
  },
  animals: {
    words: ['cat', 'dog', 'horse', 'cow', 'sheep', 'goat', 'duck', 'goose'],
    slots: {
      mood: ['gentle', 'hungry', 'sleepy', 'happy'],
      deed: ['slept', 'played', 'rested', 'ran'],
      home: ['barn', 'meadow', 'farmyard', 'stable'],
    },
    templates: [
      'the {mood} {animal} {deed} in the {home}',
      'in the {home} our {animal} {deed} and looked {mood}',
      'our {mood} {animal} left the {home}',
    ],
  },
  senses: [
    {
      word: 'apple',
      twins: ['pear', 'peach', 'banana'],
      before: ['ripe', 'sweet', 'juicy'],
      after: ['orchard', 'basket', 'market'],
      templates: [
        'this {before} {word} came from the {after}',
        'one {before} {word} lay in the {after}',
        'no {word} from the {after} is too {before}',
      ],
    },
    {
      word: 'apple',
      twins: ['google', 'samsung', 'huawei'],
      before: ['engineers', 'designers', 'managers'],
      after: ['phone', 'laptop', 'tablet'],
      templates: [
        '{before} at {word} finished the {after} this year',
        'the {after} from {word} pleased its {before}',
        'this year {word} asked {before} for a new {after}',
      ],
    },
    {
      word: 'bank',
      twins: ['shore', 'beach', 'pier'],
      before: ['boat', 'ferry', 'raft'],
      after: ['reeds', 'waves', 'gulls'],
      templates: [
        'the {before} reached the {word} among the {after}',
        'by the {word} we heard {after} around the {before}',
        'a {before} rested on the {word} beside the {after}',
      ],
    },
    {
      word: 'bank',
      twins: ['lender', 'insurer', 'broker'],
      before: ['clerk', 'customer', 'lawyer'],
      after: ['loan', 'mortgage', 'account'],
      templates: [
        'a {before} asked the {word} about the {after}',
        'the {word} sent the {before} a letter about the {after}',
        'with this {after} the {word} helped every {before}',
      ],
    },
    {
      word: 'mouse',
      twins: ['hamster', 'squirrel', 'rabbit'],
      before: ['tiny', 'furry', 'shy'],
      after: ['burrow', 'seeds', 'grass'],
      templates: [
        'a {before} {word} hid behind the {after}',
        'near the {after} we met one {before} {word}',
        'this {word} by the {after} is very {before}',
      ],
    },
    {
      word: 'mouse',
      twins: ['keyboard', 'printer', 'monitor'],
      before: ['wireless', 'silent', 'modern'],
      after: ['desk', 'computer', 'projector'],
      templates: [
        'plug the {before} {word} in beside the {after}',
        'the {after} needs one {before} {word}',
        'beside the {after} this {word} looks {before}',
      ],
    },
  ],
  groups: {
    animals: ['hamster', 'squirrel', 'rabbit'],
    plants: ['pear', 'peach', 'banana'],
    companies: ['google', 'samsung', 'huawei'],
  },
};
