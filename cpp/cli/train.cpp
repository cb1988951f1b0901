// preformer train: a corpus becomes word vectors.
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include "cli/files.h"
#include "cli/verbs.h"
#include "preformer/base/hash.h"
#include "preformer/text/corpus.h"
#include "preformer/train/trainer.h"

namespace preformer::cli {

namespace {

constexpr std::uint64_t kStepsPerSlice = 256;  // about a millisecond

struct Options {
  std::string corpus, model = "skip-gram", objective = "negative-sampling";
  std::string tokenizer = "space", sentences = "lines", unknown = "drop";
  std::string vectors, output_vectors;
  TrainConfig config;
  VocabularyOptions vocabulary;
  double alpha = 0;     // 0: the model's own
  double slice_ms = 0;  // 0: slices of a fixed number of steps
  int threads = 1;
  bool quiet = false;
  CLI::Option* alpha_given = nullptr;
};

double now_ms() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

template <class T>
T choose(const std::string& name, const std::string& value,
         std::initializer_list<std::pair<const char*, T>> values) {
  std::string permitted;
  for (const auto& [text, result] : values) {
    if (value == text) return result;
    permitted += (permitted.empty() ? "" : ", ") + std::string(text);
  }
  throw Error(ErrorCode::kBadParameter,
              "There is no " + name + " of that name. Take one of: " + permitted + ".",
              {name, value, permitted});
}

TrainConfig config_of(const Options& options) {
  TrainConfig config = options.config;
  config.model = parse_model(options.model);
  config.objective = parse_objective(options.objective);
  config.alpha = options.alpha_given->empty() ? default_alpha(config.model) : options.alpha;
  config.validate();
  if (options.threads != 1) {
    throw Error(ErrorCode::kBadParameter,
                "This build trains with one thread. Leave --threads at 1.",
                {"threads", std::to_string(options.threads), "1"});
  }
  if (!(options.slice_ms >= 0 && options.slice_ms <= 1e6)) {
    throw Error(ErrorCode::kBadParameter, "sliceMs must be 0 to 1000000.",
                {"sliceMs", std::to_string(options.slice_ms), "0 to 1000000"});
  }
  return config;
}

Corpus read_corpus(const Options& options) {
  const TokenizerOptions tokenizer{
      choose<TokenizerKind>("tokenizer", options.tokenizer,
                            {{"space", TokenizerKind::kSpace},
                             {"words", TokenizerKind::kWords},
                             {"characters", TokenizerKind::kCharacters}}),
      choose<SentenceRule>("sentences", options.sentences,
                           {{"lines", SentenceRule::kLines}, {"stops", SentenceRule::kStops}})};
  VocabularyOptions vocabulary = options.vocabulary;
  vocabulary.unknown = choose<UnknownPolicy>(
      "unknown", options.unknown, {{"drop", UnknownPolicy::kDrop}, {"unk", UnknownPolicy::kUnk}});
  return make_corpus(read_file(options.corpus, "corpus"), tokenizer, vocabulary);
}

/// Mean over the slices of the last epoch.
class LastEpochLoss {
 public:
  void add(const TrainReport& report) {
    if (report.epoch != epoch_) sum_ = count_ = 0;
    epoch_ = report.epoch;
    if (report.predictions == 0) return;
    sum_ += report.loss * static_cast<double>(report.predictions);
    count_ += static_cast<double>(report.predictions);
  }
  bool known() const { return count_ > 0; }
  double mean() const { return sum_ / count_; }

 private:
  int epoch_ = 0;
  double sum_ = 0, count_ = 0;
};

/// One line on a terminal, rewritten ten times a second.
class Progress {
 public:
  explicit Progress(bool quiet) : shown_(!quiet && isatty(STDERR_FILENO) != 0) {}
  ~Progress() {
    if (last_ > 0) std::fputc('\n', stderr);
  }

  void show(const TrainReport& report, double loss, double seconds) {
    if (!shown_ || (now_ms() - last_ < 100 && !report.finished)) return;
    last_ = now_ms();
    const double speed = seconds > 0 ? static_cast<double>(report.tokens) / seconds / 1000 : 0;
    std::fprintf(stderr, "\r%5.1f %%  epoch %d/%d  loss %.4f  %.0f k tokens/s ",
                 100 * report.progress, report.epoch, report.epochs, loss, speed);
    std::fflush(stderr);
  }

 private:
  bool shown_;
  double last_ = 0;
};

Answer train(const Options& options, bool json) {
  const TrainConfig config = config_of(options);
  const std::unique_ptr<Trainer> trainer = make_trainer(read_corpus(options), config);
  const Corpus& corpus = trainer->corpus();

  TrainReport report = trainer->report();
  LastEpochLoss loss;
  Progress progress(json || options.quiet);
  const double start = now_ms();
  while (!trainer->finished()) {
    report = options.slice_ms > 0 ? trainer->run_for(options.slice_ms, now_ms)
                                  : trainer->run_steps(kStepsPerSlice);
    loss.add(report);
    progress.show(report, loss.known() ? loss.mean() : 0, (now_ms() - start) / 1000);
  }
  const double seconds = (now_ms() - start) / 1000;
  if (report.diverged) {
    throw Error(ErrorCode::kBadParameter,
                "Training diverged: the loss is no longer finite. Use a smaller --alpha.",
                {"alpha", Json(config.alpha).dump(), "less than " + Json(config.alpha).dump()});
  }

  if (!options.vectors.empty()) {
    write_vectors_file(options.vectors, corpus.vocabulary, trainer->input_vectors(), "vectors");
  }
  if (!options.output_vectors.empty()) {
    if (config.objective == Objective::kHierarchicalSoftmax) {
      throw Error(ErrorCode::kBadParameter,
                  "Under hierarchical softmax words have no output vectors. Leave out "
                  "--output-vectors.",
                  {"outputVectors", options.output_vectors, ""});
    }
    write_vectors_file(options.output_vectors, corpus.vocabulary, trainer->output_vectors(),
                       "outputVectors");
  }

  Answer answer;
  const bool one_hot = config.model == ModelKind::kOneHot;
  const double speed = seconds > 0 ? static_cast<double>(report.tokens) / seconds : 0;
  answer.json = {{"model", model_name(config.model)},
                 {"objective", objective_name(config.objective)},
                 {"vocabulary", corpus.vocabulary.size()},
                 {"tokens", corpus.tokens_kept},
                 {"sentences", corpus.sentences()},
                 {"replaced", corpus.replaced},
                 {"overlong", corpus.overlong},
                 {"dimensions", one_hot ? corpus.vocabulary.size() : config.vector_size},
                 {"window", config.window},
                 {"negative", config.negative},
                 {"sample", config.sample},
                 {"alpha", config.alpha},
                 {"minAlpha", config.min_alpha},
                 {"epochs", config.epochs},
                 {"seed", config.seed},
                 {"windows", report.step},
                 {"trainSeconds", seconds},
                 {"tokensPerSecond", speed},
                 {"loss", loss.known() ? Json(loss.mean()) : Json(nullptr)},
                 {"weightsHash", to_hex(trainer->weights_hash())},
                 {"build", PREFORMER_BUILD}};
  answer.text = std::to_string(corpus.vocabulary.size()) + " words, " +
                std::to_string(corpus.tokens_kept) + " tokens, trained in " +
                std::to_string(seconds) + " s" +
                (loss.known() ? ", loss " + std::to_string(loss.mean()) : "") + ", weights " +
                to_hex(trainer->weights_hash());
  return answer;
}

}  // namespace

void add_train(CLI::App& app, Command& command) {
  CLI::App* verb = app.add_subcommand("train", "Train word vectors on a corpus");
  const auto options = std::make_shared<Options>();
  Options& o = *options;
  verb->add_option("--model", o.model, "one-hot, cbow or skip-gram")->capture_default_str();
  verb->add_option("--corpus", o.corpus, "Text, one sentence a line; - is standard input")
      ->required();
  verb->add_option("--objective", o.objective, "softmax, hierarchical-softmax or negative-sampling")
      ->capture_default_str();
  verb->add_option("--size", o.config.vector_size, "Dimensions of a word vector")
      ->capture_default_str();
  verb->add_option("--window", o.config.window, "Largest distance from centre to context word")
      ->capture_default_str();
  verb->add_option("--negative", o.config.negative, "Negative samples a window")
      ->capture_default_str();
  verb->add_option("--ns-exponent", o.config.ns_exponent, "Noise distribution: count to this power")
      ->capture_default_str();
  verb->add_option("--sample", o.config.sample, "Subsampling threshold; 0 keeps every word")
      ->capture_default_str();
  verb->add_option("--min-count", o.vocabulary.min_count, "Rarer words are left out")
      ->capture_default_str();
  verb->add_option("--max-vocabulary", o.vocabulary.max_size, "Most frequent words kept; 0: all")
      ->capture_default_str();
  verb->add_option("--unknown", o.unknown, "Words outside the vocabulary: drop or unk")
      ->capture_default_str();
  o.alpha_given = verb->add_option("--alpha", o.alpha,
                                   "First learning rate; skip-gram 0.05, cbow 0.2 if not given");
  verb->add_option("--min-alpha", o.config.min_alpha, "Last learning rate")->capture_default_str();
  verb->add_option("--epochs", o.config.epochs, "Passes over the corpus")->capture_default_str();
  verb->add_option("--seed", o.config.seed, "Same corpus, options and seed: same vectors")
      ->capture_default_str();
  verb->add_option("--threads", o.threads, "1")->capture_default_str();
  verb->add_option("--tokenizer", o.tokenizer, "space, words or characters")->capture_default_str();
  verb->add_option("--sentences", o.sentences, "lines or stops")->capture_default_str();
  verb->add_option("--vectors", o.vectors, "Write word vectors: .txt, .bin, .tsv or .npy");
  verb->add_option("--output-vectors", o.output_vectors, "Write the output layer's word vectors");
  verb->add_option("--slice-ms", o.slice_ms, "Train in slices of this length; changes no bit");
  verb->add_flag("--quiet", o.quiet, "No progress on the terminal");
  add_json_flag(*verb, command);
  verb->callback([options, &command] {
    command.run = [options, &command] { return train(*options, command.json); };
  });
}

}  // namespace preformer::cli
