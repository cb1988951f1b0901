/** 一词多义实验室的全部文字，中文。 */
export const zh = {
  'sense.page.title': 'Preformer：一个词，两个意思',

  'sense.title': '一个词，两个意思',
  'sense.lede':
    '“{word}”：{first}，还是{second}？静态向量把每个“{word}”放在同一处；ELMo 读完句子，给每个“{word}”自己的位置。下面每个点，都是一个含有“{word}”的句子。',
  'sense.words': '词',

  'sense.name.fruit': '水果',
  'sense.name.company': '公司',
  'sense.name.river': '水边',
  'sense.name.money': '金融',
  'sense.name.grain': '谷物',
  'sense.name.bird': '鸟',
  'sense.name.flower': '花卉',
  'sense.name.spend': '花费',
  'sense.unknown': '词义未知',

  'sense.train.ready': '准备就绪，请按“训练”',
  'sense.train.preparing': '正在生成语料……',
  'sense.train.epoch': '第 {epoch} / {epochs} 轮 · 损失 {loss}',
  'sense.train.done': '完成：{epochs} 轮 · 损失 {loss}',
  'sense.train.stale': '这是用另一个种子训练的。',
  'sense.said.running': '正在训练。',
  'sense.said.finished': '训练完成。用{layer}，没参加训练的句子判对 {percent}。',

  'sense.layer': '层',
  'sense.layer.0': '0',
  'sense.layer.1': '1',
  'sense.layer.2': '2',
  'sense.layer.mix': '混合',
  'sense.layer.name.0': '第 0 层',
  'sense.layer.name.1': '第 1 层',
  'sense.layer.name.2': '第 2 层',
  'sense.layer.name.mix': '混合层',
  'sense.layer.hint.0': '词本身',
  'sense.layer.hint.1': '第一层 LSTM',
  'sense.layer.hint.2': '第二层 LSTM',
  'sense.layer.hint.mix': '三层加权相加',

  'sense.direction': '阅读方向',
  'sense.direction.both': '双向',
  'sense.direction.forward': '从前往后',
  'sense.direction.backward': '从后往前',
  'sense.direction.both.help': '两个 LSTM：一个从前往后读，一个从后往前读，结果并排放在一起。',
  'sense.direction.forward.help': '只用从前往后读的 LSTM：“{word}”后面的词，它一无所知。',
  'sense.direction.backward.help': '只用从后往前读的 LSTM：“{word}”前面的词，它一无所知。',

  'sense.caption.random':
    '还什么都没学，权重全是随机数。即便如此，“{word}”周围的词也会在它的向量里留下痕迹，够判对一些句子；但点云仍是一团，空心点两边都有，差距几乎为零。请按“训练”。',
  'sense.caption.0':
    '第 0 层只是查表：输入“{word}”，取出它唯一的向量，句中其他词一概不看。所以 {count} 个点全落在一处，怎么训练都分不开；Skip-gram 的向量也是这一种，同样分不开。',
  'sense.caption.1':
    '第 1 层读过了句子：“{word}”周围的词把它的向量推向一边或另一边。十字标出正中：所有句子共用一个向量的话，就只能在那里。',
  'sense.caption.2': '第 2 层读的是第 1 层的输出：离词的字面更远，离它在句中的含义更近。',
  'sense.caption.mix':
    '混合就是三层各乘权重再相加。第 0 层让所有的点一起移动，只有第 1、2 层能把它们分开。把权重全给第 0 层，点云就落回十字上。',

  'sense.map': '每次出现的地图',
  'sense.map.title.senses':
    '{count} 个“{word}”。横向：从{first}到{second}；纵向：其余差别中最大的方向。',
  'sense.map.title.pca': '{count} 个“{word}”，投影到差别最大的两个方向；选方向时不看词义。',
  'sense.axes': '地图的坐标轴',
  'sense.axes.senses': '词义',
  'sense.axes.pca': 'PCA',
  'sense.map.waiting': '模型建好，点就会出现。',
  'sense.map.help':
    '用方向键从一点走到另一点：左右按横坐标，上下按纵坐标。回车选中一点并列出近邻，Esc 取消。',
  'sense.map.summary':
    '“{word}”出现 {count} 次：{first} {firstCount} 次，{second} {secondCount} 次。{layer}：没参加训练的句子判对 {percent}。',
  'sense.map.static': '静态向量',
  'sense.map.heap': '{count} 个句子，一个向量',
  'sense.map.typed': '你的句子',
  'sense.map.heldout': '空心：没参加训练的句子',
  'sense.map.heldoutShort': '验证集',
  'sense.map.trained': '训练集',
  'sense.map.spot': '这一处有 {count} 个句子，其中之一：',
  'sense.map.point': '{sense}，{kind}：{sentence}',
  'sense.map.table': '以表格查看',
  'sense.table.sentence': '句子',
  'sense.table.sense': '词义',
  'sense.table.kind': '所属',
  'sense.table.x': 'x',
  'sense.table.y': 'y',

  'sense.score.title': '分得清吗？',
  'sense.score.layer': '层',
  'sense.score.accuracy': '准确率',
  'sense.score.gap': '差距',
  'sense.score.note':
    '准确率：没参加训练的句子里，有多少离自己词义的中心更近；瞎猜能对 {percent}。差距：减去这个词的平均向量后，同义之间的余弦比异义之间平均高多少。',
  'sense.score.choose': '显示{layer}',

  'sense.curve.title': '两个意思分开了多远，逐轮变化',
  'sense.curve.empty': '训练开始后，这里会出现曲线。',
  'sense.curve.summary': '{layer}：差距 {gap}。',

  'sense.wind': '倒回去看',
  'sense.wind.epoch': '第 {epoch} 轮',

  'sense.mix.title': '混合',
  'sense.mix.formula': 'γ (s₀ h₀ + s₁ h₁ + s₂ h₂)，hⱼ 是第 j 层',
  'sense.mix.equal': '权重相等',
  'parameter.s0': 's₀，第 0 层',
  'parameter.s0.help': '词本身：对所有的点都一样。',
  'parameter.s1': 's₁，第 1 层',
  'parameter.s1.help': '第 1 层占的份额。其余两层随之增减，三者之和为 1。',
  'parameter.s2': 's₂，第 2 层',
  'parameter.s2.help': '第 2 层占的份额。其余两层随之增减，三者之和为 1。',
  'parameter.gamma': 'γ',
  'parameter.gamma.help': '把所有向量一起拉长或缩短：夹角、近邻、得分都不变。',

  'sense.ask.title': '你自己的句子',
  'sense.ask.label': '含有“{word}”的句子',
  'sense.ask.placeholder': '写一句含有“{word}”的话',
  'sense.ask.example': '给个例子',
  'sense.ask.back': '换回我自己的句子',
  'sense.ask.noWord': '句子里要有“{word}”。',
  'sense.ask.unknown': '语料里没有、因此略去的词：{words}',
  'sense.ask.vocabulary': '它认识的词',
  'sense.ask.verdict': '最近的 {count} 个里有 {votes} 个是“{sense}”。',
  'sense.ask.tie': '最近的几个里，两种意思都有，不分上下。',
  'sense.ask.level': '在第 0 层，每次出现都一样近：静态向量没法选。',
  'sense.ask.nearest': '最近的出现',
  'sense.ask.untrained': '模型还没有训练，看近邻还没有意义。',
  'sense.picked.title': '选中的点',
  'sense.picked.edit': '改一改这句话',
  'sense.picked.close': '取消选中',

  'sense.lesson.title': '这是怎么回事',
  'sense.lesson.static.title': '一个向量不能同时在两处',
  'sense.lesson.static':
    '独热编码、CBOW、Skip-gram 都是一个词存一个向量。讲水果的“苹果”把它拉向梨子和桃子，讲公司的“苹果”把它拉向手机；它只好停在中间，两边都近，却不属于任何一边。语料再多也没用：词向量只有一个。',
  'sense.lesson.lab': '到实验室看它的近邻',
  'sense.lesson.elmo.title': 'ELMo 给每次出现算一个向量',
  'sense.lesson.elmo':
    '两个 LSTM 读每个句子，一个从前往后，一个从后往前，各自学着猜接下来会遇到的词。“果农说今年苹果其实离不开……”后面是“阳光”，而不是“软件”：要猜得准，读到“苹果”时就得还记着“果农”。此刻的状态，就是这一个“苹果”的向量。没有人告诉它词义：这里的标签只用来上色和打分。',
  'sense.lesson.layers.title': '第 0、1、2 层',
  'sense.lesson.layers':
    '第 0 层是还没读句子时词自己的向量：和 Skip-gram 一样，所有句子共用一个。第 1、2 层是它上面的两层 LSTM。在 ELMo 论文里，第 2 层更懂词义（词义消歧 F1 为 69.0，第 1 层为 67.4），第 1 层更懂语法；在小语料里，谁领先都有可能。',
  'sense.lesson.score.title': '得分怎么算',
  'sense.lesson.score':
    '实心点是训练集里的句子，空心点是没参加训练的句子。一个词义的中心，是它的实心点在全部维度上的平均，不是在地图上的平均。空心点若离自己词义的中心更近，就算判对。瞎猜能对一半，第 0 层也只能对一半。地图的横轴穿过两个中心，所以看空心点落在哪边，就知道判对了没有。',
  'sense.lesson.try.title': '试一试',
  'sense.lesson.try.1': '训练好之后，把层拖到 0，再拖回来；倒回训练的开头，看点云再分开一次。',
  'sense.lesson.try.2': '点一个点，改掉句中一个词，看它去了哪里。',
  'sense.lesson.try.3':
    '写一句到这个词就断掉的话。先选“从前往后”，再选“从后往前”：哪个方向还知道是什么意思？',
  'sense.lesson.try.4': '换一个种子：位置变了，照样分得开。',

  'sense.open.title': '已发布的权重',
  'sense.open.note':
    '用真实文本训练好的 ELMo，文件格式同 bilm-tf 和 AllenNLP：options.json 与 weights.hdf5。文件只留在这个标签页里。',
  'sense.open.button': '打开 ELMo 权重……',
};
