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
  'import.gzip': 'gzip 文件已损坏或不完整，请重新下载。',
  'import.document.pdf': '这是 PDF，不是文本。请先导出为纯文本（.txt）。',
  'import.document.office': '这是 Word 或 Excel 文档，不是文本。请先另存为纯文本（.txt）。',
  'import.document.zip':
    '这是 Word、Excel、OpenDocument 文档或其他 ZIP 压缩包，不是文本。文档请另存为纯文本（.txt），压缩包请先解压。',
  'import.document.archive': '这是压缩包，不是文本。请先解压。',
  'import.document.picture': '这是图片，不是文本。',
  'import.document.hdf5': '这是 HDF5 文件，不是文本。ELMo 的权重请在多义词实验室打开。',
  'import.document.vectors': '这是词向量，不是文本。请在实验室用“导出”里的“打开词向量”打开。',
};
