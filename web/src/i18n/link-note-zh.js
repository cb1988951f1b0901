/** Notes about an opened link in Chinese. */
export const zh = {
  'link.note.version': '此链接来自另一版本的 Preformer，这里只采用本版本能读懂的部分。',
  'link.note.changed': '此链接不完整，或复制后被改动过：你看到的可能与分享者不同。',
  'link.note.long': '此链接超过 {max} 个字符，只读取了开头部分。',
  'link.note.refused': '以下内容在此无效，已略去：{keys}。',
  'link.note.clamped': '以下数值超出范围，已改为最接近的允许值：{keys}。',
  'link.note.noText': '此链接提到一段文本，却没有附上，改用自带的语料。',
  'link.note.badText': '链接中的文本已损坏，或超过 {max} 个字符，改用自带的语料。',
  'link.note.noCorpus': '这里没有名为“{value}”的语料，改用自带的语料。',
  'link.note.edition': '此链接用的是第一版例句，这里照用，结果才会与链接相同。',
  'link.close': '收起提示',
  'link.hides': '此链接隐藏了页面的一部分。',
  'link.locks': '此链接锁定了部分控件。',
  'link.both': '此链接隐藏了页面的一部分，并锁定了部分控件。',
  'link.showAll': '全部显示并解锁',
  'link.unlockAll': '全部解锁',
};
