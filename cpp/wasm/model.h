// What JavaScript holds of a model: a trainer with its corpus, or word vectors from a file.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <memory>
#include <string>
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

  // Queries; `matrix` is "input" or "output".
  val vocabulary_list(double topn) const;  // the most frequent words
  val vector(const std::string& word, const std::string& matrix) const;
  val vectors(const std::string& matrix) const;
  val most_similar(val query) const;
  double similarity(const std::string& a, const std::string& b, const std::string& matrix) const;
  val doesnt_match(val words, const std::string& matrix) const;
  double rank(const std::string& a, const std::string& b, const std::string& matrix) const;
  val projection(val options);
  val evaluate_word_pairs(const std::string& text) const;
  val export_as(const std::string& format) const;

  const Vocabulary& vocabulary() const;
  MatrixRef input() const;

 private:
  MatrixRef matrix_of(const std::string& name) const;
  MatrixRef rows_of_words(const std::string& name) const;
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
Model* load_model(val bytes, const std::string& format, val metadata);

/// An evaluation of analogies in slices.
class Evaluation : Counted {
 public:
  Evaluation(const Model& model, const std::string& text)
      : evaluation_(model.vocabulary(), model.input(), text) {}

  bool run_for(double milliseconds);  // whether it is finished
  double progress() const { return evaluation_.progress(); }
  val result() const;

 private:
  WordAnalogyEvaluation evaluation_;
};

}  // namespace preformer::wasm
