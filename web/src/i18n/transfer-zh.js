/** 迁移学习页面的全部文字，中文。 */
export const zh = {
  'transfer.page.title': 'Preformer：预训练、冻结、微调',

  'transfer.title': '一次训练，多处复用',
  'transfer.lede.images':
    '网络 A 见过几千个 0、1、2、3、4。网络 B 只有三十张图，却要学会 5 到 9；这三十张，你可以自己画。B 借用 A 的层。有用吗？借来的层该原样不动（冻结），还是接着学（微调）？',
  'transfer.lede.text':
    '语言模型先读几千条没有标签的评论。然后，每类只有五条带标签，分类器就要分清好评与差评。它借用语言模型的层。有用吗？',
  'transfer.chapter': '章节',
  'transfer.chapter.images': '1 · 图像',
  'transfer.chapter.text': '2 · 文本',
  'transfer.link.own': '链接已复制。其中不含你自己的文本，请把文件一并发去。',
  'transfer.waits.images': '请先在上面训练 A。',
  'transfer.waits.text': '请先在上面预训练。',
  'transfer.next': '下一步：教 B',
  'transfer.and': '、',
  'transfer.or': '或',

  'transfer.layer.conv1': '卷积层 1',
  'transfer.layer.conv2': '卷积层 2',
  'transfer.layer.hidden': '隐藏层',
  'transfer.layer.head': '输出层',
  'transfer.mode.fine-tuned': 'A 的层，微调',
  'transfer.mode.frozen': 'A 的层，冻结',
  'transfer.mode.fine-tuned.text': '语言模型，微调',
  'transfer.mode.frozen.text': '语言模型，冻结',
  'transfer.mode.scratch': '从零训练',
  'transfer.mode.frozen-random': '随机层，冻结',
  'transfer.mode.short.fine-tuned': '微调',
  'transfer.mode.short.frozen': '冻结',
  'transfer.mode.short.scratch': '从零',
  'transfer.mode.short.frozen-random': '随机',

  'transfer.pretrain.images': '训练 A',
  'transfer.pretrain.text': '预训练',
  'transfer.pretrain.preparing': '正在下载样本……',
  'transfer.pretrain.ready': '准备就绪，只需几秒',
  'transfer.pretrain.epoch': '第 {epoch} / {epochs} 轮 · 损失 {loss}',
  'transfer.pretrain.rate': '每秒 {rate} 个样本',
  'transfer.pretrain.stale': '这是用另一个种子训练的。',
  'transfer.pretrain.done': '完成：{epochs} 轮 · 损失 {loss}',

  'transfer.images.pretrain.title': '用大量样本训练 A：0 到 4',
  'transfer.images.pretrain.lede':
    '{count} 张带标签的图。看损失下降、准确率上升，看第一层的滤波器各自学会找什么。',
  'transfer.images.pretrain.verdict':
    '{count} 张从没见过的数字，A 的准确率是 {percent}。它对 5 到 9 一无所知，但已经学会看笔画。',
  'transfer.samples.title': 'A 看到的一部分',
  'transfer.samples.label': '手写数字 0 到 4',
  'transfer.history.title': '损失与准确率，逐轮变化',
  'transfer.history.title.text': '每词的损失（nat，越低越好），逐轮变化',
  'transfer.history.empty': '训练开始后，这里会出现曲线。',
  'transfer.history.both': '损失 {loss}，准确率 {accuracy}。',
  'transfer.history.loss': '损失 {loss}。',
  'transfer.history.end.loss': '损失 {value}',
  'transfer.history.end.accuracy': '准确率 {value}',
  'transfer.filters.title': '第一层的滤波器',
  'transfer.filters.label': '{count} 个滤波器，各有五行五列权重',
  'transfer.filters.random': '现在还是随机数。青色：希望这里有笔画；橙色：希望这里空白。',
  'transfer.filters.trained': '每个各找一样东西。青色：希望这里有笔画；橙色：希望这里空白。',

  'transfer.images.train.title': '用三十张图教 B：5 到 9',
  'transfer.images.train.lede':
    '每个数字六张，先用数据集里的。按下按钮：B 用它们学习，同样的网络也从零学一遍。然后画你自己的三十张，打开一把锁，再试一次。',
  'transfer.images.train.start': '训练 B',
  'transfer.images.train.again': '再训练 B',
  'transfer.images.train.ready': '学 {count} 张，考 {tests} 张没见过的',
  'transfer.set.title': 'B 的 {count} 张图',
  'transfer.set.label': '放图的格子；选中的一格接下来会被填上',
  'transfer.set.slot': '{label}，第 {number} 张，共 {of} 张，{what}',
  'transfer.set.empty': '空',
  'transfer.set.tray': '来自数据集',
  'transfer.set.own': '你自己的',
  'transfer.set.count': '共 30 格，已有 {count} 张，其中 {own} 张是你自己的。选一格来填上或替换。',
  'transfer.set.undo': '撤销',
  'transfer.set.remove': '移除',
  'transfer.set.clear': '全部清除',
  'transfer.set.fill': '补齐空位',
  'transfer.tray.title': '或者从数据集里取一个 {label}',
  'transfer.tray.take': '取 {label}，第 {number} 个',
  'transfer.tray.more': '更多',
  'transfer.pad.title': '画一个 {label}',
  'transfer.pad.label': '画板，请画 {label}',
  'transfer.pad.help':
    '可以用手指、鼠标或手写笔。也可以用键盘：方向键移动，空格落笔或提笔，回车采用，退格撤回一笔。',
  'transfer.pad.down': '落笔，位置 {x}、{y}',
  'transfer.pad.up': '提笔，位置 {x}、{y}',
  'transfer.pad.put': '当作 {label} 采用',
  'transfer.pad.undo': '撤销',
  'transfer.pad.clear': '清除',
  'transfer.pad.file': '或者用图片文件',
  'transfer.maps.title': '各层从中看到什么',
  'transfer.maps.empty':
    '在画板上画，或者选一张图：每一层从中看到的东西会出现在这里。第一层找边缘，第二层把边缘拼起来，隐藏层再汇总。',
  'transfer.maps.image': '居中后的画',
  'transfer.maps.chosen': '选中的图',
  'transfer.maps.label': '{layer}：{count} 张特征图',
  'transfer.maps.inside': '打开网络，看每一个数',
  'transfer.maps.inside.note': '一张图，向前算、往回传，冻结、微调、从零各看一遍。',
  'transfer.maps.says.A': 'A 说（它只认得 0 到 4）',
  'transfer.maps.says.B': 'B 说',

  'transfer.locks.title': '锁：哪些层可以被 B 改动？',
  'transfer.locks.image': '图',
  'transfer.locks.head': '全新，总是训练',
  'transfer.locks.frozen': '冻结',
  'transfer.locks.trains': '训练',
  'transfer.locks.label': '{layer}：冻结',
  'transfer.locks.weights': '{count} 个权重',
  'transfer.locks.now.frozen':
    '卷积层还是 A 的，原样不动：不管什么数字，笔画都是笔画。隐藏层只认得 0 到 4，所以和输出层一起接着学。',
  'transfer.locks.now.all':
    '只有输出层在学：学得快，A 什么也不忘；但隐藏层只认得 0 到 4，却要应付 5 到 9。',
  'transfer.locks.now.fine-tuned': 'B 从 A 的层出发，所有的层都接着学。',
  'transfer.locks.now.mixed': '上锁的层原样不动，打开的层接着学。',
  'transfer.locks.now.scratch': '随机的层，全部都学：这就是从零训练。',
  'transfer.locks.now.frozen-random':
    '没有人训练过的随机卷积层，保持原样。这个对照说明：有多少功劳真正来自 A 学到的东西。',
  'transfer.origin': 'B 的起点',
  'transfer.origin.pretrained': 'A 的层',
  'transfer.origin.random': '随机的层',

  'transfer.tries.title': 'B 在没见过的数字上的表现',
  'transfer.tries.title.text': '在没见过的评论上的表现',
  'transfer.tries.chance': '竖线：瞎猜，{percent}。',
  'transfer.tries.note': '{count} 张图，{own} 张是你自己的 · {time} 秒',
  'transfer.tries.shots': '每类 {shots} 个标签',
  'transfer.tries.shots.one': '每类 1 个标签',
  'transfer.tries.mixed.pretrained': 'A 的层，冻结{layers}',
  'transfer.tries.mixed.random': '随机的层，冻结{layers}',
  'transfer.tries.ahead':
    '用 A 的层，B 的准确率是 {better}；同样的网络、同样的 {count} 张图，从零训练是 {worse}。借用 A 的层，多对 {points} 个百分点。',
  'transfer.tries.behind':
    '用 A 的层，B 的准确率是 {better}；同样的网络、同样的 {count} 张图，从零训练是 {worse}。这一次，借用反而少对 {points} 个百分点。',
  'transfer.tries.same':
    '同样的 {count} 张图，用 A 的层，准确率是 {better}，从零训练是 {worse}：几乎没有差别。',
  'transfer.tries.ahead.random':
    '同样的 {count} 张图，用随机的层，准确率是 {better}，从零训练是 {worse}：多 {points} 个百分点。',
  'transfer.tries.behind.random':
    '同样的 {count} 张图，用随机的层，准确率是 {better}，从零训练是 {worse}：少 {points} 个百分点。',
  'transfer.tries.same.random':
    '同样的 {count} 张图，用随机的层，准确率是 {better}，从零训练是 {worse}：几乎没有差别。',
  'transfer.confusion.title': '这次的 B 把什么认成什么',
  'transfer.confusion.title.text': '它把什么认成什么',
  'transfer.confusion.note.text': '行：真正的标签；列：它的回答。共 {total} 个。',
  'transfer.confusion.true': '真正的类别，按行',
  'transfer.confusion.note': '行：它本来是什么；列：B 说是什么。共 {total} 个。',
  'transfer.confusion.cell': '{count} 个 {truth} 被认成 {answer}',
  'transfer.confusion.these': '本来是 {truth}，B 说是 {answer}：',
  'transfer.confusion.these.right': '本来是 {truth}，B 也这么说：',
  'transfer.forget.title': 'A 会忘吗？它的 0 到 4：',
  'transfer.forget.before': '原来的 A',
  'transfer.forget.after': '换上 B 的层',
  'transfer.forget.none': '什么也没忘：冻结的层还是 A 自己的。',
  'transfer.forget.little': 'B 的训练稍稍改动了 A 的层：准确率低了 {points} 个百分点。',
  'transfer.forget.much':
    'B 的训练把 A 的层改成了自己要的样子：准确率低了 {points} 个百分点。这叫灾难性遗忘。',
  'transfer.source': '数字：{title}，作者 {authors}，取自',

  'transfer.compare.title.digit': '是运气吗？四种办法，反复比较',
  'transfer.compare.title.label': '是运气吗？四种办法，反复比较',
  'transfer.compare.lede.digit':
    '只有几个样本，也许只是运气好。所以：微调、冻结、从零训练、冻结的随机层，每个数字各用 1、2、5、10、50 张图，每个种子重新抽样。先看 5 张，再看 50 张：差距怎么样了？',
  'transfer.compare.lede.label':
    '每种办法各用每类 1、2、5、10、50 个标签，每个种子重新抽样。先看 5 个，再看 50 个：差距怎么样了？',
  'transfer.compare.start': '比较四种办法',
  'transfer.compare.again': '再比较一次',
  'transfer.compare.ready': '共训练 {count} 次，结果会逐个出现',
  'transfer.compare.done': '完成：训练了 {count} 次',
  'transfer.compare.stopped': '训练了 {count} 次，已停止',
  'transfer.curves.empty': '开始比较后，这里会出现四条曲线。',
  'transfer.curves.axis.digit': '每个数字的带标签图片数',
  'transfer.curves.axis.label': '每类标签数',
  'transfer.curves.points': '+{points} 个百分点',
  'transfer.curves.way': '办法',
  'transfer.curves.table': '以表格查看',
  'transfer.curves.caption.digit': '准确率（%），各种子的平均 ± 标准差，按每个数字的图片数。',
  'transfer.curves.caption.label': '准确率（%），各种子的平均 ± 标准差，按每类标签数。',
  'transfer.curves.digit.ahead':
    '每个数字 {labels} 张图时：{mode} {better}，从零训练 {worse}，相差 {points} 个百分点。',
  'transfer.curves.digit.ahead.one':
    '每个数字 1 张图时：{mode} {better}，从零训练 {worse}，相差 {points} 个百分点。',
  'transfer.curves.digit.behind':
    '每个数字 {labels} 张图时，从零训练领先 {points} 个百分点：{worse} 对 {better}（{mode}）。',
  'transfer.curves.digit.behind.one':
    '每个数字 1 张图时，从零训练领先 {points} 个百分点：{worse} 对 {better}（{mode}）。',
  'transfer.curves.digit.same':
    '每个数字 {labels} 张图时，几乎没有差别：{mode} {better}，从零训练 {worse}。',
  'transfer.curves.digit.same.one':
    '每个数字 1 张图时，几乎没有差别：{mode} {better}，从零训练 {worse}。',
  'transfer.curves.label.ahead':
    '每类 {labels} 个标签时：{mode} {better}，从零训练 {worse}，相差 {points} 个百分点。',
  'transfer.curves.label.ahead.one':
    '每类 1 个标签时：{mode} {better}，从零训练 {worse}，相差 {points} 个百分点。',
  'transfer.curves.label.behind':
    '每类 {labels} 个标签时，从零训练领先 {points} 个百分点：{worse} 对 {better}（{mode}）。',
  'transfer.curves.label.behind.one':
    '每类 1 个标签时，从零训练领先 {points} 个百分点：{worse} 对 {better}（{mode}）。',
  'transfer.curves.label.same':
    '每类 {labels} 个标签时，几乎没有差别：{mode} {better}，从零训练 {worse}。',
  'transfer.curves.label.same.one':
    '每类 1 个标签时，几乎没有差别：{mode} {better}，从零训练 {worse}。',
  'transfer.seeds': '种子数',
  'transfer.seeds.help': '换一批样本、换一套初始权重，全部重来几遍。',
  'transfer.job.stop': '停止',
  'transfer.job.running': '{percent}%',

  'transfer.said.pretraining': '正在训练 A。',
  'transfer.said.pretrained': 'A 训练好了。',
  'transfer.said.train': '正在训练 B。',
  'transfer.said.trained': 'B 训练好了：准确率 {percent}。',
  'transfer.said.compare': '正在比较。',
  'transfer.said.compared': '比较完成。',

  'transfer.text.pretrain.title': '先大量阅读，不要标签',
  'transfer.text.pretrain.lede.elmo':
    'ELMo 从两头读每条评论，猜接下来的词。要猜得准，就得记住写的人是满意还是不满，虽然没有人告诉过它什么叫满意。',
  'transfer.text.pretrain.lede.skip-gram':
    'Skip-gram 根据周围的词，为每个词学一个向量。夸人的词邻居相同，于是聚到一处。但一个词只有一个向量，不管前面有没有“不”。',
  'transfer.corpus': '评论',
  'transfer.corpus.en': '英文',
  'transfer.corpus.zh': '中文',
  'transfer.corpus.own': '我自己的',
  'transfer.model': '模型',
  'transfer.reviews.title': '{count} 条评论，没有标签',
  'transfer.reviews.note': '读读看：哪些词总是一起出现？从中能看出哪些是在夸吗？',
  'transfer.text.source': '由程序生成的示例评论（随机种子 1）。许可证：MIT。',
  'transfer.text.source.own': '你自己的文本，只留在这个浏览器里。',
  'transfer.text.source.own.notKept':
    '你自己的文本。这个浏览器存不下它，刷新页面后请重新选择文件。',

  'transfer.text.train.title': '用少量标签分类',
  'transfer.text.train.lede':
    '现在有几条评论带着标签：{labels}。分类器可以借用语言模型的层，也可以不借。',
  'transfer.text.train.start': '训练分类器',
  'transfer.text.train.again': '再训练一次',
  'transfer.text.train.ready': '学 {count} 个带标签的句子',
  'transfer.shots': '每类标签数',
  'transfer.mode': '怎样借用层',
  'transfer.text.mode.frozen': '语言模型原样不动。输出层学习各层的权重，并据此判断标签。',
  'transfer.text.mode.fine-tuned': '所有的层都从语言模型出发接着学，越靠下学得越慢。',
  'transfer.text.mode.scratch': '同样的网络，权重随机：它知道的一切只有这几个句子。',
  'transfer.text.mode.frozen-random': '什么也没读过的随机层，只有输出层在学：这是对照。',
  'transfer.text.tries.ahead':
    '{way}：每类 {shots} 个标签，准确率 {better}。同样的标签，从零训练：{worse}。预训练带来 {points} 个百分点。',
  'transfer.text.tries.behind':
    '{way}：每类 {shots} 个标签，准确率 {better}。同样的标签，从零训练：{worse}，多 {points} 个百分点。',
  'transfer.text.tries.same':
    '{way}：每类 {shots} 个标签，准确率 {better}；从零训练 {worse}。几乎没有差别。',
  'transfer.mix.title': '混合：各层的权重',
  'transfer.mix.layer.0': '词本身',
  'transfer.mix.layer.1': 'LSTM 第 1 层',
  'transfer.mix.layer.2': 'LSTM 第 2 层',
  'transfer.mix.note': '和输出层一起学出来的。γ = {gamma}，缩放三层之和。',
  'transfer.sentence.title': '你自己的句子',
  'transfer.sentence.placeholder': '写一条评论，或类似的一句话',
  'transfer.sentence.inside': '打开分类器，看每一个数',
  'transfer.sentence.example': '给个例子',
  'transfer.sentence.waits': '分类器训练好，就会回答。',
  'transfer.sentence.unknown': '没读过、因此略去的词：{words}',

  'transfer.lines.open': '用我自己的带标签文本',
  'transfer.lines.title': '你自己的带标签文本',
  'transfer.lines.note':
    '每行一句：标签、制表符、句子。至少两种标签；有几百行，曲线就平稳了。文本只留在这个浏览器里。',
  'transfer.lines.label': '标签、制表符、句子',
  'transfer.lines.placeholder': '表扬\t房间很漂亮\n投诉\t水龙头滴了一夜',
  'transfer.lines.tab': '在框里，写完标签后按 Tab 键会输入制表符；在别处则照常移到下一项。',
  'transfer.lines.counts': '{lines} 行，{labels} 种标签：{list}',
  'transfer.lines.heading': '第一行当作列名。',
  'transfer.lines.use': '用这些文本',

  'transfer.problem.digits': '数字图片没有下载成功。请检查网络，再按一次按钮。',
  'transfer.problem.blank': '画板是空的，请先画一个数字。',
  'transfer.problem.hidden':
    '这个浏览器不让页面读取图片（防指纹保护）。请直接画，或者允许本页面读取画布。画板上原来的东西还在。',
  'transfer.problem.noImage': '浏览器读不出这个文件里的图片。画板上原来的东西还在。',
  'transfer.problem.empty': 'B 没有图可学。画几张，从数据集里取几张，或者按“撤销”。',
  'transfer.problem.oneClass': '所有的图都是 {value}。至少再给 B 一种数字，不然没有什么可区分的。',
  'transfer.problem.lines.bytes': '这对页面来说太大了（{value}），最多 8 MB。',
  'transfer.problem.lines.many': '最多 20,000 行。请去掉第 {value} 行及以后的各行。',
  'transfer.problem.lines.labels': '标签超过 50 种。制表符前面的真的是标签吗？',
  'transfer.problem.lines.noTab': '第 {value} 行没有制表符。请写：标签、制表符、句子。',
  'transfer.problem.lines.noLabel': '第 {value} 行的制表符前面没有标签。',
  'transfer.problem.lines.noSentence': '第 {value} 行的制表符后面没有句子。',
  'transfer.problem.lines.severalLabels': '第 {value} 行有好几个标签。每行请只写一个。',
  'transfer.problem.lines.none': '这里一行也没有。请写：标签、制表符、句子。',
  'transfer.problem.lines.oneLabel':
    '所有行的标签都是“{value}”。需要两种不同的标签，不然没有什么可区分的。',
  'transfer.problem.lines.single':
    '标签“{value}”只有一行（第 {line} 行）。至少要两行：一行用来学，一行用来考。',

  'transfer.lesson.title': '论文里的发现',
  'transfer.lesson.frozen.title': '标签少：冻结',
  'transfer.lesson.frozen':
    '越靠下的层越通用：笔画和边缘，对 7 和对 1 一样有用；越往上，越只适合自己的任务（Yosinski 等，2014）。标签越少，不必从头学“看”，好处可能就越大；究竟多大，看你的曲线。',
  'transfer.lesson.tuned.title': '标签多：微调',
  'transfer.lesson.tuned':
    '样本够多时，借来的层若能适应新任务，会做得更好。ULMFiT（2018）的微调很小心：下面的层学得慢些，从上往下逐层解冻。代价是 A 原来会的东西。',
  'transfer.lesson.random.title': '随机层：对照',
  'transfer.lesson.random':
    '如果冻结的随机层做得一样好，A 的训练就白费了。在 Yosinski 的大网络里，随机滤波器从第三层起几乎跌到瞎猜的水平；在小网络里，它们只是差一些，算不上灾难。',
  'transfer.lesson.text.title': '文本也一样',
  'transfer.lesson.text':
    'ELMo 用百分之一的标签，做到了原来的模型用十分之一标签的水平。该冻结还是微调，要看两个任务有多像（Peters 等，2019）；多数时候差别不大。',
  'transfer.closing.title': '然后，Transformer 来了',
  'transfer.closing.1':
    '这个故事的每一页都通向这里。先有词的向量，再有句中之词的向量，再有在纯文本上训练、可以借出的整个网络：到 2018 年，做法已经齐全。用大量文本预训练一次，再用少量样本适应每个任务。',
  'transfer.closing.2':
    '拖后腿的是 LSTM。它一个词接一个词地读，不能同时在所有的词上训练；很久以前读到的，也会淡去。Transformer 让所有的词一起读，每个词都直接去看其他每个词：这就是注意力。',
  'transfer.closing.3':
    'GPT 和 BERT 沿用了这一页的做法，换掉了网络。之后的故事，就是今天的大模型。',
  'transfer.closing.text': '去第 2 章：文本',
  'transfer.closing.images': '回第 1 章：图像',
};
