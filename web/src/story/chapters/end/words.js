const ENGLISH = 'no,one,two,three,four,five,six,seven,eight,nine,ten'.split(',');
const CHINESE = '〇,一,两,三,四,五,六,七,八,九,十'.split(',');
const english = (/** @type {number} */ n) => ENGLISH[n] ?? `${n}`;
const times = (/** @type {number} */ n) =>
  n === 1 ? 'once' : n === 2 ? 'twice' : `${english(n)} times`;
const chinese = (/** @type {number} */ n) => CHINESE[n] ?? `${n}`;
const big = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

/** How many guesses were right. @param {number} guessed @param {number} same */
function englishCount(guessed, same) {
  const other = guessed - same;
  const worth = 'which is worth a second look';
  if (guessed === 1) return same ? 'It went as you thought.' : `It went otherwise, ${worth}.`;
  if (!other) return 'Each time it went as you thought.';
  if (!same) return `It never went as you thought, ${worth}.`;
  const first = `${big(times(same))} it went as you thought.`;
  return other === 1
    ? `${first} Once it did not, and that one is worth a second look.`
    : `${first} ${big(times(other))} it did not, and those ${english(other)} are worth a second look.`;
}

const en = {
  /** @param {number} guessed @param {number} same @param {number} open */
  summary(guessed, same, open) {
    if (!guessed) return 'You have not guessed yet. Here are the ten questions.';
    const parts = [`You guessed ${times(guessed)}.`, englishCount(guessed, same)];
    if (open) {
      const questions = open === 1 ? 'question is' : 'questions are';
      parts.push(`${big(english(open))} ${questions} still open.`);
    }
    return parts.join(' ');
  },
  /** @param {number} guessed @param {number} same */
  fromLink(guessed, same) {
    const how = same === guessed ? 'All' : same ? big(english(same)) : 'None';
    const of = same === guessed || !same ? '' : ` of ${english(guessed)}`;
    const went = guessed ? `${how}${of} went as guessed.` : 'None of them is a guess.';
    return `These answers come from a link. ${went}`;
  },
  unread: (/** @type {number} */ n) =>
    `${big(english(n))} ${n === 1 ? 'part' : 'parts'} of the link could not be read and ${n === 1 ? 'is' : 'are'} left out.`,
  mine: 'Show my own guesses',
  asThought: 'as you thought',
  asGuessed: 'as guessed',
  otherwise: 'otherwise',
  shown: 'shown',
  open: 'still open',
  lookAgain: 'look again',
  guessed: (/** @type {string} */ guess) => `guessed: ${guess}`,
  came: (/** @type {string} */ outcome) => `it was: ${outcome}`,
  none: 'none of these',
  training: 'training …',
  same: (/** @type {string} */ hash) => `trained again, the same: ${hash}`,
  sameOutcome: 'trained again, the same outcome',
  differs: (/** @type {string} */ hash) => `trained again, it differs: ${hash}`,
  failed: 'could not be trained here',
  copy: 'Copy my guesses as a link',
  copied: 'Link copied',
  byHand: 'Copy the address of this page',
  again: 'Train all of them again',
  stop: 'Stop',
  forget: 'Forget everything',
  forgotten: 'All guesses and outcomes are forgotten.',
  undo: 'Undo',
  trainings: 'What you trained; each link opens the same training',
  title: 'Right dishes, by distance',
  scale: 'in % of the dishes to bring',
  before: 'Example',
  distance: 'Distance in words',
  words: (/** @type {number} */ n) => `${n} words back`,
  blank: 'Which dish comes here?',
  nnlm: 'NNLM',
  elmo: 'LSTM',
  says: (/** @type {string} */ model, /** @type {string} */ word) => `${model} brings ${word}`,
  window: 'past its window of four',
  model: 'NNLM and LSTM',
  trained: (/** @type {number} */ seconds) =>
    ['NNLM and ELMo', seconds ? `${seconds.toFixed(1)} s` : ''].filter(Boolean).join(', '),
  untrained: 'not trained yet',
  curve: (/** @type {string} */ list) => `Right dishes in %, by distance in words. ${list}`,
  back: 'Two ways for the word to get there (a sketch)',
  handed: 'LSTM: handed on from word to word',
  looks: 'Attention: looks at all the words',
  backLabel:
    'In an LSTM an arrow leads from each word to the next. With attention, lines lead from the place to fill to every word before it, a bold one to the word that decides.',
  point: (/** @type {number} */ d, /** @type {string} */ nnlm, /** @type {string} */ elmo) =>
    `${d}: NNLM ${nnlm}, LSTM ${elmo}`,
};

/** @type {typeof en} */
const zh = {
  summary(guessed, same, open) {
    if (!guessed) return '你还没有猜过。这里是全部十个问题。';
    const other = guessed - same;
    const parts = [`你猜了${chinese(guessed)}次。`];
    if (guessed === 1) parts.push(same ? '和你想的一样。' : '结果和你想的不同，值得再看一眼。');
    else if (!other) parts.push('每次都和你想的一样。');
    else if (!same) parts.push('结果都和你想的不同，值得再看一眼。');
    else
      parts.push(
        `${chinese(same)}次和你想的一样，${chinese(other)}次不同；不同的${chinese(other)}次值得再看一眼。`,
      );
    if (open) parts.push(`还有${chinese(open)}个问题没猜。`);
    return parts.join('');
  },
  fromLink: (guessed, same) =>
    `这是链接里带来的：猜了${chinese(guessed)}次${guessed ? (same ? `，${chinese(same)}次和结果一样` : '，都和结果不同') : ''}。`,
  unread: (n) => `链接里有${chinese(n)}处读不出来，略去了。`,
  mine: '看我自己猜的',
  asThought: '和你想的一样',
  asGuessed: '和猜的一样',
  otherwise: '和你想的不同',
  shown: '直接看了结果',
  open: '还没猜',
  lookAgain: '再看看',
  guessed: (guess) => `猜的是：${guess}`,
  came: (outcome) => `结果是：${outcome}`,
  none: '以上都不是',
  training: '正在训练……',
  same: (hash) => `又训练了一次，分毫不差：${hash}`,
  sameOutcome: '又训练了一次，结果相同',
  differs: (hash) => `又训练了一次，不一样：${hash}`,
  failed: '在这里训练不了',
  copy: '复制链接，带上我猜的',
  copied: '链接已复制',
  byHand: '请复制本页的地址',
  again: '全部再训练一次',
  stop: '停下',
  forget: '全部忘掉',
  forgotten: '猜测和结果都已忘掉。',
  undo: '撤销',
  trainings: '你训练过的；点开就是同一次训练',
  title: '离多远还能上对菜',
  scale: '要上的菜里，上对了百分之几',
  before: '例子',
  distance: '往前第几个词',
  words: (n) => `往前第 ${n} 个词`,
  blank: '这里该上什么？',
  nnlm: 'NNLM',
  elmo: 'LSTM',
  says: (model, word) => `${model} 上的是“${word}”`,
  window: '出了四个词的窗口',
  model: 'NNLM 和 LSTM',
  trained: (seconds) =>
    ['NNLM 和 ELMo', seconds ? `${seconds.toFixed(1)} 秒` : ''].filter(Boolean).join('，'),
  untrained: '还没训练',
  curve: (list) => `点菜时的那个词在往前第几个，上对了百分之几。${list}`,
  back: '那个词怎么到得了这里（示意图）',
  handed: 'LSTM：一个词一个词传下去',
  looks: '注意力：每个词都直接看',
  backLabel:
    'LSTM 里，箭头从每个词指向下一个词。有了注意力，要填的地方有线连到前面每一个词，连到起决定作用的那个词的线最粗。',
  point: (d, nnlm, elmo) => `${d}：NNLM ${nnlm}，LSTM ${elmo}`,
};

export const words = { en, zh };
