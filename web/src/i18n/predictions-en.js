/** Messages of the language models, NNLM and ELMo, and of predictions. */
export const en = {
  'story.nnlm': 'NNLM',
  'story.nnlm.adds': 'predict the next word',
  'story.elmo': 'ELMo',
  'story.elmo.adds': 'vector by context',
  'story.polysemy': 'Polysemy lab',
  'story.polysemy.adds': 'one word, two senses',
  'story.ladder': 'Ladder',
  'story.ladder.adds': 'all side by side',
  'story.transfer': 'Transfer',
  'story.transfer.adds': 'freeze or fine-tune',

  'model.nnlm':
    'The few words before predict the next one; word vectors fall out on the way (Bengio et al. 2003).',
  'model.elmo':
    'Two LSTMs read the sentence from both sides: a word’s vector depends on its sentence (Peters et al. 2018).',

  'parameters.network': 'Network',
  'parameters.tokens': 'From characters to words',
  'parameters.lstm': 'LSTMs',
  'parameters.learning': 'Learning',
  'parameters.measuring': 'Held-out text',
  'parameters.text': 'Words and numbers',
  'parameter.vectorSize.help.elmo':
    'Size of a word’s vector and of each LSTM’s output (Peters et al. 2018: 512).',
  'parameter.alpha.help.language': 'Size of the first steps; the schedule says how it changes.',
  'parameter.context': 'Context',
  'parameter.context.help':
    'Words before it from which the next is predicted (Bengio et al. 2003: n − 1 = 4 or 5).',
  'parameter.hidden': 'Hidden units',
  'parameter.hidden.help':
    'tanh units between the word vectors and the softmax (Bengio et al. 2003: 50 to 100).',
  'parameter.direct': 'Direct connections',
  'parameter.direct.help':
    'Word vectors also reach the softmax directly: y = b + Wx + U tanh(d + Hx) (Bengio et al. 2003, §2).',
  'parameter.layers': 'Layers',
  'parameter.layers.help': 'LSTMs stacked in each direction; ELMo has two (Peters et al. 2018).',
  'parameter.cellSize': 'Cells',
  'parameter.cellSize.help':
    'Memory cells of an LSTM, before its output is projected (Peters et al. 2018: 4,096).',
  'parameter.charCnn': 'Character CNN',
  'parameter.charCnn.help':
    'Makes a word’s vector from its characters, so that spelling counts (Peters et al. 2018).',
  'parameter.charSize': 'Character size',
  'parameter.charSize.help': 'Numbers that describe one character, that is one byte (bilm-tf: 16).',
  'parameter.charFilters': 'Filters, width × number',
  'parameter.charFilters.help':
    'Convolutions over the characters, as in 1x16,2x16 (bilm-tf: widths 1 to 7, 2,048 in all).',
  'parameter.filters':
    'Write width x number, as in 1x16,2x16: at most 8, widths 1 to 10, up to 256 each.',
  'parameter.highways': 'Highway layers',
  'parameter.highways.help':
    'Gated layers after the filters (Srivastava et al. 2015; ELMo has two).',
  'parameter.skipConnections': 'Skip connection',
  'parameter.skipConnections.help':
    'Adds each LSTM’s input to its output, from the second layer on (Peters et al. 2018).',
  'parameter.dropout': 'Dropout',
  'parameter.dropout.help':
    'Share of numbers blanked out while training (Srivastava et al. 2014; bilm-tf: 0.1).',
  'parameter.cellClip': 'Cell clip',
  'parameter.cellClip.help': 'Memory cells stay within ± this; 0 for no limit (bilm-tf: 3).',
  'parameter.projClip': 'Output clip',
  'parameter.projClip.help': 'LSTM outputs stay within ± this; 0 for no limit (bilm-tf: 3).',
  'parameter.samples': 'Sampled softmax',
  'parameter.samples.help':
    'Words drawn for each update instead of all; 0 takes all (Jean et al. 2015; bilm-tf: 8,192).',
  'parameter.unroll': 'Unroll',
  'parameter.unroll.help': 'Words through which gradients flow back (bilm-tf: 20).',
  'parameter.carryState': 'Carry state',
  'parameter.carryState.help':
    'LSTMs remember the batch before while training (bilm-tf does). Asked sentences always start afresh.',
  'parameter.optimiser': 'Optimiser',
  'parameter.optimiser.sgd': 'SGD',
  'parameter.optimiser.adagrad': 'Adagrad',
  'parameter.optimiser.adam': 'Adam',
  'parameter.optimiser.sgd.help': 'Steps along the plain gradient, as in Bengio et al. 2003.',
  'parameter.optimiser.adagrad.help':
    'Shorter steps where gradients have been large (Duchi et al. 2011); bilm-tf trains with it.',
  'parameter.optimiser.adam.help':
    'Steps by the running mean and size of the gradients (Kingma & Ba 2015).',
  'parameter.schedule': 'Rate',
  'parameter.schedule.constant': 'Constant',
  'parameter.schedule.linear': 'Linear',
  'parameter.schedule.inverse-time': '1 / time',
  'parameter.schedule.constant.help': 'The learning rate stays as it is.',
  'parameter.schedule.linear.help': 'The rate falls evenly to the last rate (Mikolov et al. 2013).',
  'parameter.schedule.inverse-time.help': 'ε₀ / (1 + r t) with r = 10⁻⁸ (Bengio et al. 2003, §4).',
  'parameter.batch': 'Batch',
  'parameter.batch.help': 'Examples per update (Bengio et al. 2003: one).',
  'parameter.batch.help.elmo': 'Sentences read side by side for one update (bilm-tf: 128).',
  'parameter.weightDecay': 'Weight decay',
  'parameter.weightDecay.help':
    'Pulls weights towards 0, never biases (Bengio et al. 2003: 0.0001).',
  'parameter.clipNorm': 'Clip gradients',
  'parameter.clipNorm.help':
    'Longest gradient of an update; 0 for no limit (Pascanu et al. 2013; bilm-tf: 10).',
  'parameter.heldout': 'Held out, %',
  'parameter.heldout.help': 'The end of the text is kept from training, to measure on.',
  'parameter.heldout.brought': 'This corpus brings held-out sentences of its own.',
  'parameter.patience': 'Early stopping',
  'parameter.patience.help':
    'Stops after so many epochs without a better held-out loss; 0 never does (Prechelt 1998).',

  'loss.heldout': 'held-out {loss}',
  'loss.settings.nnlm':
    '{size} dim · context {context} · hidden {hidden} · rate {alpha} · seed {seed}',
  'loss.settings.elmo': '{size} dim · {layers} × {cells} cells · rate {alpha} · seed {seed}',
  'loss.summary.heldout': 'Held-out loss {loss}.',
  'loss.unigram': 'unigram',
  'loss.bigram': 'bigram',
  'loss.trigram': 'trigram',

  'perplexity.title': 'Perplexity on {sentences} held-out sentences, lower is better',
  'perplexity.unigram': 'Unigram',
  'perplexity.bigram': 'Bigram',
  'perplexity.trigram': 'Trigram',
  'perplexity.mixed': '{model} + trigram',
  'perplexity.note':
    'Perplexity is e to the loss: among how many equally likely words the model hesitates. n-grams count how often one, two or three words follow each other; the mixture takes half of each probability (Bengio et al. 2003, §4).',
  'perplexity.sparse':
    'Here the trigram is worse than the bigram, though it sees more: most groups of three words in the held-out sentences occur once or never in a text this small, so their counts say little. More context helps only where there is enough text.',
  'perplexity.early':
    '{model} is still worse than counting single words. If the mixture is better than the trigram all the same, it is because an untrained model gives every word some probability, also those that the trigram has never seen.',
  'perplexity.diluted':
    'The mixture is worse than {model} alone: half of each probability comes from the weaker trigram.',
  'perplexity.helped': 'The mixture is better than both: they make different mistakes.',
  'perplexity.waiting': 'Perplexity on held-out sentences: known after the first epoch',

  'predict.end': 'sentence ends',
  'predict.start': 'sentence starts',
  'predict.untrained': 'Not trained yet: these are guesses.',
  'predict.next': 'Next word',
  'predict.nextLabel': 'Words before the next word',
  'predict.nextHint': 'Press one to append it',
  'predict.sees': 'It sees only',
  'predict.append': '{word}, {probability}: append',
  'predict.back': 'Remove the last word',
  'predict.blank': 'Fill the blank',
  'predict.blankLabel': 'A sentence with _ for the missing word',
  'predict.fill': '{word}, {probability}: fill in',
  'predict.using': 'Read',
  'predict.using.both': 'both sides',
  'predict.using.forward': 'before',
  'predict.using.backward': 'after',
  'predict.score': 'How likely is a sentence?',
  'predict.scoreLabel': 'A sentence to score',
  'predict.direction': 'Reading direction',
  'predict.direction.forward': 'forwards',
  'predict.direction.backward': 'backwards',
  'predict.scored': 'perplexity {perplexity} · {bits} bits per word',
  'predict.generate': 'Generate',
  'predict.generateAgain': 'Another one',
  'predict.prompt': 'First words',
  'predict.generateMore': 'How it is drawn',
  'predict.generated': 'Generated text',
  'parameter.temperature': 'Temperature',
  'parameter.temperature.help': 'Below 1 plays safe, above 1 dares more.',
  'parameter.topK': 'Top k',
  'parameter.topK.help': 'Draws among the k likeliest words only; 0 takes all (Fan et al. 2018).',
  'parameter.length': 'Length',
  'parameter.length.help': 'Words at most.',
  'parameter.draw': 'Seed of the drawing',
  'parameter.draw.help': 'Same seed, same weights: the same sentence.',

  'vectors.title': 'Ask its word vectors',
  'vectors.nnlm': 'A by-product: NNLM only wanted to predict the next word.',
  'vectors.elmo': 'Layer 0, before any context: still one vector per word.',

  'contexts.title': 'One vector per occurrence',
  'contexts.legend':
    'One cell per number, {count} per word: − left colour, + right colour, pale near 0. Full colour: ± the number beside the layer.',
  'contexts.note':
    'One word in three sentences: two senses, then the first sense again. Layer 0 sees only the word; the LSTMs above read its sentence.',
  'contexts.first': 'First sentence',
  'contexts.second': 'Second sentence',
  'contexts.third': 'Third sentence',
  'contexts.layer': 'layer {layer}',
  'contexts.choose': 'Compare ‘{word}’, word {number} of this sentence',
  'contexts.pair.second': 'First and second sentence: {first} · {second}',
  'contexts.pair.third': 'First and third sentence: {first} · {second}',
  'contexts.centred':
    'Cosine by layer, after subtracting the mean of ‘{word}’ in {count} sentences of the text: most of a vector is the same in all of them. Layer 0 has nothing left.',
  'contexts.raw': 'Cosine by layer.',
  'contexts.dropped': 'Not in the vocabulary, left out: {words}',
  'contexts.picture': 'Vectors of {sentence}: a row per layer, a column per word',
  'contexts.waiting': 'The picture appears when the model is ready.',

  'export.checkpoint': 'Checkpoint: opens here again, trains on',
  'error.NoWords': 'Type some words first.',
  'error.NoBlank': 'Put one _ where the word is missing.',
};
