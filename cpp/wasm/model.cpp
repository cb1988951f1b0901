#include "wasm/model.h"

#include <emscripten/emscripten.h>

#include <cmath>

#include "preformer/base/hash.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"
#include "wasm/corpus_input.h"

namespace preformer::wasm {

namespace {

TrainConfig train_config(const val& options) {
  TrainConfig config;
  config.model = parse_model(options["model"].as<std::string>());
  config.objective = parse_objective(options["objective"].as<std::string>());
  config.vector_size = options["vectorSize"].as<int>();
  config.window = options["window"].as<int>();
  config.negative = options["negative"].as<int>();
  config.ns_exponent = options["nsExponent"].as<double>();
  config.sample = options["sample"].as<double>();
  config.alpha = options["alpha"].as<double>();
  config.min_alpha = options["minAlpha"].as<double>();
  config.epochs = options["epochs"].as<int>();
  config.seed = static_cast<std::uint64_t>(options["seed"].as<double>());
  if (config.alpha == 0) config.alpha = default_alpha(config.model);
  return config;
}

/// Windows without a context are no steps, and subsampling thins the windows out; so the steps of a
/// whole run are only known from those done.
double expected_steps(const TrainReport& report, const Corpus& corpus) {
  const auto done = static_cast<double>(report.step);
  if (report.finished) return done;
  if (report.step > 0 && report.progress > 0) return std::round(done / report.progress);
  return static_cast<double>(report.epochs) * static_cast<double>(corpus.tokens_kept);
}

}  // namespace

Model* create_model(val bytes, val options) {
  return guarded([&] {
    const TrainConfig config = train_config(options);
    config.validate();  // before a long text is read
    return new Model(make_trainer(read_corpus(bytes, options), config));
  });
}

Model* load_model(val bytes, val format_name, val metadata) {
  return guarded([&] {
    const auto format = format_name.as<std::string>();
    const std::string file = to_bytes(bytes);
    if (format == "tsv") return new Model(read_tsv(file, to_bytes(metadata)));
    if (format == "word2vec") return new Model(read_word2vec_text(file));
    if (format == "word2vec-binary") return new Model(read_word2vec_binary(file));
    return new Model(read_vectors(file));
  });
}

const Vocabulary& Model::vocabulary() const {
  return trainer_ ? trainer_->corpus().vocabulary : loaded_.vocabulary;
}

MatrixRef Model::input() const {
  return trainer_ ? trainer_->input_vectors() : MatrixRef(loaded_.vectors);
}

val Model::info() const {
  const Index words = vocabulary().size();
  if (!trainer_) {
    return to_object({{"trainable", val(false)},
                      {"vocabulary", val(words)},
                      {"dimensions", val(loaded_.vectors.cols())},
                      {"tokens", val(0)},
                      {"sentences", val(0)},
                      {"replaced", val(0)},
                      {"overlong", val(0)}});
  }
  const Corpus& corpus = trainer_->corpus();
  const TrainConfig& config = trainer_->config();
  const bool one_hot = config.model == ModelKind::kOneHot;
  return to_object({{"trainable", val(true)},
                    {"vocabulary", val(words)},
                    {"dimensions", val(one_hot ? words : Index{config.vector_size})},
                    {"tokens", val(corpus.tokens_kept)},
                    {"sentences", val(corpus.sentences())},
                    {"replaced", val(corpus.replaced)},
                    {"overlong", val(corpus.overlong)},
                    {"alpha", val(config.alpha)}});
}

val Model::to_report(const TrainReport& report) const {
  return to_object({{"epoch", val(report.epoch)},
                    {"epochs", val(report.epochs)},
                    {"step", val(static_cast<double>(report.step))},
                    {"steps", val(expected_steps(report, trainer_->corpus()))},
                    {"tokens", val(static_cast<double>(report.tokens))},
                    {"progress", val(report.progress)},
                    {"loss", val(report.loss)},
                    {"predictions", val(static_cast<double>(report.predictions))},
                    {"learningRate", val(report.learning_rate)},
                    {"tokensPerSecond", val(report.tokens_per_second)},
                    {"finished", val(report.finished)},
                    {"diverged", val(report.diverged)}});
}

val Model::run_for(double milliseconds) {
  return guarded([&] { return to_report(trainer_->run_for(milliseconds, emscripten_get_now)); });
}

val Model::run_steps(double steps) {
  return guarded([&] { return to_report(trainer_->run_steps(static_cast<std::uint64_t>(steps))); });
}

val Model::report() {
  return guarded([&] { return to_report(trainer_->report()); });
}

void Model::reset(double seed) {
  guarded([&] { trainer_->reset(static_cast<std::uint64_t>(seed)); });
}

std::string Model::weights_hash() const {
  Hash64 hash;
  if (trainer_) return to_hex(trainer_->weights_hash());
  const auto size = static_cast<std::size_t>(loaded_.vectors.size());
  hash.add(loaded_.vectors.data(), size);
  return hash.hex();
}

val Model::export_as(val format_name) const {
  return guarded([&] {
    const auto format = format_name.as<std::string>();
    if (format == "tsv") {
      const TsvPair pair = write_tsv(vocabulary(), input());
      return to_object(
          {{"vectors", to_uint8_array(pair.vectors)}, {"metadata", to_uint8_array(pair.metadata)}});
    }
    const bool binary = format == "word2vec-binary";
    const std::string file = binary ? write_word2vec_binary(vocabulary(), input())
                                    : write_word2vec_text(vocabulary(), input());
    return to_object({{"vectors", to_uint8_array(file)}});
  });
}

}  // namespace preformer::wasm
