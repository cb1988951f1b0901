/** Types of the API's arguments and results. */

/**
 * @typedef {object} TokenizeOptions
 * @property {'space' | 'words' | 'characters'} [tokenizer] how text is split into tokens; 'space'
 * @property {'lines' | 'stops'} [sentences] what ends a sentence; 'lines'
 * @property {number} [minCount] rarer words are left out; 1
 * @property {number} [maxVocabulary] keep only the most frequent words; 0 keeps all
 * @property {'drop' | 'unk'} [unknown] words outside the vocabulary are dropped or become `<unk>`;
 *   'drop'
 * @property {boolean | import('./phrases.js').PhraseOptions} [phrases] joins pairs of words that
 *   belong together, as new york to new_york; true: with the defaults of findPhrases(); false
 *
 * @typedef {object} Word2VecOptions options of CBOW and Skip-gram
 * @property {'negative-sampling' | 'hierarchical-softmax' | 'softmax'} [objective] the
 *   training objective; 'negative-sampling'
 * @property {number} [window] largest distance between centre and context word; 5
 * @property {number} [negative] negative samples per window; 5
 * @property {number} [sample] subsampling threshold for frequent words; 0 keeps all
 * @property {number} [nsExponent] exponent of the counts in the noise distribution; 0.75
 * @property {'stream' | 'keyed'} [draws] random draws: one stream for the whole run, or keyed by
 *   seed, epoch and line of the text, so that a line left empty changes nothing but itself;
 *   'stream'
 * @property {number} [sharedWindows] Skip-gram: how many consecutive windows of a sentence share
 *   their negative samples and are one step; 1. More are faster
 *
 * @typedef {object} NnlmOptions
 * @property {number} [context] number of preceding words from which the next is predicted; 3
 * @property {number} [hidden] hidden units; 64
 * @property {boolean} [direct] direct connections from the word vectors to the output; false
 *
 * @typedef {object} ElmoOptions named as in bilm-tf where bilm-tf has the option
 * @property {number} [layers] LSTM layers per direction; 2
 * @property {number} [cellSize] LSTM cells, projected to vectorSize; 32
 * @property {number} [cellClip] largest cell value; 0: no limit; 3
 * @property {number} [projClip] largest projected value; 0: no limit; 3
 * @property {boolean} [skipConnections] adds each layer's output to the next layer's output; true
 * @property {number} [dropout] share of inputs dropped while training; 0
 * @property {number} [unroll] longest sequence for one gradient; 20
 * @property {boolean} [carryState] keeps the LSTM states from one sentence to the next; false
 * @property {boolean} [charCnn] computes word vectors from characters; false
 * @property {number} [charSize] numbers per letter; 8
 * @property {number[][]} [charFilters] [width, count] of each convolution; [[1,8],[2,16],[3,32]]
 * @property {number} [highways] highway layers after the convolutions; 1
 * @property {number} [maxCharacters] bytes read per word, including the marks at its ends; 50
 *
 * @typedef {object} DescentOptions how NNLM and ELMo are optimised
 * @property {'adam' | 'sgd' | 'adagrad'} [optimiser] the optimiser; 'adam'
 * @property {'linear' | 'constant' | 'inverse-time'} [schedule] how the learning rate changes; 'linear'
 * @property {number} [batch] predictions (NNLM) or sentences (ELMo) per step; 32
 * @property {number} [samples] words drawn for the sampled softmax, which training then uses in place
 *   of all words; 0: full softmax. Not with NNLM's direct connections
 * @property {number} [weightDecay] weight decay; 0
 * @property {number} [clipNorm] largest norm of all gradients together; 0: no limit; 0
 * @property {number} [patience] stops after this many epochs without a better held-out loss;
 *   0: never
 *
 * @typedef {object} CommonOptions
 * @property {'skip-gram' | 'cbow' | 'one-hot' | 'nnlm' | 'elmo'} [model] what is trained; 'skip-gram'
 * @property {number} [vectorSize] dimensions of a word vector; 32
 * @property {number} [alpha] first learning rate; depends on the model
 * @property {number} [minAlpha] last learning rate; 0.0001
 * @property {number} [epochs] passes over the corpus; 10
 * @property {number} [seed] the same corpus, options and seed give the same bits; 1
 * @property {CorpusInput} [heldout] text used for measuring, not for training; of a preset, its
 *   held-out part
 * @property {import('./model.js').Model} [start] the model whose vectors are the initial vectors of
 *   the words it contains; vectorSize is then its number of dimensions
 * @property {boolean} [keep] goes on with `start`, a CBOW or Skip-gram model: its words stay in the
 *   vocabulary with their counts, also those that the corpus lacks, its output vectors are kept, too,
 *   and its options are the defaults; false
 *
 * @typedef {CommonOptions & Word2VecOptions & NnlmOptions & ElmoOptions & DescentOptions}
 *   TrainingOptions
 *
 * @typedef {object} EngineOptions
 * @property {'exact' | 'fast' | 'parallel' | 'auto'} [build] 'exact': the same bits in every
 *   browser; 'fast': relaxed SIMD; 'parallel': relaxed SIMD and threads, only on cross-origin
 *   isolated pages: results of CBOW and Skip-gram then differ from run to run, those of NNLM and
 *   ELMo by the number of threads; 'auto': the fastest build that runs here; 'exact'. A build that
 *   cannot run here is replaced by the next best, and info.buildReason says why
 * @property {number} [threads] number of threads of the parallel build, at most the number of
 *   processor cores; all cores up to 8. The other builds have one thread
 * @property {string | URL} [workerUrl] URL of the worker script, for pages that forbid
 *   blob: workers
 * @property {string | URL} [assetBase] folder of the wasm files
 *
 * @typedef {object} TextFile a text file
 * @property {Uint8Array | ArrayBuffer | Blob} bytes
 * @property {string} [encoding] such as 'gbk' or 'windows-1252'; UTF-8, or the most probable one
 *
 * @typedef {AsyncIterable<string | string[]> | Iterable<string | string[]> |
 *   (() => AsyncIterable<string | string[]> | Iterable<string | string[]>)} Stream texts, or
 *   sentences as lists of words. It is read once to count the words and once per epoch, and never held
 *   in memory as a whole. A generator can be read once only: give the function that starts it
 *
 * @typedef {string | {tokens: string[][]} | {preset: string} | TextFile | Blob} CorpusInput
 *
 * @typedef {object} RunOptions
 * @property {AbortSignal} [signal] aborting pauses; the promise then rejects with code Cancelled
 * @property {(report: Report) => void} [onProgress] at most 30 calls per second
 * @property {(epoch: EpochReport) => void} [onEpoch] called at the end of every epoch
 * @property {number} [stepsPerSecond] limits the speed; undefined or Infinity: full speed
 *
 * @typedef {{corpus: CorpusInput} & TokenizeOptions & TrainingOptions & EngineOptions & RunOptions}
 *   CreateOptions
 *
 * @typedef {Omit<CreateOptions, 'corpus'> & {corpus: Stream}} StreamOptions options of a training whose
 *   text is read in pieces; CBOW and Skip-gram
 */

/**
 * @typedef {object} ImageExamples
 * @property {Uint8Array} pixels 0 (paper) … 255 (ink), row by row, image after image
 * @property {string[] | number[] | Uint8Array} labels one per image; whole numbers are shown in
 *   rising order, names in the order of their first appearance
 * @property {number} [width] in pixels; 28
 * @property {number} [height] in pixels; 28
 *
 * @typedef {string | TextFile | {labels: string[], sentences: Sentence[]}}
 *   TextExamples text consists of lines of label, tab, sentence
 *
 * @typedef {ImageExamples | TextExamples} Examples examples of the kind that the model accepts
 * @typedef {Uint8Array | {pixels: Uint8Array} | Sentence[] | string} Inputs images or sentences
 *   without labels
 *
 * @typedef {object} ClassifierOptions how a classifier is trained; the defaults depend on its kind
 * @property {number} [epochs] passes over the examples
 * @property {number} [minSteps] smallest number of steps; more passes are made until it is reached
 * @property {number} [batch] examples per step
 * @property {number} [alpha] first learning rate
 * @property {number} [minAlpha] last learning rate
 * @property {'adam' | 'sgd' | 'adagrad'} [optimiser] the optimiser
 * @property {'linear' | 'constant' | 'inverse-time'} [schedule] how the learning rate changes
 * @property {number} [weightDecay] weight decay
 * @property {number} [clipNorm] largest norm of all gradients together; 0: no limit
 * @property {boolean} [gradual] unfreezes the layers from the top down over the first half of the
 *   run
 * @property {number} [seed] the same examples, options and seed give the same bits; 1
 *
 * @typedef {object} ClassifierRun
 * @property {AbortSignal} [signal] aborting pauses; the promise then rejects with code Cancelled
 * @property {(report: ClassifierReport) => void} [onProgress] at most 30 calls per second
 * @property {number} [stepsPerSecond] limits the speed; undefined or Infinity: full speed
 *
 * @typedef {object} NetworkOptions options of a network for images
 * @property {ImageExamples} examples what it is trained on
 * @property {[number, number]} [filters] number of filters of the two convolutions; [12, 24]
 * @property {number} [kernel] size of the filters of both: kernel × kernel; 5
 * @property {number} [hidden] units of the dense layer; 128
 * @property {number} [dropout] dropout before the head; 0.5
 *
 * @typedef {NetworkOptions & ClassifierOptions & ClassifierRun & EngineOptions} ImageOptions
 *
 * @typedef {object} LentOptions
 * @property {Examples} examples what it is trained on
 * @property {'pretrained' | 'random'} [from] random: new random layers of the same shape
 * @property {{dropout?: number}} [head] options of the new head; dropout 0.25
 * @property {string[] | 'all' | 'general' | 'none'} [frozen] layers that are not trained; 'none'.
 *   all: all but the head; general: the layers whose features serve other tasks unchanged, which
 *   are the ones that compare() freezes
 * @property {number | Record<string, number>} [learningRates] a factor by which the rate falls from
 *   each layer to the one below, or a rate per layer; each is multiplied by alpha; 2.6 (ULMFiT), on
 *   random layers 1
 *
 * @typedef {LentOptions & ClassifierOptions & ClassifierRun} TransferOptions
 *
 * @typedef {object} ComparedOptions
 * @property {Examples} pool examples from which the training sets with few labels are drawn
 * @property {Examples} test examples on which the accuracy is measured
 * @property {TransferMode[]} [modes] which of the four ways; all by default
 * @property {number[]} [labels] numbers of examples per class; [1, 2, 5, 10, 50]
 * @property {number} [seeds] number of runs each, with seeds `seed`, `seed` + 1, …; 5
 * @property {{dropout?: number}} [head] options of the new heads
 * @property {number} [learningRates] when fine-tuning, the factor from layer to layer; 2.6
 * @property {AbortSignal} [signal] aborting stops; the promise then rejects with code Cancelled
 * @property {(progress: {progress: number} & Comparison) => void} [onProgress] receives the results
 *   so far
 *
 * @typedef {ComparedOptions & ClassifierOptions} CompareOptions
 *
 * @typedef {object} Evaluation
 * @property {number} accuracy 0 … 1
 * @property {number} correct
 * @property {number} total
 * @property {string[]} labels
 * @property {number[][]} confusion number of examples, by true label, then by predicted label
 * @property {number[]} predictions per example, an index into `labels`
 */

/**
 * The results that the worker returns.
 * @typedef {import('../worker/types').BuildLacks} BuildLacks
 * @typedef {import('../worker/types').Report} Report
 * @typedef {import('../worker/types').Info} Info
 * @typedef {import('../worker/types').EpochReport} EpochReport
 * @typedef {import('../worker/types').Forecast} Forecast
 * @typedef {import('../worker/types').ClassifierReport} ClassifierReport
 * @typedef {import('../worker/types').ClassifierInfo} ClassifierInfo
 * @typedef {import('../worker/types').Layer} Layer
 * @typedef {import('../worker/types').TransferMode} TransferMode
 * @typedef {import('../worker/types').Comparison} Comparison
 * @typedef {import('../worker/types').Neighbour} Neighbour
 * @typedef {import('../worker/types').Section} Section
 * @typedef {import('../worker/types').Analogies} Analogies
 * @typedef {import('../worker/types').WordPairs} WordPairs
 * @typedef {import('../worker/types').LabelledLines} LabelledLines
 * @typedef {import('../worker/types').Prediction} Prediction
 * @typedef {import('../worker/types').SentenceScore} SentenceScore
 * @typedef {import('../worker/types').Perplexities} Perplexities
 * @typedef {import('../worker/types').SenseMap} SenseMap
 * @typedef {import('../worker/wasm').ImageTrace} ImageTrace
 * @typedef {import('../worker/wasm').SentenceTrace} SentenceTrace
 */

/**
 * @typedef {string | string[]} Sentence text, which is split as the corpus was, or a list of words
 *
 * @typedef {object} LayerOptions selects one of ELMo's vectors
 * @property {number | 'mix'} [layer] 0 (the token layer) … the number of LSTM layers, or the mix of
 *   all; 'mix'
 * @property {'both' | 'forward' | 'backward'} [direction] whose vector: of the LSTMs that read forward, backward, or of both; 'both'
 * @property {number[]} [weights] weights of the mix before the softmax, one per layer; all equal
 * @property {number} [gamma] factor of the mix; 1
 */

export {};
