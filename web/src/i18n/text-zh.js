/** “自己的文本”对话框的文字，中文。 */
export const zh = {
  'text.title': '我的文本',
  'text.note': '文本只留在这个浏览器里，不会上传。10 MB 也没有问题。',
  'text.label': '粘贴文本，每行一句，或带有句号',
  'text.use': '使用这段文本',
  'text.reading': '正在读取……',
  'text.carrier.markup': '这看起来是 HTML 或 XML：标签和实体会被当作词。',
  'text.carrier.subtitles': '这看起来是字幕：编号和时间会被当作词。',
  'text.carrier.table': '这看起来是表格：所有列都会被当作词。',
  'text.carrier.markdown': '这看起来是 Markdown：网址和标记会被当作词。',
  'text.carrier.json': '这看起来是 JSON：字段名会被当作词。',
  'text.carrier.tagged': '这段文本用“/”分词或标注词性：这些标注会被当作词。',
  'text.carrier.take': '只取文本',
  'text.carrier.cut': '只取词',
  'text.carrier.column': '列',
  'text.carrier.taken': '已只取文本。',
  'text.carrier.undo': '撤销',
};
