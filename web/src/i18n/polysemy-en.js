/** The polysemy lab's strings, in English. */
export const en = {
  'sense.page.title': 'Preformer: one word, two meanings',

  'sense.title': 'One word, two meanings',
  'sense.lede':
    '‘{word}’: {first} or {second}? A static vector gives every ‘{word}’ the same place. ELMo reads the sentence, and gives each its own. Below, every sentence with ‘{word}’ is a point.',
  'sense.words': 'Word',

  'sense.name.fruit': 'fruit',
  'sense.name.company': 'company',
  'sense.name.river': 'riverside',
  'sense.name.money': 'money',
  'sense.name.grain': 'grain',
  'sense.name.bird': 'bird',
  'sense.name.flower': 'flower',
  'sense.name.spend': 'to spend',
  'sense.unknown': 'unknown sense',

  'sense.train.ready': 'Ready: press Train',
  'sense.train.preparing': 'Writing the corpus…',
  'sense.train.epoch': 'epoch {epoch} of {epochs} · loss {loss}',
  'sense.train.done': 'done: {epochs} epochs · loss {loss}',
  'sense.train.stale': 'Trained from another seed.',
  'sense.said.running': 'Training.',
  'sense.said.finished': 'Training is done: {layer} puts {percent} of held-out sentences right.',

  'sense.layer': 'Layer',
  'sense.layer.0': '0',
  'sense.layer.1': '1',
  'sense.layer.2': '2',
  'sense.layer.mix': 'mix',
  'sense.layer.name.0': 'layer 0',
  'sense.layer.name.1': 'layer 1',
  'sense.layer.name.2': 'layer 2',
  'sense.layer.name.mix': 'the mix',
  'sense.layer.hint.0': 'the word itself',
  'sense.layer.hint.1': 'first LSTM layer',
  'sense.layer.hint.2': 'second LSTM layer',
  'sense.layer.hint.mix': 'all three, weighed',

  'sense.direction': 'Reads',
  'sense.direction.both': 'both ways',
  'sense.direction.forward': 'forward only',
  'sense.direction.backward': 'backward only',
  'sense.direction.both.help': 'Two readers: one from the left, one from the right, side by side.',
  'sense.direction.forward.help':
    'Only the reader from the left: of the words after ‘{word}’ it knows nothing.',
  'sense.direction.backward.help':
    'Only the reader from the right: of the words before ‘{word}’ it knows nothing.',

  'sense.caption.random':
    'Nothing is learned yet: all weights are random. Even so, the words around ‘{word}’ leave traces in its vector, enough to get some sentences right; but the clouds are one, hollow points lie on either side, and the gap is next to nothing. Press Train.',
  'sense.caption.0':
    'Layer 0 only looks the word up: ‘{word}’ goes in, its one stored vector comes out, and no other word of the sentence is read. So all {count} points lie on one spot. No training can part them, and neither can Skip-gram, whose vectors are of this kind.',
  'sense.caption.1':
    'Layer 1 has read the sentence. The words around ‘{word}’ push its vector to one side or the other. The cross marks the middle: the only place that one vector for all of them can have.',
  'sense.caption.2':
    'Layer 2 reads what layer 1 wrote: one step further from the spelling, one step closer to what the word does in its sentence.',
  'sense.caption.mix':
    'The mix adds the three layers, each times its weight. Layer 0 moves all points together; only layers 1 and 2 can part them. Give layer 0 all the weight, and the clouds fall back onto the cross.',

  'sense.map': 'Map of occurrences',
  'sense.map.title.senses':
    '{count} × ‘{word}’. Across: from {first} to {second}. Up: what else differs most.',
  'sense.map.title.pca':
    '{count} × ‘{word}’ on the two principal axes, which know nothing of senses.',
  'sense.axes': 'Axes of the map',
  'sense.axes.senses': 'Senses',
  'sense.axes.pca': 'PCA',
  'sense.map.waiting': 'The points appear as soon as the model is made.',
  'sense.map.help':
    'Arrow keys walk from point to point: left and right by x, up and down by y. Enter chooses a point and lists its neighbours, Escape lets go.',
  'sense.map.summary':
    '{count} occurrences of ‘{word}’: {first} {firstCount}, {second} {secondCount}. {layer}: {percent} of held-out sentences right.',
  'sense.map.static': 'static vector',
  'sense.map.heap': '{count} sentences, one vector',
  'sense.map.typed': 'your sentence',
  'sense.map.heldout': 'hollow: held out, never trained on',
  'sense.map.heldoutShort': 'held out',
  'sense.map.trained': 'trained on',
  'sense.map.spot': '{count} sentences lie on this spot. One of them:',
  'sense.map.point': '{sense}, {kind}: {sentence}',
  'sense.map.table': 'As a table',
  'sense.table.sentence': 'Sentence',
  'sense.table.sense': 'Sense',
  'sense.table.kind': 'Part',
  'sense.table.x': 'x',
  'sense.table.y': 'y',

  'sense.score.title': 'Can it tell them apart?',
  'sense.score.layer': 'Layer',
  'sense.score.accuracy': 'Right',
  'sense.score.gap': 'Gap',
  'sense.score.note':
    'Right: held-out sentences nearer to the centre of their own sense; guessing gets {percent}. Gap: by how much occurrences are more alike within a sense than across (cosine, the word’s mean subtracted).',
  'sense.score.choose': 'Show {layer}',

  'sense.curve.title': 'How far apart the two senses are, by epoch',
  'sense.curve.empty': 'The curves appear when training starts.',
  'sense.curve.summary': '{layer}: gap {gap}.',

  'sense.wind': 'Wind back',
  'sense.wind.epoch': 'epoch {epoch}',

  'sense.mix.title': 'The mix',
  'sense.mix.formula': 'γ (s₀ h₀ + s₁ h₁ + s₂ h₂), where hⱼ is layer j',
  'sense.mix.equal': 'Equal weights',
  'parameter.s0': 's₀, layer 0',
  'parameter.s0.help': 'The word itself: the same for all points.',
  'parameter.s1': 's₁, layer 1',
  'parameter.s1.help': 'The share of layer 1. The others make room; all three sum to 1.',
  'parameter.s2': 's₂, layer 2',
  'parameter.s2.help': 'The share of layer 2. The others make room; all three sum to 1.',
  'parameter.gamma': 'γ',
  'parameter.gamma.help':
    'Stretches or shrinks all vectors alike: angles, neighbours, scores stay.',

  'sense.ask.title': 'Your own sentence',
  'sense.ask.label': 'A sentence with ‘{word}’',
  'sense.ask.placeholder': 'Write a sentence with ‘{word}’',
  'sense.ask.example': 'An example',
  'sense.ask.back': 'Back to my own sentence',
  'sense.ask.noWord': 'Use ‘{word}’ in the sentence.',
  'sense.ask.unknown': 'Not in the corpus, hence left out: {words}',
  'sense.ask.vocabulary': 'Words it knows',
  'sense.ask.verdict': '{votes} of the {count} nearest are {sense}.',
  'sense.ask.tie': 'Its nearest are of both senses.',
  'sense.ask.level': 'At layer 0 all occurrences are equally near: a static vector cannot choose.',
  'sense.ask.nearest': 'Nearest occurrences',
  'sense.ask.untrained': 'The model is untrained: neighbours mean nothing yet.',
  'sense.picked.title': 'Chosen point',
  'sense.picked.edit': 'Change this sentence',
  'sense.picked.close': 'Let go',

  'sense.lesson.title': 'What is going on',
  'sense.lesson.static.title': 'One vector cannot be in two places',
  'sense.lesson.static':
    'One-hot, CBOW and Skip-gram store one vector per word. ‘apple’ the fruit pulls it towards pear and peach, ‘Apple’ the company towards phones; it settles in between and is near to both, at home with neither. More data does not help: there is only one vector to place.',
  'sense.lesson.lab': 'See its neighbours in the Lab',
  'sense.lesson.elmo.title': 'ELMo makes a vector for each occurrence',
  'sense.lesson.elmo':
    'Two LSTMs read every sentence, one from the left, one from the right. Each learns to guess the next word it will meet. To guess that ‘farmers say nowadays apple profits need …’ goes on with ‘sunshine’, and not with ‘software’, a reader must still have ‘farmers’ in mind when it passes ‘apple’. What it has in mind there is the vector of this ‘apple’. Nobody tells it about senses: the labels here serve for colours and score only.',
  'sense.lesson.layers.title': 'Layers 0, 1, 2',
  'sense.lesson.layers':
    'Layer 0 is the word’s own vector, before any reading: like Skip-gram’s, one for all sentences. Layers 1 and 2 are the two storeys of LSTMs above it. In the ELMo paper the upper one was the better guide to meaning (69.0 against 67.4 F1 on word senses), the lower one to grammar; in a toy corpus either may win.',
  'sense.lesson.score.title': 'How the score is taken',
  'sense.lesson.score':
    'Filled points are sentences of the training text, hollow ones were held out. The centre of each sense is the mean of its filled points, in all dimensions of the vectors, not on the map. A hollow point counts as right if its own sense’s centre is the nearer one. Half right is what guessing gets, and what layer 0 gets. The map’s line across runs through the two centres, so hollow points show honestly how far it holds.',
  'sense.lesson.try.title': 'Try this',
  'sense.lesson.try.1':
    'Train, then drag the layer to 0 and back; wind the training back and see the clouds part again.',
  'sense.lesson.try.2': 'Click a point, change one word of its sentence, and watch where it goes.',
  'sense.lesson.try.3':
    'Type a sentence that breaks off at the word. Read forward only, then backward only: which reader still knows?',
  'sense.lesson.try.4': 'Another seed: other places, the same parting.',

  'sense.open.title': 'Published weights',
  'sense.open.note':
    'An ELMo that was trained on real text, in the files that bilm-tf and AllenNLP use: options.json and weights.hdf5. They stay in this tab.',
  'sense.open.button': 'Open ELMo weights…',
};
