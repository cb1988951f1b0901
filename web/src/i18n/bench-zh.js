/** 测速页面的文字。 */
export const zh = {
  'bench.build.exact': '精确',
  'bench.build.fast': '快速',
  'bench.build.parallel': '双线程',
  'bench.row.skip-gram': 'Skip-gram，每个窗口单独抽负样本',
  'bench.row.shared': 'Skip-gram，{windows} 个窗口共用负样本',
  'bench.row.cbow': 'CBOW',
  'bench.reading': '正在读取文本……',
  'bench.begun': '第一项正在进行。',
  'bench.running': '第 {done} 项，共 {of} 项',
  'bench.done': '测完了。',
  'bench.stopped': '已停止：这是到目前为止的结果。',
  'bench.failed': '无法测速：{error}',
  'bench.copied': '已复制',
};
