// What defines a training run. Same corpus + same config = same bits.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "preformer/base/names.h"
#include "preformer/optim/kinds.h"

namespace preformer {

enum class ModelKind { kOneHot, kNnlm, kCbow, kSkipGram, kElmo };
enum class Objective { kFullSoftmax, kHierarchicalSoftmax, kNegativeSampling };

/// The names users write: "one-hot", "nnlm", "cbow", "skip-gram", "elmo".
Names<ModelKind> model_names();
std::string_view model_name(ModelKind kind);

/// "softmax", "hierarchical-softmax", "negative-sampling".
Names<Objective> objective_names();
std::string_view objective_name(Objective objective);

/// A convolution over characters: `count` filters that see `width` characters each.
struct CharFilter {
  int width = 1;
  int count = 1;
  bool operator==(const CharFilter&) const = default;
};
inline constexpr int kMaxFilters = 16;        // convolutions
inline constexpr int kMaxFilterCount = 4096;  // filters of one of them

/// What only the NNLM reads (Bengio et al. 2003, §2).
struct NnlmOptions {
  int context = 3;      // n − 1, the words it sees; the paper tries 2 to 5
  int hidden = 64;      // h, hidden units; the paper tries 50 to 100
  bool direct = false;  // W, the direct connections from words to logits
};

/// What only ELMo reads; defaults for toy corpora, bilm-tf's values in the comments.
struct ElmoOptions {
  int layers = 2;
  int cell_size = 32;            // C: 4096
  double cell_clip = 3;          // |c| at most; 0: no clipping
  double proj_clip = 3;          // |m| at most; 0: no clipping
  bool skip_connections = true;  // layer 1's output is added to layer 2's, and so on
  double dropout = 0;            // 0.1
  int samples = 0;               // 8192 negative samples; 0: full softmax
  int unroll = 20;               // longest sequence of one gradient; longer sentences are cut
  bool carry_state = false;      // true: the text is one stream, states go on from batch to batch

  bool char_cnn = false;  // true: words are read letter by letter
  int char_size = 8;      // 16
  std::vector<CharFilter> filters{{1, 8}, {2, 16}, {3, 32}};  // [1,32] [2,32] … [7,1024]
  int highways = 1;                                           // 2
  int max_characters = 50;                                    // of a word, marks included
};

/// How gradients become steps; NNLM and ELMo. (Word2Vec's step is its own.)
struct DescentOptions {
  OptimiserKind optimiser = OptimiserKind::kAdam;
  Schedule schedule = Schedule::kLinear;
  int batch = 32;           // examples (NNLM) or sentences (ELMo) a step; 1 is Bengio's
  double weight_decay = 0;  // the paper: 1e-4 (Brown), 1e-5 (AP News)
  double clip_norm = 0;     // largest norm of all gradients together; bilm-tf: 10; 0: none
  int patience = 0;         // epochs without a better held-out loss before training stops; 0: never
};

struct TrainConfig {
  ModelKind model = ModelKind::kSkipGram;
  int vector_size = 32;     // D; toy corpora need no more (word2vec.c: 100)
  double alpha = 0.05;      // initial learning rate; see default_alpha()
  double min_alpha = 1e-4;  // floor of the linear decay (gensim)
  int epochs = 10;          // passes over the corpus
  std::uint64_t seed = 1;
  int threads = 1;  // how the run is computed; read where the build has threads, and not saved

  // Word2Vec.
  Objective objective = Objective::kNegativeSampling;
  int window = 5;             // largest radius of a context window (word2vec.c)
  int negative = 5;           // K, negative samples a window (word2vec.c; arXiv:1310.4546 §2.2)
  double ns_exponent = 0.75;  // noise distribution f^0.75 (arXiv:1310.4546 §2.2)
  double sample = 0.0;        // subsampling threshold t; 0 keeps all: 1e-3 would erase a toy corpus

  NnlmOptions nnlm;
  ElmoOptions elmo;
  DescentOptions descent;

  /// Throws BadParameter naming the first field out of range, its value and the range.
  void validate() const;
};

/// The learning rate a model starts from when none is given. CBOW divides its gradient by the
/// number of context words (docs/math.md), so it needs a larger one than Skip-gram; Adam's steps
/// (NNLM, ELMo) do not grow with the gradient and want a smaller one.
double default_alpha(ModelKind model);

/// Every field but seed, threads and filters, in one list: validation, the boundary to JavaScript
/// and checkpoints walk it. `f` is called with the field's name and, for numbers, its range:
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

  f("context", c.nnlm.context, 1, 50);
  f("hidden", c.nnlm.hidden, 1, 4096);
  f("direct", c.nnlm.direct);

  f("layers", c.elmo.layers, 1, 8);
  f("cellSize", c.elmo.cell_size, 1, 8192);
  f("cellClip", c.elmo.cell_clip, 0.0, 1e6);
  f("projClip", c.elmo.proj_clip, 0.0, 1e6);
  f("skipConnections", c.elmo.skip_connections);
  f("dropout", c.elmo.dropout, 0.0, 0.95);
  f("samples", c.elmo.samples, 0, 100000);
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
