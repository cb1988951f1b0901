#include "wasm/words/model.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>

#include "preformer/base/hash.h"
#include "preformer/io/checkpoint.h"
#include "preformer/io/npy.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"
#include "preformer/io/words.h"
#include "preformer/query/predictions.h"
#include "preformer/train/multiply_adds.h"
#include "preformer/train/starting_vectors.h"
#include "wasm/words/config_input.h"
#include "wasm/words/corpus_input.h"

namespace preformer::wasm {

namespace {

/// {words, vectors, counts?}: words separated by line feeds, as text or bytes, a Float32Array
/// [words, D], and a list with a count per word.
WordVectors to_word_vectors(const val& from, const char* matrix = "vectors") {
  const auto words = from["words"].as<std::string>();
  const auto numbers = from[matrix]["length"].as<std::size_t>();
  const auto rows = static_cast<std::size_t>(std::count(words.begin(), words.end(), '\n')) +
                    (words.ends_with('\n') ? 0 : 1);
  if (words.empty() || numbers == 0 || numbers % rows != 0) {
    throw Error(ErrorCode::kBadParameter, "There must be one vector for each word.",
                {"start", std::to_string(numbers), "a vector per word"});
  }
  Matrix<float> vectors(static_cast<Index>(rows), static_cast<Index>(numbers / rows));
  val(emscripten::typed_memory_view(numbers, vectors.data())).call<void>("set", from[matrix]);
  std::vector<std::uint64_t> counts;
  if (!from["counts"].isUndefined()) {
    for (const double count : emscripten::convertJSArrayToNumberVector<double>(from["counts"])) {
      counts.push_back(static_cast<std::uint64_t>(count));
    }
  }
  return make_word_vectors(words, counts, std::move(vectors));
}

/// The number of steps of the whole run. For Word2Vec it is estimated from the steps done so far
/// and cannot be computed in advance: windows without a context are not steps, and subsampling
/// removes words.
double expected_steps(const TrainReport& report, const Corpus& corpus) {
  const auto done = static_cast<double>(report.step);
  if (report.finished) return done;
  if (report.epoch_steps > 0) {
    return static_cast<double>(report.epochs) * static_cast<double>(report.epoch_steps);
  }
  if (report.step > 0 && report.progress > 0) return std::round(done / report.progress);
  return static_cast<double>(report.epochs) * static_cast<double>(corpus.tokens_kept);
}

}  // namespace

Model* create_model(val bytes, val options) {
  return guarded([&] {
    const TrainConfig config = read_config(options);
    config.validate();  // before a long text is read
    const TextOptions text = read_text_options(options);
    Corpus corpus = read_corpus(bytes, options, text);
    EncodedText heldout = read_heldout(options["heldout"], text, corpus.vocabulary);
    auto model =
        std::make_unique<Model>(make_trainer(std::move(corpus), config, std::move(heldout)), text);
    if (!options["start"].isUndefined()) model->begin_with(options["start"]);
    return model.release();
  });
}

Model* load_vectors(val rows) {
  return guarded([&] { return new Model(to_word_vectors(rows)); });
}

Model* load_checkpoint(val bytes) {
  return guarded([&] {
    const std::string file = to_bytes(bytes);
    const Checkpoint checkpoint(file);
    return new Model(checkpoint.open(), checkpoint.text());
  });
}

Model* resume_checkpoint(val bytes, val corpus_bytes, val options) {
  return guarded([&] {
    const std::string file = to_bytes(bytes);
    const Checkpoint checkpoint(file);
    Corpus corpus = read_corpus(corpus_bytes, options, checkpoint.text());
    EncodedText heldout = read_heldout(options["heldout"], checkpoint.text(), corpus.vocabulary);
    return new Model(
        checkpoint.resume(std::move(corpus), std::move(heldout), read_threads(options)),
        checkpoint.text());
  });
}

const Vocabulary& Model::vocabulary() const {
  return trainer_ ? trainer_->corpus().vocabulary : loaded_.vocabulary;
}

MatrixRef Model::input() const {
  return trainer_ ? trainer_->input_vectors() : MatrixRef(loaded_.vectors);
}

void Model::begin_with(const val& start) {
  start_ = to_word_vectors(start, "vectors");
  if (!start["outputs"].isUndefined()) start_outputs_ = to_word_vectors(start, "outputs");
  take_start();
}

void Model::take_start() {
  started_ = begin_with_vectors(*trainer_, start_);
  if (start_outputs_.vectors.size() > 0) begin_with_output_vectors(*trainer_, start_outputs_);
}

val Model::info() const {
  const Index words = vocabulary().size();
  val info = Object()
                 .set("trainable", trainer_ && !trainer_->detached())
                 .set("vocabulary", words)
                 .set("dimensions", loaded_.vectors.cols())
                 .set("tokens", 0)
                 .set("sentences", 0)
                 .set("replaced", 0)
                 .set("overlong", 0)
                 .set("dropped", 0)
                 .set("droppedSigns", val::array())
                 .set("alone", 0)
                 .set("heldoutTokens", 0)
                 .set("threadsUsed", 1)
                 .value();
  if (!trainer_) return info;
  const Corpus& corpus = trainer_->corpus();
  const TrainConfig& config = trainer_->config();
  const bool one_hot = config.model == ModelKind::kOneHot;
  info.set("dimensions", one_hot ? words : Index{config.vector_size});
  info.set("tokens", corpus.tokens_kept);
  info.set("sentences", corpus.sentences());
  info.set("replaced", corpus.replaced);
  info.set("overlong", corpus.overlong);
  info.set("dropped", corpus.dropped);
  info.set("droppedSigns", to_js(corpus.dropped_signs));
  info.set("alone", corpus.alone);
  info.set("heldoutTokens", trainer_->heldout().ids.size());
  info.set("threadsUsed", trainer_->threads_used());
  info.set("options", to_options(config, text_));
  if (started_) info.set("started", *started_);
  return info;
}

val Model::next_example() const {
  const auto example = trainer_ ? trainer_->next_example() : std::nullopt;
  if (!example) return val::null();
  return Object()
      .set("sentence", words_of_ids(example->sentence))
      .set("position", example->position)
      .set("radius", example->radius)
      .set("noise", to_hex(example->noise.state) + to_hex(example->noise.increment))
      .set("number", example->number)
      .set("together", example->together)
      .value();
}

val Model::sentence(double number) const {
  return guarded([&] {
    const std::size_t sentences = trainer_ ? trainer_->corpus().sentences() : 0;
    if (!(number >= 0 && number < static_cast<double>(sentences))) {
      throw Error(ErrorCode::kBadParameter, "The training text has no such sentence.",
                  {"sentence", std::to_string(static_cast<std::int64_t>(number)),
                   "0 to " + std::to_string(sentences)});
    }
    return words_of_ids(trainer_->corpus().sentence(static_cast<std::size_t>(number)));
  });
}

val Model::words_of_ids(std::span<const std::int32_t> ids) const {
  val words = val::array();
  for (const std::int32_t id : ids) push(words, to_js(class_word(vocabulary(), id)));
  return words;
}

val Model::to_report(const TrainReport& report) const {
  return Object()
      .set("epoch", report.epoch)
      .set("epochs", report.epochs)
      .set("step", report.step)
      .set("steps", expected_steps(report, trainer_->corpus()))
      .set("tokens", report.tokens)
      .set("progress", report.progress)
      .set("loss", report.loss)
      .set("predictions", report.predictions)
      .set("epochLoss", report.epoch_loss)
      .set("epochLossBefore", report.epoch_loss_before)
      .set("heldoutLoss", report.heldout_loss)
      .set("heldoutPerplexity", std::exp(report.heldout_loss))
      .set("learningRate", report.learning_rate)
      .set("tokensPerSecond", report.tokens_per_second)
      .set("finished", report.finished)
      .set("diverged", report.diverged)
      .set("stoppedEarly", report.stopped_early)
      .value();
}

val Model::run_for(double milliseconds) {
  return guarded([&] { return to_report(trainer_->run_for(milliseconds, emscripten_get_now)); });
}

val Model::run_to_epoch_end(double milliseconds) {
  return guarded(
      [&] { return to_report(trainer_->run_for(milliseconds, emscripten_get_now, true)); });
}

val Model::run_steps(double steps) {
  return guarded([&] { return to_report(trainer_->run_steps(static_cast<std::uint64_t>(steps))); });
}

val Model::report() {
  return guarded([&] { return to_report(trainer_->report()); });
}

void Model::reset(double seed) {
  guarded([&] {
    trainer_->reset(static_cast<std::uint64_t>(seed));
    frame_ids_.clear();  // the maps of a run do not depend on the run before
    occurrences_.forget_frame();
    if (started_) take_start();
  });
}

std::string Model::weights_hash() const {
  Hash64 hash;
  if (trainer_) return to_hex(trainer_->weights_hash());
  const auto size = static_cast<std::size_t>(loaded_.vectors.size());
  hash.add(loaded_.vectors.data(), size);
  return hash.hex();
}

double Model::parameter_count() const {
  if (!trainer_) return static_cast<double>(loaded_.vectors.size());
  double count = 0;
  for (const Parameter<float>* p : trainer_->parameters()) {
    count += static_cast<double>(p->value.size());
  }
  return count;
}

double Model::multiply_adds(val options, double vocabulary) const {
  return guarded([&] {
    const TrainConfig config = read_config(options);
    config.validate();
    return static_cast<double>(preformer::multiply_adds(config, static_cast<Index>(vocabulary)));
  });
}

std::string Model::file_of(const std::string& format) const {
  if (format == "word2vec-binary") return write_word2vec_binary(vocabulary(), input());
  if (format == "npy") return write_npy(input());
  if (format != "safetensors" && format != "checkpoint") {
    return write_word2vec_text(vocabulary(), input());
  }
  if (!trainer_) {
    throw Error(ErrorCode::kBadParameter,
                "Vectors from a file have no parameters to write. Choose a format of word vectors.",
                {"format", format, "word2vec, word2vec-binary, tsv, npy"});
  }
  if (format == "checkpoint") return write_checkpoint(*trainer_, text_);
  std::vector<Tensor> tensors;
  for (const Parameter<float>* p : trainer_->parameters()) {
    tensors.push_back(tensor_of(p->name, p->value));
  }
  return write_safetensors(tensors, {{"format", "pt"}});  // PyTorch tools expect this
}

val Model::export_as(val format_name) const {
  return guarded([&] {
    const auto format = format_name.as<std::string>();
    if (format == "tsv") {
      const TsvPair pair = write_tsv(vocabulary(), input());
      return Object()
          .set("vectors", to_uint8_array(pair.vectors))
          .set("metadata", to_uint8_array(pair.metadata))
          .set("renamed", WrittenWords(vocabulary()).renamed())
          .value();
    }
    Object file;
    file.set("vectors", to_uint8_array(file_of(format)));
    if (format.starts_with("word2vec")) file.set("renamed", WrittenWords(vocabulary()).renamed());
    return file.value();
  });
}

}  // namespace preformer::wasm
