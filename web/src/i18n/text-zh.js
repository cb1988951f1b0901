/** “自己的文本”对话框的文字，中文。 */
export const zh = {
  'text.title': '我的文本',
  'text.note': '文本只留在这个浏览器里，不会上传。10 MB 也没有问题。',
  'text.label': '粘贴文本，每行一句，或带有句号',
  'text.use': '使用这段文本',
  'text.width': '“{found}”里有全角或半角字符，模型会把它和“{ordinary}”当成两个词。',
  'text.ordinary': '换成普通字符',
  'text.reading': '正在读取……',
};
