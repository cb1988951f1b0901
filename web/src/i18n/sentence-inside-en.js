/** The words of the view into a classifier of sentences, English. */
export const en = {
  'transfer.inside.text.title': 'Inside the classifier: one sentence, every number',
  'transfer.inside.text.lede':
    'Your sentence from top to bottom, in the classifier trained last, at its present weights: each word has a row of numbers, the rows are averaged, and the mean gets a score for each class.',
  'transfer.inside.text.lede.elmo':
    'Your sentence from top to bottom, in the classifier trained last, at its present weights: each layer of the language model is averaged over the words, the layers are mixed, and the mix gets a score for each class.',
  'transfer.inside.text.waits': 'Write a sentence above, once the classifier is trained.',
  'transfer.inside.text.label': 'True class',
  'transfer.inside.text.words': 'Vectors of the words',
  'transfer.inside.text.words.note':
    '{count} rows of {numbers} numbers; each counts for 1 ÷ {count}.',
  'transfer.inside.text.layers': 'Layers, averaged over the words',
  'transfer.inside.text.layers.note':
    '{count} rows of {numbers} numbers; what each counts for is learnt (*γ* times its share of the mix).',
  'transfer.inside.text.mean': 'Their mean, *m*',
  'transfer.inside.text.mix': 'Their mix, *m*',
  'transfer.inside.text.classes': 'Weights of the classes, and scores',
  'transfer.inside.text.classes.note':
    'A row of *W* for each class: times *m*, column by column, added up, plus a bias, it is the score. Softmax makes shares of the scores.',
  'transfer.inside.text.scoreOf': 'score of {label}',
  'transfer.inside.text.layer':
    'Layer {layer} of the language model, averaged over the words. How a layer computes its numbers is shown in the Lab, in the inside of ELMo.',
  'transfer.inside.text.proof':
    'Measured: this page computes the loss anew from the numbers above, in double precision. The blame is the training’s own, in 32-bit numbers, so they agree in about six digits.',
  'transfer.inside.text.adds.words': 'What each word adds to the scores',
  'transfer.inside.text.adds.layers': 'What each layer adds to the scores',
  'transfer.inside.text.step': 'One step on this sentence',
  'transfer.inside.text.step.note':
    'Lengths: the root of the sum of squares. The step is plain descent on this one sentence, with the first learning rate of the training times the layer’s own factor. Training takes batches, dropout and Adam.',
  'transfer.inside.text.layer.head': 'Head',
  'transfer.inside.text.layer.vectors': 'Word vectors',
  'transfer.inside.text.layer.tokens': 'Word vectors (layer 0)',
  'transfer.inside.text.layer.lstm': 'LSTM, layer {layer}',
};
