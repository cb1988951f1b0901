/** Messages of the page of questions; its answers are in its HTML (web/questions). */
export const zh = {
  'questions.found': '{total} 个问题中的 {count} 个',
  'questions.found.one': '{total} 个问题中的 {count} 个',
  'questions.none': '没有找到问题',
  'questions.check': '在这里核对数字',
  'questions.checkOf': '在这里核对数字：{question}',
  'questions.training': '正在训练……',
  'questions.failed': '没能在这里训练。{message}',
  'questions.same': '在这里训练了 {seconds} 秒，{count} 处都和文中一样。',
  'questions.same.one': '在这里训练了 {seconds} 秒，结果和文中一样。',
  'questions.differs': '在这里训练了 {seconds} 秒，{total} 处里有 {count} 处不一样，已经标出。',
  'questions.measured': '测得 {value}',
};
