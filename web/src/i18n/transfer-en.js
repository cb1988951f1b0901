/** The transfer page's strings, in English. */
export const en = {
  'transfer.page.title': 'Preformer: pre-train, freeze, fine-tune',

  'transfer.title': 'Learn once, lend the layers',
  'transfer.lede.images':
    'Network A has seen thousands of 0s, 1s, 2s, 3s and 4s. Network B must learn 5 to 9 from thirty pictures: yours, if you like. B borrows A’s layers. Does that help, and should they stay as they are (frozen) or learn on (fine-tuned)?',
  'transfer.lede.text':
    'A language model reads thousands of reviews without labels. A classifier must then tell good from bad after seeing five of each. It borrows the language model’s layers. Does that help?',
  'transfer.chapter': 'Chapter',
  'transfer.chapter.images': '1 · Images',
  'transfer.chapter.text': '2 · Text',
  'transfer.link.own': 'Link copied. Your own lines are not in it: send the file along.',
  'transfer.waits.images': 'First train A, above.',
  'transfer.waits.text': 'First pre-train, above.',
  'transfer.next': 'Next: teach B',
  'transfer.and': ' and ',
  'transfer.or': ' or ',

  'transfer.layer.conv1': 'Convolution 1',
  'transfer.layer.conv2': 'Convolution 2',
  'transfer.layer.hidden': 'Hidden layer',
  'transfer.layer.head': 'Head',
  'transfer.mode.fine-tuned': 'A’s layers, fine-tuned',
  'transfer.mode.frozen': 'A’s layers, frozen',
  'transfer.mode.fine-tuned.text': 'the language model, fine-tuned',
  'transfer.mode.frozen.text': 'the language model, frozen',
  'transfer.mode.scratch': 'from scratch',
  'transfer.mode.frozen-random': 'random layers, frozen',
  'transfer.mode.short.fine-tuned': 'fine-tuned',
  'transfer.mode.short.frozen': 'frozen',
  'transfer.mode.short.scratch': 'scratch',
  'transfer.mode.short.frozen-random': 'random',

  'transfer.pretrain.images': 'Train A',
  'transfer.pretrain.text': 'Pre-train',
  'transfer.pretrain.preparing': 'Fetching the examples…',
  'transfer.pretrain.ready': 'Ready: it takes a few seconds',
  'transfer.pretrain.epoch': 'epoch {epoch} of {epochs} · loss {loss}',
  'transfer.pretrain.rate': '{rate} examples/s',
  'transfer.pretrain.stale': 'Trained from another seed.',
  'transfer.pretrain.done': 'done: {epochs} epochs · loss {loss}',

  'transfer.images.pretrain.title': 'Train A on much: 0 to 4',
  'transfer.images.pretrain.lede':
    '{count} pictures with their labels. Watch the loss fall, the accuracy climb, and the first layer’s filters settle on what to look for.',
  'transfer.images.pretrain.verdict':
    'A is right about {percent} of {count} digits that it has never seen. It knows nothing of 5 to 9, but it has learned to see strokes.',
  'transfer.samples.title': 'Some of what A sees',
  'transfer.samples.label': 'Handwritten digits from 0 to 4',
  'transfer.history.title': 'Loss and accuracy, by epoch',
  'transfer.history.title.text': 'Loss, nats per word, by epoch',
  'transfer.history.empty': 'The curves appear when training starts.',
  'transfer.history.both': 'Loss {loss}, accuracy {accuracy}.',
  'transfer.history.loss': 'Loss {loss}.',
  'transfer.history.end.loss': 'loss {value}',
  'transfer.history.end.accuracy': '{value} right',
  'transfer.filters.title': 'The first layer’s filters',
  'transfer.filters.label': '{count} filters of five by five weights',
  'transfer.filters.random': 'Random so far. Teal asks for ink, orange for paper.',
  'transfer.filters.trained': 'Each looks for one thing: teal asks for ink, orange for paper.',

  'transfer.images.train.title': 'Teach B with thirty: 5 to 9',
  'transfer.images.train.lede':
    'Six pictures of each digit, lent from a tray. Press the button: B learns from them, and so does the same network from scratch. Then draw your own thirty, open a padlock, and try again.',
  'transfer.images.train.start': 'Train B',
  'transfer.images.train.again': 'Train B again',
  'transfer.images.train.ready': 'learns from {count} pictures, is tested on {tests} others',
  'transfer.set.title': 'B’s {count} pictures',
  'transfer.set.label': 'Places for pictures; the chosen one is filled next',
  'transfer.set.slot': '{label}, picture {number} of {of}, {what}',
  'transfer.set.empty': 'empty',
  'transfer.set.tray': 'from the tray',
  'transfer.set.own': 'your own',
  'transfer.set.count':
    '{count} of 30, {own} of them your own. Choose a place to fill or replace it.',
  'transfer.set.undo': 'Undo',
  'transfer.set.remove': 'Remove',
  'transfer.set.clear': 'Clear all',
  'transfer.set.fill': 'Fill the gaps',
  'transfer.tray.title': 'Or take a {label} from the tray',
  'transfer.tray.take': 'Take {label} number {number}',
  'transfer.tray.more': 'More',
  'transfer.pad.title': 'Draw a {label}',
  'transfer.pad.label': 'Drawing pad for a {label}',
  'transfer.pad.help':
    'Finger, mouse or pen. By keyboard: arrows move, space puts the pen down or lifts it, Enter uses the drawing, Backspace takes a stroke back.',
  'transfer.pad.down': 'pen down at {x}, {y}',
  'transfer.pad.up': 'pen up at {x}, {y}',
  'transfer.pad.put': 'Use it as a {label}',
  'transfer.pad.undo': 'Undo',
  'transfer.pad.clear': 'Clear',
  'transfer.pad.file': 'or a picture from a file',
  'transfer.maps.title': 'What the layers see',
  'transfer.maps.empty':
    'Draw on the pad, or choose a picture: what each layer makes of it appears here. The first finds edges, the second puts them together, the hidden layer sums them up.',
  'transfer.maps.image': 'Your drawing, centred',
  'transfer.maps.chosen': 'The chosen picture',
  'transfer.maps.label': '{layer}: {count} feature maps',
  'transfer.maps.inside': 'Open the network: every number',
  'transfer.maps.inside.note':
    'One picture, forward and back, under frozen, fine-tuned and scratch.',
  'transfer.maps.says.A': 'A says (it knows 0 to 4 only)',
  'transfer.maps.says.B': 'B says',

  'transfer.locks.title': 'Padlocks: which layers may B change?',
  'transfer.locks.image': 'picture',
  'transfer.locks.head': 'new, always trains',
  'transfer.locks.frozen': 'frozen',
  'transfer.locks.trains': 'trains',
  'transfer.locks.label': '{layer}: freeze',
  'transfer.locks.weights': '{count} weights',
  'transfer.locks.now.frozen':
    'The convolutions stay A’s own: strokes are strokes. The hidden layer, which knows 0 to 4 only, and the head learn on.',
  'transfer.locks.now.all':
    'Only the head learns. It is quick, and A forgets nothing; but the hidden layer knows 0 to 4 only, and must do for 5 to 9.',
  'transfer.locks.now.fine-tuned': 'A’s layers are where B starts, and all of them learn on.',
  'transfer.locks.now.mixed': 'Locked layers stay as they are, open ones learn on.',
  'transfer.locks.now.scratch': 'Random layers, and all of them learn: training from scratch.',
  'transfer.locks.now.frozen-random':
    'Random convolutions that nobody trained, kept as they are. This control tells how much is due to what A has learned.',
  'transfer.origin': 'B starts from',
  'transfer.origin.pretrained': 'A’s layers',
  'transfer.origin.random': 'random layers',

  'transfer.tries.title': 'How B does on digits it has never seen',
  'transfer.tries.title.text': 'How it does on reviews it has never seen',
  'transfer.tries.chance': 'The line: guessing, {percent}.',
  'transfer.tries.note': '{count} pictures, {own} your own · {time} s',
  'transfer.tries.shots': '{shots} labels per class',
  'transfer.tries.shots.one': '1 label per class',
  'transfer.tries.mixed.pretrained': 'A’s layers, {layers} frozen',
  'transfer.tries.mixed.random': 'random layers, {layers} frozen',
  'transfer.tries.ahead':
    'With A’s layers B gets {better} right; the same network from scratch, on the same {count} pictures, {worse}. Borrowing is worth {points} points.',
  'transfer.tries.behind':
    'With A’s layers B gets {better} right; the same network from scratch, on the same {count} pictures, {worse}. This time borrowing costs {points} points.',
  'transfer.tries.same':
    'With A’s layers B gets {better} right, from scratch {worse}, on the same {count} pictures: no difference to speak of.',
  'transfer.tries.ahead.random':
    'With random layers B gets {better} right, from scratch {worse}, on the same {count} pictures: {points} points more.',
  'transfer.tries.behind.random':
    'With random layers B gets {better} right, from scratch {worse}, on the same {count} pictures: {points} points less.',
  'transfer.tries.same.random':
    'With random layers B gets {better} right, from scratch {worse}, on the same {count} pictures: no difference to speak of.',
  'transfer.confusion.title': 'What the last B takes for what',
  'transfer.confusion.title.text': 'What it takes for what',
  'transfer.confusion.note.text': 'Rows: the true label. Columns: its answer. {total} in all.',
  'transfer.confusion.true': 'True class, by row',
  'transfer.confusion.note': 'Rows: what it is. Columns: what B says. {total} in all.',
  'transfer.confusion.cell': '{count} of {truth} taken for {answer}',
  'transfer.confusion.these': 'It is {truth}, B says {answer}:',
  'transfer.confusion.these.right': 'It is {truth}, and B says so:',
  'transfer.forget.title': 'Does A forget? Its 0 to 4:',
  'transfer.forget.before': 'A as it was',
  'transfer.forget.after': 'with B’s layers',
  'transfer.forget.none': 'Nothing is lost: frozen layers are still A’s own.',
  'transfer.forget.little':
    'B’s training has changed A’s layers a little: {points} points are lost.',
  'transfer.forget.much':
    'B’s training has bent A’s layers to its own ends: {points} points are lost. This is called catastrophic forgetting.',
  'transfer.source': 'Digits: {title} by {authors}, packed from',

  'transfer.compare.title.digit': 'Luck? All four ways, again and again',
  'transfer.compare.title.label': 'Luck? All four ways, again and again',
  'transfer.compare.lede.digit':
    'One handful may be lucky. So: fine-tuned, frozen, from scratch, and frozen random layers, each from 1, 2, 5, 10 and 50 pictures per digit, drawn anew for every seed. Look at 5 first, then at 50: what becomes of the gap?',
  'transfer.compare.lede.label':
    'Each way learns from 1, 2, 5, 10 and 50 labels per class, drawn anew for every seed. Look at 5 first, then at 50: what becomes of the gap?',
  'transfer.compare.start': 'Compare the four',
  'transfer.compare.again': 'Compare again',
  'transfer.compare.ready': '{count} trainings; the results come one by one',
  'transfer.compare.done': 'done: {count} trainings',
  'transfer.compare.stopped': 'stopped after {count} trainings',
  'transfer.curves.empty': 'Four curves will grow here.',
  'transfer.curves.axis.digit': 'labelled pictures per digit',
  'transfer.curves.axis.label': 'labels per class',
  'transfer.curves.points': '+{points} points',
  'transfer.curves.way': 'Way',
  'transfer.curves.table': 'The curves as a table',
  'transfer.curves.caption.digit':
    'Percent right, mean ± standard deviation over the seeds, by pictures per digit.',
  'transfer.curves.caption.label':
    'Percent right, mean ± standard deviation over the seeds, by labels per class.',
  'transfer.curves.digit.ahead':
    'With {labels} pictures per digit: {mode} {better}, from scratch {worse}, {points} points apart.',
  'transfer.curves.digit.ahead.one':
    'With one picture per digit: {mode} {better}, from scratch {worse}, {points} points apart.',
  'transfer.curves.digit.behind':
    'With {labels} pictures per digit, scratch is {points} points ahead: {worse} against {better} ({mode}).',
  'transfer.curves.digit.behind.one':
    'With one picture per digit, scratch is {points} points ahead: {worse} against {better} ({mode}).',
  'transfer.curves.digit.same':
    'With {labels} pictures per digit there is no difference to speak of: {mode} {better}, from scratch {worse}.',
  'transfer.curves.digit.same.one':
    'With one picture per digit there is no difference to speak of: {mode} {better}, from scratch {worse}.',
  'transfer.curves.label.ahead':
    'With {labels} labels per class: {mode} {better}, from scratch {worse}, {points} points apart.',
  'transfer.curves.label.ahead.one':
    'With one label per class: {mode} {better}, from scratch {worse}, {points} points apart.',
  'transfer.curves.label.behind':
    'With {labels} labels per class, scratch is {points} points ahead: {worse} against {better} ({mode}).',
  'transfer.curves.label.behind.one':
    'With one label per class, scratch is {points} points ahead: {worse} against {better} ({mode}).',
  'transfer.curves.label.same':
    'With {labels} labels per class there is no difference to speak of: {mode} {better}, from scratch {worse}.',
  'transfer.curves.label.same.one':
    'With one label per class there is no difference to speak of: {mode} {better}, from scratch {worse}.',
  'transfer.seeds': 'Seeds',
  'transfer.seeds.help':
    'How often everything is repeated with other examples and other first weights.',
  'transfer.job.stop': 'Stop',
  'transfer.job.running': '{percent} %',

  'transfer.said.pretraining': 'A is training.',
  'transfer.said.pretrained': 'A is trained.',
  'transfer.said.train': 'B is training.',
  'transfer.said.trained': 'B is trained: {percent} right.',
  'transfer.said.compare': 'Comparing.',
  'transfer.said.compared': 'The comparison is done.',

  'transfer.text.pretrain.title': 'Read much, without labels',
  'transfer.text.pretrain.lede.elmo':
    'ELMo reads every review from both ends and guesses the next word. To guess well it must keep in mind whether this reviewer is pleased, though nobody has told it what that means.',
  'transfer.text.pretrain.lede.skip-gram':
    'Skip-gram learns a vector for every word from the words around it. Words of praise share their neighbours, and so come to lie together. But each word has one vector, whatever ‘not’ stands before it.',
  'transfer.corpus': 'Reviews',
  'transfer.corpus.en': 'English',
  'transfer.corpus.zh': 'Chinese',
  'transfer.corpus.own': 'my own lines',
  'transfer.model': 'Model',
  'transfer.reviews.title': '{count} reviews, no labels',
  'transfer.reviews.note':
    'Read on: can you tell which words are praise from the company they keep?',
  'transfer.text.source': 'Reviews written for Preformer, generated from a seed. Licence: MIT.',
  'transfer.text.source.own': 'Your own lines. They stay in this browser.',
  'transfer.text.source.own.notKept':
    'Your own lines. This browser cannot keep them: after a reload, choose the file again.',

  'transfer.text.train.title': 'Classify with a few labels',
  'transfer.text.train.lede':
    'Now a few reviews come with their label: {labels}. The classifier borrows the language model’s layers, or does not.',
  'transfer.text.train.start': 'Train the classifier',
  'transfer.text.train.again': 'Train it again',
  'transfer.text.train.ready': 'learns from {count} labelled sentences',
  'transfer.shots': 'Labels per class',
  'transfer.mode': 'Layers',
  'transfer.text.mode.frozen':
    'The language model stays as it is. The head learns which of its layers to listen to (the mix), and what they say about the label.',
  'transfer.text.mode.fine-tuned':
    'All layers start from the language model and learn on, the lower ones more slowly.',
  'transfer.text.mode.scratch':
    'The same network with random weights: all it will ever know is these few sentences.',
  'transfer.text.mode.frozen-random':
    'Random layers that have read nothing, and only the head learns: the control.',
  'transfer.text.tries.ahead':
    '{way}: {better} right with {shots} labels per class. From scratch, on the same labels: {worse}. Having read first is worth {points} points.',
  'transfer.text.tries.behind':
    '{way}: {better} right with {shots} labels per class. From scratch, on the same labels: {worse}, {points} points more.',
  'transfer.text.tries.same':
    '{way}: {better} right with {shots} labels per class; from scratch {worse}. No difference to speak of.',
  'transfer.mix.title': 'The mix: which layers it listens to',
  'transfer.mix.layer.0': 'the words',
  'transfer.mix.layer.1': 'LSTM layer 1',
  'transfer.mix.layer.2': 'LSTM layer 2',
  'transfer.mix.note': 'Learned together with the head. γ = {gamma} scales the sum.',
  'transfer.sentence.title': 'Your own sentence',
  'transfer.sentence.placeholder': 'Write a review, or a sentence like one',
  'transfer.sentence.inside': 'Open the classifier: every number',
  'transfer.sentence.example': 'An example',
  'transfer.sentence.waits': 'The classifier answers as soon as it is trained.',
  'transfer.sentence.unknown': 'Never read, hence left out: {words}',

  'transfer.lines.open': 'My own labelled lines',
  'transfer.lines.title': 'Your own labelled lines',
  'transfer.lines.note':
    'One sentence a line: its label, a tab, the sentence. Two labels at least; a few hundred lines make good curves. They stay in this browser.',
  'transfer.lines.label': 'label, tab, sentence',
  'transfer.lines.placeholder': 'praise\tthe room was lovely\ncomplaint\tthe tap dripped all night',
  'transfer.lines.tab':
    'In the box the Tab key writes a tab behind the label; elsewhere it moves on.',
  'transfer.lines.counts': '{lines} lines, {labels} labels: {list}',
  'transfer.lines.heading': 'The first line was taken as the names of the columns.',
  'transfer.lines.use': 'Use these lines',

  'transfer.problem.digits':
    'The digits could not be fetched. Check the connection, then press the button.',
  'transfer.problem.blank': 'The pad is blank. Draw a digit first.',
  'transfer.problem.hidden':
    'This browser hides pictures from pages (protection against fingerprinting). Draw the digit instead, or allow this page to read canvases. What was on the pad is still there.',
  'transfer.problem.noImage':
    'This file is no image that the browser can read. What was on the pad is still there.',
  'transfer.problem.empty':
    'B has no pictures to learn from. Draw some, take some from the tray, or press Undo.',
  'transfer.problem.oneClass':
    'All pictures are of {value}. Give B a second digit at least, or there is nothing to tell apart.',
  'transfer.problem.lines.bytes': 'This is too large for the page ({value}): 8 MB at most.',
  'transfer.problem.lines.many':
    'There may be 20,000 lines at most. Leave out those from line {value} on.',
  'transfer.problem.lines.labels':
    'There are more than 50 labels. Is the label really before the tab?',
  'transfer.problem.lines.noTab':
    'Line {value} has no tab. Write the label, a tab, then the sentence.',
  'transfer.problem.lines.noLabel': 'Line {value} has no label before its tab.',
  'transfer.problem.lines.noSentence': 'Line {value} has no sentence after its tab.',
  'transfer.problem.lines.severalLabels':
    'Line {value} has several labels. Give each line one label.',
  'transfer.problem.lines.none':
    'There is no line here. Write the label, a tab, then the sentence.',
  'transfer.problem.lines.oneLabel':
    'All lines carry the label ‘{value}’. Two different labels are needed, or there is nothing to tell apart.',
  'transfer.problem.lines.single':
    'There is only one line with the label ‘{value}’ (line {line}). Two at least are needed: one to learn from, one to test on.',

  'transfer.lesson.title': 'What others have found',
  'transfer.lesson.frozen.title': 'Few labels: freeze',
  'transfer.lesson.frozen':
    'Low layers are the most general: strokes and edges serve a 7 as well as a 1. Higher ones belong more and more to their own task (Yosinski and others, 2014). The fewer the labels, the more it can help not to learn seeing anew; how much, your curves tell.',
  'transfer.lesson.tuned.title': 'More labels: fine-tune',
  'transfer.lesson.tuned':
    'With enough examples, borrowed layers do better when they may adapt. ULMFiT (2018) adapts with care: low layers learn more slowly, and layers thaw from the top down. The price is what A knew.',
  'transfer.lesson.random.title': 'Random layers: the control',
  'transfer.lesson.random':
    'If frozen random layers did as well, A’s training would be worth nothing. In Yosinski’s large network random filters fell to near chance from the third layer on; in a small one they are a handicap, not a disaster.',
  'transfer.lesson.text.title': 'The same with text',
  'transfer.lesson.text':
    'ELMo with a hundredth of the labels did about as well as its rival with a tenth. Whether to freeze or fine-tune it depends on how alike the two tasks are (Peters and others, 2019); most often the difference is small.',
  'transfer.closing.title': 'And then came the Transformer',
  'transfer.closing.1':
    'Every page of this story led here. Vectors for words, then vectors for words in their sentences, then a whole network trained on plain text and lent out: by 2018 the recipe was complete. Pre-train once, on everything; adapt to each task with little.',
  'transfer.closing.2':
    'What held it back was the LSTM. It reads one word after the other, so it cannot be trained on all words at once, and what it read long ago fades. The Transformer reads all words together, each asking every other what it has to say: attention.',
  'transfer.closing.3':
    'GPT and BERT kept the recipe of this page and changed the network. The rest is the present.',
  'transfer.closing.text': 'On to chapter 2: text',
  'transfer.closing.images': 'Back to chapter 1: images',
};
