// What JavaScript holds of a model: a trainer with its corpus, or word vectors from a file.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/models/word_vectors.h"
#include "preformer/query/occurrence_map.h"
#include "preformer/query/perplexities.h"
#include "preformer/query/word_analogies.h"
#include "preformer/text/text_options.h"
#include "preformer/train/trainer.h"
#include "wasm/values.h"

namespace preformer::wasm {

class Model : Counted {
 public:
  /// `text`: how the corpus was made, and how sentences asked about are split.
  Model(std::unique_ptr<Trainer> trainer, const TextOptions& text)
      : trainer_(std::move(trainer)), text_(text), baselines_(trainer_->corpus()) {}
  explicit Model(WordVectors loaded) : loaded_(std::move(loaded)), baselines_(no_corpus_) {}

  /// `start`: {words, vectors}: the word vectors that training begins with, now and after every
  /// reset. Words are one text, a line each; vectors are a Float32Array [words, D].
  void begin_with(const val& start);

  val info() const;

  // Training. A loaded model has none: JavaScript does not call these on one.
  val run_for(double milliseconds);
  val run_steps(double steps);
  val report();
  void reset(double seed);

  val export_as(val format) const;
  std::string weights_hash() const;
  double parameter_count() const;

  // Questions to word vectors; `matrix` is "input" or "output". Text comes as val: when a call
  // throws, Embind never frees what it copied for a std::string argument.
  val vocabulary_list(double topn) const;  // the most frequent words
  val vector(val word, val matrix) const;
  val vectors(val matrix) const;
  val most_similar(val query) const;
  double similarity(val a, val b, val matrix) const;
  val doesnt_match(val words, val matrix) const;
  double rank(val a, val b, val matrix) const;
  val projection(val options);
  val evaluate_word_pairs(val text) const;

  // Questions to language models. A sentence is text or a list of words.
  val predict_next(val before, double topn) const;
  val predict_previous(val after, double topn) const;
  val predict_middle(val context, val using_sides, double topn) const;
  val score_sentence(val sentence, val direction) const;
  val generate(val options) const;

  // Words in their sentences (ELMo).
  val context_vectors(val sentence, val view) const;
  val context_neighbours(val sentence, val query) const;
  val watch(val what);
  val sense_map(val query);

  const Vocabulary& vocabulary() const;
  MatrixRef input() const;
  /// Throws BadParameter where the model gives no probabilities.
  const LanguageModel& language_model() const;
  /// null is the held-out text. Throws BadParameter if there is none, or no model to measure.
  EncodedText text_to_measure(const val& text) const;
  Baselines* baselines() { return trainer_ && !trainer_->detached() ? &baselines_ : nullptr; }

 private:
  MatrixRef matrix_of(const val& name) const;
  MatrixRef rows_of_words(const val& name) const;
  val to_report(const TrainReport& report) const;
  std::string file_of(const std::string& format) const;
  std::vector<std::string> words_of(const val& sentence) const;
  std::vector<std::int32_t> ids_of(const val& sentence) const;  // BadParameter for none
  std::vector<std::vector<std::int32_t>> sentences_of(const val& joined) const;
  const Elmo<float>& elmo() const;
  Occurrence occurrence_of(std::vector<std::int32_t> sentence) const;

  static inline const Corpus no_corpus_;

  std::unique_ptr<Trainer> trainer_;
  TextOptions text_;
  WordVectors loaded_;
  WordVectors start_;                    // what training begins with; empty: random vectors
  std::optional<std::int32_t> started_;  // words of the vocabulary that it has a vector of
  // The frame that the next projection is aligned to.
  std::vector<std::int32_t> frame_ids_;
  Matrix<float> frame_;  // [ids, 2]

  Baselines baselines_;
  OccurrenceMap occurrences_;
  std::vector<std::int32_t> watched_words_;
};

/// bytes and options as read_corpus() and read_config() take them; options.heldout is {bytes,
/// tokens}, the bytes empty where nothing is held out.
Model* create_model(val bytes, val options);

/// format: "auto", "word2vec", "word2vec-binary" or "tsv"; metadata is tsv's second file.
Model* load_model(val bytes, val format, val metadata);

/// The model of a checkpoint, to ask; or to train on, with the text it was trained on.
Model* load_checkpoint(val bytes);
Model* resume_checkpoint(val bytes, val corpus, val options);

/// An evaluation of analogies in slices.
class AnalogyEvaluation : Counted {
 public:
  AnalogyEvaluation(const Model& model, std::string_view text)
      : evaluation_(model.vocabulary(), model.input(), text) {}

  bool run_for(double milliseconds);  // whether it is finished
  double progress() const { return evaluation_.progress(); }
  val result() const;

 private:
  WordAnalogyEvaluation evaluation_;
};

/// Perplexities in slices. The model must live until the last one.
class Measurement : Counted {
 public:
  Measurement(Model& model, const val& text);

  bool run_for(double milliseconds);
  double progress() const { return meter_.progress(); }
  val result() const;

 private:
  Model& model_;
  PerplexityMeter meter_;
};

}  // namespace preformer::wasm
