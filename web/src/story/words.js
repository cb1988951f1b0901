/** What the chapters' controls say. */
const en = {
  tap: 'Choose one, and the model trains. Or ',
  choose: 'Choose one. Or ', // nothing is trained
  show: 'just show me',
  again: 'Guess again',
  yours: 'your guess',
  came: 'what happened',
  chosen: 'your answer',
  right: 'right',
  so: 'so it is',
  making: 'Getting ready …',
  training: (/** @type {number} */ percent) => `Training: ${percent} %`,
  left: (/** @type {string} */ seconds) => `about ${seconds} s left`,
  trained: (
    /** @type {string} */ model,
    /** @type {number} */ times,
    /** @type {string} */ seconds,
  ) =>
    [model, `${times} ${times === 1 ? 'reading' : 'readings'}`, seconds && `${seconds} s`]
      .filter(Boolean)
      .join(', '),
  untrained: (/** @type {string} */ model) => `${model}, not trained yet`,
  trainAgain: 'Train again',
  stop: 'Stop',
  failed:
    'The model could not be trained here. The pictures show what the training gave elsewhere, with seed 1.',
  retry: 'Try again',
  otherwise: (/** @type {string} */ promised, /** @type {string} */ came) =>
    `The text below expects “${promised}”. With these settings it came out as “${came}”: look at the figure, not at the text.`,
  none: 'none of these',
  before: 'before',
  after: 'after',
  readings: (/** @type {number} */ n) => `reading ${n}`,
  seedNote: (/** @type {number} */ seed) =>
    `Seed ${seed}, from the link. The story is told with seed 1.`,
  transfer: 'Go on with it on the Transfer page',
};

/** @type {typeof en} */
const zh = {
  tap: '点一下就开始训练。也可以',
  choose: '选一个。也可以',
  show: '直接看结果',
  again: '重新猜',
  yours: '你猜的',
  came: '结果',
  chosen: '你选的',
  right: '对',
  so: '答案',
  making: '正在准备……',
  training: (percent) => `正在训练：${percent}%`,
  left: (seconds) => `大约还要 ${seconds} 秒`,
  trained: (model, times, seconds) =>
    [model, `读完 ${times} 遍`, seconds && `${seconds} 秒`].filter(Boolean).join('，'),
  untrained: (model) => `${model}，还没训练`,
  trainAgain: '再训练一次',
  stop: '停止',
  failed: '模型在这里训练不了。图里是在别处用随机种子 1 训练出来的结果。',
  retry: '再试一次',
  otherwise: (promised, came) =>
    `下面的文字是按“${promised}”写的。用这些设置，结果却是“${came}”：请以图为准。`,
  none: '以上都不是',
  before: '训练前',
  after: '训练后',
  readings: (n) => `读完 ${n} 遍`,
  seedNote: (seed) => `链接指定了随机种子 ${seed}。正文是按种子 1 写的。`,
  transfer: '在“迁移”页接着试',
};

export const words = { en, zh };
