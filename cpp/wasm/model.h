// What JavaScript holds of a model: a trainer with its corpus, or word vectors from a file.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/models/word_vectors.h"
#include "preformer/query/word_analogies.h"
#include "preformer/train/trainer.h"
#include "wasm/values.h"

namespace preformer::wasm {

class Model : Counted {
 public:
  explicit Model(std::unique_ptr<Trainer> trainer) : trainer_(std::move(trainer)) {}
  explicit Model(WordVectors loaded) : loaded_(std::move(loaded)) {}

  val info() const;

  // Training. A loaded model has none: JavaScript does not call these on one.
  val run_for(double milliseconds);
  val run_steps(double steps);
  val report();
  void reset(double seed);
  std::string weights_hash() const;

  // Queries; `matrix` is "input" or "output". Text comes as val: when a call throws, Embind never
  // frees what it copied for a std::string argument.
  val vocabulary_list(double topn) const;  // the most frequent words
  val vector(val word, val matrix) const;
  val vectors(val matrix) const;
  val most_similar(val query) const;
  double similarity(val a, val b, val matrix) const;
  val doesnt_match(val words, val matrix) const;
  double rank(val a, val b, val matrix) const;
  val projection(val options);
  val evaluate_word_pairs(val text) const;
  val export_as(val format) const;

  const Vocabulary& vocabulary() const;
  MatrixRef input() const;

 private:
  MatrixRef matrix_of(const val& name) const;
  MatrixRef rows_of_words(const val& name) const;
  val to_report(const TrainReport& report) const;

  std::unique_ptr<Trainer> trainer_;
  WordVectors loaded_;
  // The frame that the next projection is aligned to.
  std::vector<std::int32_t> frame_ids_;
  Matrix<float> frame_;  // [ids, 2]
};

/// bytes and options as read_corpus() takes them, plus the fields of TrainConfig; alpha 0 stands
/// for the model's own.
Model* create_model(val bytes, val options);

/// format: "auto", "word2vec", "word2vec-binary" or "tsv"; metadata is tsv's second file.
Model* load_model(val bytes, val format, val metadata);

/// An evaluation of analogies in slices.
class Evaluation : Counted {
 public:
  Evaluation(const Model& model, std::string_view text)
      : evaluation_(model.vocabulary(), model.input(), text) {}

  bool run_for(double milliseconds);  // whether it is finished
  double progress() const { return evaluation_.progress(); }
  val result() const;

 private:
  WordAnalogyEvaluation evaluation_;
};

}  // namespace preformer::wasm
