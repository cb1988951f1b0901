/** 迁移学习页面里“看网络内部”的文字，中文。 */
export const zh = {
  'transfer.inside.title': '网络内部：一张图，每一个数',
  'transfer.inside.lede':
    '图从左边进来，一层一层往右算。点任何一个数，看它是怎么算出来的。这些都是你浏览器里这个网络此刻的数。',
  'transfer.inside.close': '关闭',
  'transfer.inside.percent': '%',
  'transfer.inside.busy.start': '正在建立三个网络……',
  'transfer.inside.busy.trained': '正在用你的图训练三个网络……',
  'transfer.inside.noPicture':
    '没有可看的图。在画板上画一张，或从 B 的图里选一张，或用一张测试数字。',
  'transfer.inside.twoLabels': 'B 至少要有两种数字的图。请先在上面补上，再看网络内部。',

  'transfer.inside.source': '图',
  'transfer.inside.source.mine': '上面那张',
  'transfer.inside.source.test': '测试数字',
  'transfer.inside.label': '正确的数字',
  'transfer.inside.previous': '上一张测试数字',
  'transfer.inside.next': '下一张测试数字',
  'transfer.inside.nth': '第 {number} 张，共 {count} 张：是 {label}',
  'transfer.inside.way': '网络 B',
  'transfer.inside.moment': '它的权重',
  'transfer.inside.moment.start': '训练之前',
  'transfer.inside.moment.trained': '用 {count} 张图训练之后',
  'transfer.inside.shown': '显示',
  'transfer.inside.shown.values': '数值 →',
  'transfer.inside.shown.blame': '← 责任',

  'transfer.inside.network': '网络，从图到数字',
  'transfer.inside.image': '图',
  'transfer.inside.size.image': '{height} × {width} 个像素，0 到 1',
  'transfer.inside.size.conv1': '{count} 张特征图，各 {height} × {width}',
  'transfer.inside.size.conv2': '{count} 张特征图，各 {height} × {width}',
  'transfer.inside.size.hidden': '{count} 个数',
  'transfer.inside.size.logits': '先得分，再 softmax',
  'transfer.inside.pixel': '像素，第 {row} 行第 {col} 列',
  'transfer.inside.place': '{layer}，第 {number} 张特征图，第 {row} 行第 {col} 列',
  'transfer.inside.unit': '{layer}，第 {number} 个数',
  'transfer.inside.score': '{layer}，{label} 的得分',
  'transfer.inside.unitShort': '隐藏数 {number}',
  'transfer.inside.mapShort': '特征图 {number}',
  'transfer.inside.cell': '第 {row} 行第 {col} 列',
  'transfer.inside.row': '第 {row} 行',
  'transfer.inside.col': '第 {col} 列',
  'transfer.inside.digit': '数字',
  'transfer.inside.scoreHead': '得分',
  'transfer.inside.blame': '责任',
  'transfer.inside.softmaxHead': 'softmax',
  'transfer.inside.true': '（正确的数字）',
  'transfer.inside.formula':
    'softmax( *W*_4_ relu( *W*_3_ max relu( *W*_2_ ∗ max relu( *W*_1_ ∗ *x* ) ) ) )',

  'transfer.inside.reads':
    '它读 {count} 张特征图：{count} × {each} = {all} 个乘积。选一张，看它的 {each} 个。',
  'transfer.inside.patch.image': '图上的一小块',
  'transfer.inside.patch': '{layer} 的第 {number} 张特征图上的一小块',
  'transfer.inside.kernel.image': '特征图 {own} 的滤波器',
  'transfer.inside.kernel': '特征图 {own} 的滤波器，读特征图 {number} 的部分',
  'transfer.inside.kernel.hidden': '第 {own} 个数的权重，读特征图 {number} 的部分',
  'transfer.inside.products': '它们的 {count} 个乘积',
  'transfer.inside.bias': '偏置',
  'transfer.inside.sum': '总和',
  'transfer.inside.four': '相邻四块各自的总和',
  'transfer.inside.largest': '只有最大的往下走：{value}。上面那一小块就是它的。',
  'transfer.inside.relu.on': '它大于 0，ReLU 原样放行：{value}。',
  'transfer.inside.relu.off': '它不大于 0，ReLU 把它变成 0。数值过不去，责任也传不回来。',
  'transfer.inside.softmax':
    'softmax：e 的 {score} 次方是 {power}；所有的次方加起来是 {total}；它占 {percent}%。',

  'transfer.inside.blamed.more': '责任：{blame}。这个数大一点，损失就大。',
  'transfer.inside.blamed.less': '责任：{blame}。这个数大一点，损失就小。',
  'transfer.inside.blamed.not': '责任：0。损失和这个数无关。',
  'transfer.inside.weights.unit': '{name}，以 {unit} 为单位',

  'transfer.inside.proof':
    '测得的数：本页把这个数调大一点、调小一点，用双精度把这张图的损失从头再算一遍。反向传播的责任是训练自己的 32 位数，所以大约有六位相同。',
  'transfer.inside.proof.row': '验证算出它的权重里梯度最大的十个',

  'transfer.inside.step.title': '在这张图上走一步',
  'transfer.inside.step.lede':
    '正确答案是 {label}。从最后一层往前，逐个问：这个数大一点，损失会涨吗？回答就是它的责任，也就是梯度。然后，可以动的权重朝反方向走一步。',
  'transfer.inside.step.gradient': '权重的梯度',
  'transfer.inside.step.change': '权重移动了',
  'transfer.inside.step.passed': '往下传的梯度',
  'transfer.inside.step.picture': '传到图上的梯度',
  'transfer.inside.step.stays': '0，已冻结',
  'transfer.inside.step.outcome': '走完这一步',
  'transfer.inside.step.chance': '{label} 的概率',
  'transfer.inside.step.loss': '损失',
  'transfer.inside.step.note':
    '表里是长度：平方和的平方根。这一步是只对这一张图的普通梯度下降，学习率是 {alpha} 乘以该层自己的系数：微调时，越低的层动得越少。真正的训练分批进行，用 dropout 和 Adam。最底下几层若冻结，训练不会去算它们的梯度，因为再往下没有谁需要。这里算了出来：梯度照样能过去，权重照样不动。一步涨得多，不等于网络更好：它学会的是这一张图，还不是这个数字。',
  'transfer.inside.weights.choose': '在上面点一个数，看它的权重走一步前后的样子。',
  'transfer.inside.weights.of.conv1': '{layer}，特征图 {number}：滤波器走的一步',
  'transfer.inside.weights.of.conv2':
    '{layer}，特征图 {number}，读下层特征图 {map} 的部分：滤波器走的一步',
  'transfer.inside.weights.of.hidden':
    '{layer}，第 {number} 个数，读下层特征图 {map} 的部分：权重走的一步',
  'transfer.inside.weights.of.logits': '{layer}，{label} 的得分：梯度最大的那个权重',
  'transfer.inside.weights.gradient': '梯度',
  'transfer.inside.weights.before': '走之前的权重',
  'transfer.inside.weights.change': '变化',
  'transfer.inside.weights.line': '框出的权重：{before} − {rate} × {gradient} = {after}',
  'transfer.inside.weights.line.logits':
    '读 {name} 的权重：{before} − {rate} × {gradient} = {after}',
  'transfer.inside.weights.none':
    '这里的梯度全是 0：要么读到的全是 0，要么 ReLU 什么也没放回来。所以这些权重不动。',
  'transfer.inside.weights.frozen':
    '框出的权重梯度是 {gradient}，却不动：{before} → {before}。这一层冻结了。',
};
