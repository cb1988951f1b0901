/** Messages about links on all pages, in Chinese. */
export const zh = {
  'answer.term': '在“问答”里看演示',
  'answer.help': '怎么办？',
  'header.share': '分享',
  'part.again': '重试',
  'part.reload': '刷新页面',
  'part.alone': '单独打开本页面',
  'header.copyLong': '链接已复制，共 {count} 个字符：有些聊天和邮件软件会截断这么长的链接。',
  'status.differs.words': '词不一样：文本的切分不同，或文本不同。',
  'status.differs.rules': '词不一样：生成这个链接之后，切分文本的规则有改动。',
  'status.differs.build': '在这种计算方式下，末几位因电脑而异。',
  'status.differs.program': '词都一样：是另一版本的程序训练的。',
  'error.LinkTooLarge': '链接中的文本解压后超出上限，改用自带的语料。',
};
