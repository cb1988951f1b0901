/** 关于文本文件编码的文字，中文。 */
export const zh = {
  'encoding.label': '文件编码',
  'encoding.mark': '按 {title} 读取：文件开头的标记（BOM）说明了这一点。',
  'encoding.zeros': '按 {title} 读取：从零字节可以看出。',
  'encoding.valid': '按 {title} 读取。',
  'encoding.given': '按你选择的 {title} 读取。',
  'encoding.probable':
    '这个文件不是 UTF-8 编码，看起来是 {title}。如果显示的是乱码，请换一种编码。',
  'encoding.damaged':
    '这个文件是 UTF-8 编码，但有损坏：读不出的地方变成了 �。如果这样的地方很多，请换一种编码。',
  'encoding.replaced.one': '有 1 个字符无法按 {title} 读取，变成了 �。',
  'encoding.replaced': '有 {count} 个字符无法按 {title} 读取，变成了 �。',
};
