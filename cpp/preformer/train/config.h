// The settings of a training run. The same corpus and the same settings give the same bits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "preformer/base/names.h"
#include "preformer/optim/kinds.h"

namespace preformer {

enum class ModelKind { kOneHot, kNnlm, kCbow, kSkipGram, kElmo };
enum class Objective { kFullSoftmax, kHierarchicalSoftmax, kNegativeSampling };

/// Where the random draws of CBOW and Skip-gram come from.
enum class Draws {
  kStream,  // one stream for the whole run: any change of the text changes all later draws
  kKeyed,   // of seed, epoch and place in the text (train/keyed_draws.h)
};

/// The names users write: "one-hot", "nnlm", "cbow", "skip-gram", "elmo".
Names<ModelKind> model_names();
std::string_view model_name(ModelKind kind);

/// "softmax", "hierarchical-softmax", "negative-sampling".
Names<Objective> objective_names();
std::string_view objective_name(Objective objective);

/// "stream", "keyed".
Names<Draws> draws_names();

/// A convolution over characters: `count` filters, each `width` characters wide.
struct CharFilter {
  int width = 1;
  int count = 1;
  bool operator==(const CharFilter&) const = default;
};
inline constexpr int kMaxFilters = 16;        // convolutions
inline constexpr int kMaxFilterCount = 4096;  // filters of one of them
inline constexpr int kMaxSharedWindows = 64;

/// Settings of the NNLM only (Bengio et al. 2003, §2).
struct NnlmOptions {
  int context = 3;      // n − 1, the words before; the paper tries 2 to 5
  int hidden = 64;      // h, hidden units; the paper tries 50 to 100
  bool direct = false;  // W, the direct connections from words to logits
};

/// Settings of ELMo only. Defaults for toy corpora; bilm-tf's values in the comments.
struct ElmoOptions {
  int layers = 2;
  int cell_size = 32;            // C: 4096
  double cell_clip = 3;          // largest |c|; 0: no clipping
  double proj_clip = 3;          // largest |h| of a projection; 0: no clipping
  bool skip_connections = true;  // a layer's input is added to its output, from layer 2 on
  double dropout = 0;            // 0.1
  int unroll = 20;               // the longest sequence of a step; longer sentences are cut
  bool carry_state =
      false;  // true: the text is read as streams, and states are kept between batches

  bool char_cnn = false;  // true: token vectors are computed from the letters
  int char_size = 8;      // 16
  std::vector<CharFilter> filters{{1, 8}, {2, 16}, {3, 32}};  // [1,32] [2,32] … [7,1024]
  int highways = 1;                                           // 2
  int max_characters = 50;  // of a word, with its begin and end marks
};

/// Settings of gradient descent for NNLM and ELMo. (Word2Vec has its own update.)
struct DescentOptions {
  OptimiserKind optimiser = OptimiserKind::kAdam;
  Schedule schedule = Schedule::kLinear;
  int batch = 32;           // examples (NNLM) or sentences (ELMo) per step; the paper: 1
  double weight_decay = 0;  // the NNLM paper: 1e-4 (Brown), 1e-5 (AP News)
  double clip_norm = 0;     // largest norm of all gradients together; bilm-tf: 10; 0: none
  int samples = 0;          // words drawn for the sampled softmax (bilm-tf: 8192); 0: full softmax
  int patience = 0;         // stop after this many epochs without a better held-out loss; 0: never
};

struct TrainConfig {
  ModelKind model = ModelKind::kSkipGram;
  int vector_size = 32;     // D; enough for toy corpora (word2vec.c: 100)
  double alpha = 0.05;      // initial learning rate; see default_alpha()
  double min_alpha = 1e-4;  // floor of the linear decay (gensim)
  int epochs = 10;          // passes over the corpus
  std::uint64_t seed = 1;
  int threads = 1;  // used if the build has threads; not saved in checkpoints

  // Word2Vec.
  Objective objective = Objective::kNegativeSampling;
  int window = 5;             // largest radius of a context window (word2vec.c)
  int negative = 5;           // K, negative samples per window (word2vec.c; arXiv:1310.4546 §2.2)
  double ns_exponent = 0.75;  // noise distribution f^0.75 (arXiv:1310.4546 §2.2)
  int shared_windows = 1;     // G, consecutive windows that share negative samples and step
  double sample = 0.0;  // subsampling threshold t; 0: none. 1e-3 would drop most of a toy corpus
  Draws draws = Draws::kStream;

  NnlmOptions nnlm;
  ElmoOptions elmo;
  DescentOptions descent;

  /// Throws BadParameter naming the first field out of range, its value and the range.
  void validate() const;
};

/// The initial learning rate of a model if none is given. In CBOW the gradient of a context word is
/// that of the window's one prediction divided by m̄, the mean number of context words
/// (models/cbow.h); in Skip-gram every context word has a prediction of its own. So CBOW needs a
/// larger rate. Adam's steps (NNLM, ELMo) do not grow with the gradient and need a smaller one.
double default_alpha(ModelKind model);

/// Calls f for every field but seed, threads and filters. Validation, the boundary to JavaScript
/// and checkpoints use this list. f gets the field's name and, for numbers, its range:
///   f(name, int or double&, low, high)      f(name, bool&)      f(name, enumeration&, names)
template <class Config, class F>
void visit_fields(Config& c, F&& f) {
  f("model", c.model, model_names());
  f("vectorSize", c.vector_size, 1, 1024);
  f("alpha", c.alpha, 1e-6, 5.0);
  f("minAlpha", c.min_alpha, 0.0, c.alpha);
  f("epochs", c.epochs, 1, 10000);

  f("objective", c.objective, objective_names());
  f("window", c.window, 1, 100);
  f("negative", c.negative, 1, 100);
  f("nsExponent", c.ns_exponent, -2.0, 2.0);
  f("sample", c.sample, 0.0, 1.0);
  f("draws", c.draws, draws_names());
  f("sharedWindows", c.shared_windows, 1, kMaxSharedWindows);

  f("context", c.nnlm.context, 1, 50);
  f("hidden", c.nnlm.hidden, 1, 4096);
  f("direct", c.nnlm.direct);

  f("layers", c.elmo.layers, 1, 8);
  f("cellSize", c.elmo.cell_size, 1, 8192);
  f("cellClip", c.elmo.cell_clip, 0.0, 1e6);
  f("projClip", c.elmo.proj_clip, 0.0, 1e6);
  f("skipConnections", c.elmo.skip_connections);
  f("dropout", c.elmo.dropout, 0.0, 0.95);
  f("samples", c.descent.samples, 0, 100000);
  f("unroll", c.elmo.unroll, 1, 1000);
  f("carryState", c.elmo.carry_state);
  f("charCnn", c.elmo.char_cnn);
  f("charSize", c.elmo.char_size, 1, 256);
  f("highways", c.elmo.highways, 0, 8);
  f("maxCharacters", c.elmo.max_characters, 3, 200);

  f("optimiser", c.descent.optimiser, optimiser_names());
  f("schedule", c.descent.schedule, schedule_names());
  f("batch", c.descent.batch, 1, 4096);
  f("weightDecay", c.descent.weight_decay, 0.0, 1.0);
  f("clipNorm", c.descent.clip_norm, 0.0, 1e6);
  f("patience", c.descent.patience, 0, 1000);
}

}  // namespace preformer
