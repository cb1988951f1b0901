/** 出错时的说明，中文。后来加载的部分自带各自的说明。 */
export const zh = {
  'error.EmptyCorpus': '这段文本里没有词。请粘贴几个句子，或换一种切分方式。',
  'error.EmptyCorpus.overlong': '没有空格，整段成了一个超过 1,000 字节的词。请换一种切分方式。',
  'error.VocabularyTooSmall': '至少需要两个不同的词。请用更长的文本，或降低最低词频。',
  'error.NothingToLearn':
    '每个句子只有一个词，没有哪个词与别的词相邻。这是一份词表，还是没有空格的文本？请改为按字或按词切分。',
  'error.NothingToLearn.minCount':
    '最低词频为 {value} 时，每个句子只剩一个词，没有相邻的词可学。请调低它，或用更长的文本。',
  'error.NothingToLearn.maxVocabulary':
    '词表只留 {value} 个词时，每个句子只剩一个词，没有相邻的词可学。请多留一些词，或用更长的文本。',
  'error.NothingToLearn.heldout':
    '只有验证集里的句子有两个或更多的词，训练用的句子没有可学的内容。请减小验证集，或用更长的文本。',
  'error.NothingToLearn.sample':
    '下采样为 {value} 时略去的词太多，没有哪个词与别的词相邻。请调大它；设为 0 则全部保留。',
  'error.UnknownWord': '“{value}”不在词表里。',
  'error.UnknownWord.suggestion': '“{value}”不在词表里，最接近的是：',
  'error.BadParameter': '“{name}”不能是 {value}，允许的是：{permitted}。',
  'error.BadParameter.range': '“{name}”须在 {min} 到 {max} 之间，现在是 {value}。',
  'error.BadFormat': '无法读懂这个文件：{message}',
  'error.BadFormat.pasted': '粘贴的内容无法识别：{message}',
  'error.TooLarge': '对网页来说太大了（{value}）。命令行没有大小限制。',
  'error.OutOfMemory': '浏览器内存不足。请减少维数或缩短文本。',
  'error.CanvasHidden':
    '这个浏览器不让页面读取图片（防指纹保护），存成 PNG 会变样。请在“分享”里存为 SVG，或者允许本页面读取画布。',
  'error.Cancelled': '已停止。',
  'error.Diverged': '数值越来越大，超出了范围。请调小学习率，再训练一次。',
  'error.EngineFailure': '训练引擎停止了。按“训练”重新启动。',
  'error.EngineFailure.corpus': '没有取到这份文本。联网后按“训练”再试一次。',
  'error.EngineFailure.part':
    '页面的这一部分没有载入：网络中断了，或者网站刚刚更新过。设置和训练都还在。',
  'error.EngineFailure.missing':
    '训练引擎没有载入：网络中断了，或者网站刚刚更新过。请按“训练”再试，或者刷新页面，设置和训练都还在。',
  'error.EngineFailure.sandbox':
    '这个框架不允许启动 Worker（sandbox 缺少 allow-same-origin），无法在这里训练。请单独打开本页面：',
  'error.EngineFailure.policy':
    '本站的安全策略（CSP 的 worker-src 或 script-src）不允许使用 Worker，无法在这里训练。需要由网站管理者放行。',
  'error.EngineFailure.file':
    '从磁盘打开的页面不能启动 Worker。请通过网络打开本页面，或者使用单文件版。',
  'error.EngineFailure.workers': '这个浏览器无法启动 Worker，不能在这里训练。',
  'error.TrainedEarlier': '训练之后设置又改过。请重新训练，再导出。',
  'error.BrokenLink': '链接中的文本已损坏或不完整，改用自带的语料。',
  'error.other': '{message}',
};
