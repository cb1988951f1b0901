// A model as a JavaScript object: a trainer with its corpus, or word vectors from a file.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
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
  /// `text`: the options of the corpus; they are also used to split the sentences of questions.
  Model(std::unique_ptr<Trainer> trainer, const TextOptions& text)
      : trainer_(std::move(trainer)), text_(text), baselines_(trainer_->corpus()) {}
  explicit Model(WordVectors loaded) : loaded_(std::move(loaded)), baselines_(no_corpus_) {}

  /// Sets the word vectors that training begins with, now and after every reset. `start` is {words,
  /// vectors, outputs?}: one text with one word per line, and a Float32Array [words, D], or two.
  void begin_with(const val& start);

  val info() const;

  /// What the next step trains on; null if it cannot be told (Trainer::next_example).
  val next_example() const;
  /// The words of a sentence of the training text, from 0.
  val sentence(double number) const;

  // Training. JavaScript does not call these functions on a loaded model.
  val run_for(double milliseconds);
  val run_to_epoch_end(double milliseconds);  // as run_for, at most to the end of the epoch
  val run_steps(double steps);
  val report();
  void reset(double seed);

  val export_as(val format) const;
  std::string weights_hash() const;
  double parameter_count() const;
  /// Multiply-adds per token with other options and another vocabulary size.
  double multiply_adds(val options, double vocabulary) const;

  // Questions to word vectors; `matrix` is "input" or "output". Text is passed as val, because
  // Embind does not free its copy of a std::string argument when a call throws.
  val vocabulary_list(double topn) const;  // the most frequent words
  val vector(val word, val matrix) const;
  val vectors(val matrix) const;
  val most_similar(val query) const;
  double similarity(val a, val b, val matrix) const;
  val doesnt_match(val words, val matrix) const;
  double rank(val a, val b, val matrix) const;
  val most_similar_cosmul(val query) const;
  double n_similarity(val a, val b, val matrix) const;
  val distances(val word, val others, val matrix) const;
  val closer_than(val a, val b, val matrix) const;
  double word_movers_distance(val a, val b, val matrix) const;
  val projection(val options);
  /// Positions `all` of another map, moved as its points `current` must be to lie on `previous`:
  /// rotated, mirrored, scaled and shifted.
  val align_positions(val previous, val current, val all) const;
  val evaluate_word_pairs(val text, val strict) const;
  /// "wordPairs" or "wordAnalogies", by all lines of an evaluation file.
  val evaluation_kind(val text) const;

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
  /// Throws BadParameter if the model computes no probabilities.
  const LanguageModel& language_model() const;
  /// `text` null means the held-out text. Throws BadParameter if there is none, or if the model
  /// computes no probabilities.
  EncodedText text_to_measure(const val& text) const;
  Baselines* baselines() { return trainer_ && !trainer_->detached() ? &baselines_ : nullptr; }

 private:
  void take_start();
  MatrixRef matrix_of(const val& name) const;
  MatrixRef rows_of_words(const val& name) const;
  val words_of_ids(std::span<const std::int32_t> ids) const;
  val to_report(const TrainReport& report) const;
  std::string file_of(const std::string& format) const;
  std::vector<std::string> words_of(const val& sentence) const;
  std::vector<std::int32_t> ids_of(const val& sentence) const;  // BadParameter if it is empty
  std::vector<std::vector<std::int32_t>> sentences_of(const val& joined) const;
  const Elmo<float>& elmo() const;
  Occurrence occurrence_of(std::vector<std::int32_t> sentence) const;

  static inline const Corpus no_corpus_;

  std::unique_ptr<Trainer> trainer_;
  TextOptions text_;
  WordVectors loaded_;
  WordVectors start_;                    // what training begins with; empty: random vectors
  WordVectors start_outputs_;            // the same of the output layer
  std::optional<std::int32_t> started_;  // words of the vocabulary that it has a vector of
  // The last projection, to which the next one is aligned.
  std::vector<std::int32_t> frame_ids_;
  Matrix<float> frame_;  // [ids, 2]

  Baselines baselines_;
  OccurrenceMap occurrences_;
  std::vector<std::int32_t> watched_words_;
};

/// bytes and options: as for read_corpus() and read_config(). options.heldout is {bytes, tokens};
/// its bytes are empty if no text is held out.
Model* create_model(val bytes, val options);

/// Words and vectors, as for begin_with(), with an optional list of counts.
Model* load_vectors(val rows);

/// The model of a checkpoint: without its corpus it answers questions, with it it can also be
/// trained further.
Model* load_checkpoint(val bytes);
Model* resume_checkpoint(val bytes, val corpus, val options);

/// Evaluates analogies, in slices.
class AnalogyEvaluation : Counted {
 public:
  AnalogyEvaluation(const Model& model, std::string_view text, bool strict)
      : evaluation_(model.vocabulary(), model.input(), text, {.strict = strict}) {}

  bool run_for(double milliseconds);  // whether it is finished
  double progress() const { return evaluation_.progress(); }
  val result() const;

 private:
  WordAnalogyEvaluation evaluation_;
};

/// Measures perplexities, in slices. The model must live until the last slice.
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
