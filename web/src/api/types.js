/** Shapes of what callers give and what models tell. */

/**
 * @typedef {object} TokenizeOptions
 * @property {'space' | 'words' | 'characters'} [tokenizer] how text becomes tokens; 'space'
 * @property {'lines' | 'stops'} [sentences] what ends a sentence; 'lines'
 * @property {number} [minCount] rarer words are left out; 1
 * @property {number} [maxVocabulary] keep only the most frequent words; 0 keeps all
 * @property {'drop' | 'unk'} [unknown] words outside the vocabulary vanish or become <unk>; 'drop'
 *
 * @typedef {object} Word2VecOptions what CBOW and Skip-gram read
 * @property {'negative-sampling' | 'hierarchical-softmax' | 'softmax'} [objective]
 *   'negative-sampling'
 * @property {number} [window] largest distance between centre and context word; 5
 * @property {number} [negative] negative samples a window; 5
 * @property {number} [sample] subsampling threshold for frequent words; 0 keeps all
 * @property {number} [nsExponent] noise distribution: count to this power; 0.75
 *
 * @typedef {object} NnlmOptions
 * @property {number} [context] words it sees before the one it predicts; 3
 * @property {number} [hidden] hidden units; 64
 * @property {boolean} [direct] connections from the word vectors straight to the output; false
 *
 * @typedef {object} ElmoOptions names of bilm-tf where it has them
 * @property {number} [layers] LSTM layers in each direction; 2
 * @property {number} [cellSize] LSTM cells, projected to vectorSize; 32
 * @property {number} [cellClip] largest cell value, 0 for none; 3
 * @property {number} [projClip] largest projected value, 0 for none; 3
 * @property {boolean} [skipConnections] each layer's output adds to the next one's; true
 * @property {number} [dropout] share of inputs dropped while training; 0
 * @property {number} [samples] words drawn for the sampled softmax; 0: the full softmax
 * @property {number} [unroll] longest sequence of one gradient; 20
 * @property {boolean} [carryState] states go on from sentence to sentence; false
 * @property {boolean} [charCnn] words are read letter by letter; false
 * @property {number} [charSize] numbers a letter; 8
 * @property {number[][]} [charFilters] [width, count] of each convolution; [[1,8],[2,16],[3,32]]
 * @property {number} [highways] highway layers after the convolutions; 1
 * @property {number} [maxCharacters] bytes read of a word, marks included; 50
 *
 * @typedef {object} DescentOptions how NNLM and ELMo descend
 * @property {'adam' | 'sgd' | 'adagrad'} [optimiser] 'adam'
 * @property {'linear' | 'constant' | 'inverse-time'} [schedule] of the learning rate; 'linear'
 * @property {number} [batch] predictions (NNLM) or sentences (ELMo) a step; 32
 * @property {number} [weightDecay] 0
 * @property {number} [clipNorm] largest norm of all gradients together, 0 for none; 0
 * @property {number} [patience] epochs without a better held-out loss before it stops; 0: never
 *
 * @typedef {object} CommonOptions
 * @property {'skip-gram' | 'cbow' | 'one-hot' | 'nnlm' | 'elmo'} [model] 'skip-gram'
 * @property {number} [vectorSize] dimensions of a word vector; 32
 * @property {number} [alpha] first learning rate; depends on the model
 * @property {number} [minAlpha] last learning rate; 0.0001
 * @property {number} [epochs] passes over the corpus; 10
 * @property {number} [seed] same corpus, options and seed: same bits; 1
 * @property {CorpusInput} [heldout] text kept from training to measure on; of a preset, the part
 *   it keeps apart
 * @property {import('./model.js').Model} [start] its word vectors begin as this model has them, as
 *   far as it knows the words; vectorSize is then its dimensions
 *
 * @typedef {CommonOptions & Word2VecOptions & NnlmOptions & ElmoOptions & DescentOptions}
 *   TrainingOptions
 *
 * @typedef {object} EngineOptions
 * @property {'exact' | 'fast' | 'parallel' | 'auto'} [build] 'exact': the same bits in every browser;
 *   'fast': relaxed SIMD; 'parallel': relaxed SIMD and threads, where the page is cross-origin
 *   isolated: CBOW and Skip-gram then differ from run to run, NNLM and ELMo by the number of threads;
 *   'auto': the fastest that runs here; 'exact'. What does not run here gives way to the next best,
 *   and info.buildReason says why
 * @property {number} [threads] of the parallel build, at most as many as the processor has cores;
 *   all of them up to 8. The other builds have one
 * @property {string | URL} [workerUrl] the worker script, where blob: workers are forbidden
 * @property {string | URL} [assetBase] folder that holds the wasm files
 *
 * @typedef {string | {tokens: string[][]} | {preset: string} | {bytes: Uint8Array | ArrayBuffer}}
 *   CorpusInput
 *
 * @typedef {object} RunOptions
 * @property {AbortSignal} [signal] aborting pauses; the promise rejects with code Cancelled
 * @property {(report: Report) => void} [onProgress] at most 30 calls a second
 * @property {number} [stepsPerSecond] slow motion; undefined or Infinity: full speed
 *
 * @typedef {{corpus: CorpusInput} & TokenizeOptions & TrainingOptions & EngineOptions & RunOptions}
 *   CreateOptions
 */

/**
 * @typedef {object} ImageExamples
 * @property {Uint8Array} pixels 0 (paper) … 255 (ink), row by row, image after image
 * @property {string[] | number[] | Uint8Array} labels one for each image; whole numbers are shown
 *   in rising order, names in that of their first appearance
 * @property {number} [width] 28
 * @property {number} [height] 28
 *
 * @typedef {string | {bytes: Uint8Array | ArrayBuffer} |
 *   {labels: string[], sentences: Sentence[]}} TextExamples text: lines of label, tab, sentence
 *
 * @typedef {ImageExamples | TextExamples} Examples of the kind that the model takes
 * @typedef {Uint8Array | {pixels: Uint8Array} | Sentence[] | string} Inputs without labels: images,
 *   or sentences
 *
 * @typedef {object} ClassifierOptions how a classifier is trained; what is left out suits its kind
 * @property {number} [epochs] passes over the examples
 * @property {number} [minSteps] more passes where these would make fewer steps
 * @property {number} [batch] examples a step
 * @property {number} [alpha] first learning rate
 * @property {number} [minAlpha] last learning rate
 * @property {'adam' | 'sgd' | 'adagrad'} [optimiser]
 * @property {'linear' | 'constant' | 'inverse-time'} [schedule]
 * @property {number} [weightDecay]
 * @property {number} [clipNorm] largest norm of all gradients together, 0 for none
 * @property {boolean} [gradual] layers join from the top over the first half of the run
 * @property {number} [seed] 1
 *
 * @typedef {object} ClassifierRun
 * @property {AbortSignal} [signal]
 * @property {(report: ClassifierReport) => void} [onProgress] at most 30 calls a second
 * @property {number} [stepsPerSecond]
 *
 * @typedef {object} NetworkOptions of a network for images
 * @property {ImageExamples} examples
 * @property {[number, number]} [filters] of the two convolutions; [12, 24]
 * @property {number} [kernel] of both: kernel × kernel; 5
 * @property {number} [hidden] units of the dense layer; 128
 * @property {number} [dropout] before the head; 0.5
 *
 * @typedef {NetworkOptions & ClassifierOptions & ClassifierRun & EngineOptions} ImageOptions
 *
 * @typedef {object} LentOptions
 * @property {Examples} examples
 * @property {'pretrained' | 'random'} [from] random: layers of the same shape, drawn anew
 * @property {{dropout?: number}} [head] the new one; 0.25
 * @property {string[] | 'all' | 'general' | 'none'} [frozen] layers that do not learn; 'none'.
 *   all: all but the head; general: those whose features serve other tasks as they are, which
 *   compare() freezes
 * @property {number | Record<string, number>} [learningRates] a factor from layer to layer, smaller
 *   further down, or each layer's rate, times alpha; 2.6 (ULMFiT), on random layers 1
 *
 * @typedef {LentOptions & ClassifierOptions & ClassifierRun} TransferOptions
 *
 * @typedef {object} ComparedOptions
 * @property {Examples} pool that few-label training sets are drawn from
 * @property {Examples} test
 * @property {TransferMode[]} [modes] all four
 * @property {number[]} [labels] examples of each class; [1, 2, 5, 10, 50]
 * @property {number} [seeds] runs of each, of seeds `seed`, `seed` + 1, …; 5
 * @property {{dropout?: number}} [head]
 * @property {number} [learningRates] fine-tuned: factor from layer to layer; 2.6
 * @property {AbortSignal} [signal]
 * @property {(progress: {progress: number} & Comparison) => void} [onProgress] results so far
 *
 * @typedef {ComparedOptions & ClassifierOptions} CompareOptions
 *
 * @typedef {object} Evaluation
 * @property {number} accuracy 0 … 1
 * @property {number} correct
 * @property {number} total
 * @property {string[]} labels
 * @property {number[][]} confusion by true label, then by the label given: how many examples
 * @property {number[]} predictions by example, places in `labels`
 */

/**
 * What the worker makes.
 * @typedef {import('../worker/types').BuildLacks} BuildLacks
 * @typedef {import('../worker/types').Report} Report
 * @typedef {import('../worker/types').Info} Info
 * @typedef {import('../worker/types').ClassifierReport} ClassifierReport
 * @typedef {import('../worker/types').ClassifierInfo} ClassifierInfo
 * @typedef {import('../worker/types').Layer} Layer
 * @typedef {import('../worker/types').TransferMode} TransferMode
 * @typedef {import('../worker/types').Comparison} Comparison
 * @typedef {import('../worker/types').Neighbour} Neighbour
 * @typedef {import('../worker/types').Section} Section
 * @typedef {import('../worker/types').Prediction} Prediction
 * @typedef {import('../worker/types').SentenceScore} SentenceScore
 * @typedef {import('../worker/types').Perplexities} Perplexities
 * @typedef {import('../worker/types').SenseMap} SenseMap
 */

/**
 * @typedef {string | string[]} Sentence text, split as the corpus was, or words
 *
 * @typedef {object} LayerOptions which of ELMo's vectors
 * @property {number | 'mix'} [layer] 0 (the token) … the number of LSTM layers, or their mix; 'mix'
 * @property {'both' | 'forward' | 'backward'} [direction] 'both'
 * @property {number[]} [weights] of the mix, before the softmax, one a layer; all equal
 * @property {number} [gamma] of the mix; 1
 */

export {};
