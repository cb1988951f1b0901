/** The words of the view into the network of the transfer page, English. */
export const en = {
  'transfer.inside.title': 'Inside the network: one picture, every number',
  'transfer.inside.lede':
    'The picture goes from left to right. Press any number to see what it was computed from. These are the numbers of a network in your browser, at its present weights.',
  'transfer.inside.close': 'Close',
  'transfer.inside.percent': ' %',
  'transfer.inside.busy.start': 'Making the three networks …',
  'transfer.inside.busy.trained': 'Training the three networks on your pictures …',
  'transfer.inside.noPicture':
    'There is no picture to follow. Draw one on the pad, choose one of B’s pictures, or take a test digit.',
  'transfer.inside.twoLabels':
    'B needs pictures of two digits or more. Add some above, then its network can be opened.',

  'transfer.inside.source': 'Picture',
  'transfer.inside.source.mine': 'the one above',
  'transfer.inside.source.test': 'a test digit',
  'transfer.inside.label': 'True digit',
  'transfer.inside.previous': 'Previous test digit',
  'transfer.inside.next': 'Next test digit',
  'transfer.inside.nth': 'number {number} of {count}: a {label}',
  'transfer.inside.way': 'Network B',
  'transfer.inside.moment': 'Its weights',
  'transfer.inside.moment.start': 'before training',
  'transfer.inside.moment.trained': 'trained on {count} pictures',
  'transfer.inside.shown': 'Show',
  'transfer.inside.shown.values': 'numbers →',
  'transfer.inside.shown.blame': '← blame',

  'transfer.inside.network': 'The network, from the picture to the digits',
  'transfer.inside.image': 'Picture',
  'transfer.inside.size.image': '{height} × {width} pixels, 0 to 1',
  'transfer.inside.size.conv1': '{count} maps of {height} × {width}',
  'transfer.inside.size.conv2': '{count} maps of {height} × {width}',
  'transfer.inside.size.hidden': '{count} numbers',
  'transfer.inside.size.logits': 'scores, then softmax',
  'transfer.inside.pixel': 'Pixel in row {row}, column {col}',
  'transfer.inside.place': '{layer}, map {number}, row {row}, column {col}',
  'transfer.inside.unit': '{layer}, number {number}',
  'transfer.inside.score': '{layer}, score of {label}',
  'transfer.inside.unitShort': 'hidden {number}',
  'transfer.inside.mapShort': 'map {number}',
  'transfer.inside.cell': 'row {row}, column {col}',
  'transfer.inside.row': 'row {row}',
  'transfer.inside.col': 'column {col}',
  'transfer.inside.digit': 'Digit',
  'transfer.inside.scoreHead': 'Score',
  'transfer.inside.blame': 'Blame',
  'transfer.inside.softmaxHead': 'Softmax',
  'transfer.inside.true': '(the true digit)',
  'transfer.inside.formula':
    'softmax( *W*_4_ relu( *W*_3_ max relu( *W*_2_ ∗ max relu( *W*_1_ ∗ *x* ) ) ) )',

  'transfer.inside.reads':
    'It reads {count} maps: {count} × {each} = {all} products. Choose a map to see its {each}.',
  'transfer.inside.patch.image': 'The patch of the picture',
  'transfer.inside.patch': 'The patch of {layer}, map {number}',
  'transfer.inside.kernel.image': 'The filter of map {own}',
  'transfer.inside.kernel': 'The filter of map {own} for map {number}',
  'transfer.inside.kernel.hidden': 'The weights of number {own} for map {number}',
  'transfer.inside.products': 'Their {count} products',
  'transfer.inside.bias': 'bias',
  'transfer.inside.sum': 'sum',
  'transfer.inside.four': 'The sums of four neighbouring patches',
  'transfer.inside.largest': 'Only the largest goes on: {value}. It belongs to the patch shown.',
  'transfer.inside.relu.on': 'ReLU lets it pass, because it is above 0: {value}.',
  'transfer.inside.relu.off':
    'ReLU makes 0 of it, because it is not above 0. Nothing passes, and no blame comes back through it.',
  'transfer.inside.softmax':
    'Softmax: e to the power {score} is {power}; all powers together are {total}; the share is {percent} %.',

  'transfer.inside.blamed.more': 'Blame: {blame}. More of this number would raise the loss.',
  'transfer.inside.blamed.less': 'Blame: {blame}. More of this number would lower the loss.',
  'transfer.inside.blamed.not': 'Blame: 0. The loss does not depend on this number.',
  'transfer.inside.weights.unit': '{name}, in units of {unit}',

  'transfer.inside.proof':
    'Measured: this page computes the picture’s loss anew in double precision, with the number a little larger and a little smaller. Backpropagation’s blame is the training’s own, in 32-bit numbers, so they agree in about six digits.',
  'transfer.inside.proof.row':
    'Prove the ten weights it was computed with that have the largest gradients',

  'transfer.inside.step.title': 'One step on this picture',
  'transfer.inside.step.lede':
    'The truth is {label}. From right to left, each number is asked: would the loss grow if you were a little larger? The answer is its blame, the gradient. Then the weights that may move take one step against it.',
  'transfer.inside.step.gradient': 'gradient of weights',
  'transfer.inside.step.change': 'weights move by',
  'transfer.inside.step.passed': 'gradient passed on',
  'transfer.inside.step.picture': 'gradient at the picture',
  'transfer.inside.step.stays': '0, frozen',
  'transfer.inside.step.outcome': 'After the step',
  'transfer.inside.step.chance': 'share of {label}',
  'transfer.inside.step.loss': 'loss',
  'transfer.inside.step.note':
    'Lengths: the root of the sum of squares. The step is plain descent on this one picture, with rate {alpha} times the layer’s own factor: fine-tuning moves lower layers less. Training takes batches, dropout and Adam. It does not compute the gradient of frozen layers at the bottom, because nothing below needs it. Here it is computed: it would pass, and the weights stay all the same. A large gain in one step is no proof of a better network: it has learnt this picture, not yet the digit.',
  'transfer.inside.weights.choose': 'Press a number above to see its weights before and after.',
  'transfer.inside.weights.of.conv1': '{layer}, map {number}: the filter’s step',
  'transfer.inside.weights.of.conv2':
    '{layer}, map {number}, for map {map} below: the filter’s step',
  'transfer.inside.weights.of.hidden':
    '{layer}, number {number}, for map {map} below: the weights’ step',
  'transfer.inside.weights.of.logits':
    '{layer}, score of {label}: the weight with the largest gradient',
  'transfer.inside.weights.gradient': 'Gradient',
  'transfer.inside.weights.before': 'Weight before',
  'transfer.inside.weights.change': 'Change',
  'transfer.inside.weights.line': 'The framed weight: {before} − {rate} × {gradient} = {after}',
  'transfer.inside.weights.line.logits':
    'The weight of {name}: {before} − {rate} × {gradient} = {after}',
  'transfer.inside.weights.none':
    'All gradients here are 0: what is read is 0, or ReLU lets nothing back. So these weights do not move.',
  'transfer.inside.weights.frozen':
    'The framed weight has the gradient {gradient} and stays: {before} → {before}. The layer is frozen.',
};
