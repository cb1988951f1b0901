// Readers of vectors as JavaScript objects. The worker feeds them pieces of files and takes rows.
#pragma once

#include <emscripten/val.h>

#include <optional>

#include "preformer/io/vector_pair.h"
#include "preformer/io/vector_reader.h"
#include "wasm/values.h"

namespace preformer::wasm {

/// Reads one file: text or binary.
class VectorFile : Counted {
 public:
  explicit VectorFile(const VectorReadOptions& options) : reader_(options) {}

  void feed(const val& bytes);
  void finish();
  bool wants_more() const { return reader_.wants_more(); }
  /// {words, numbers}: bytes with one word per line, and a Float32Array; also counts of a TSV pair.
  val take();
  val found() const;

 private:
  VectorReader reader_;
};

/// Reads a TSV pair. Both files are first given to survey…(), as a whole, and then again to
/// feed…().
class VectorPair : Counted {
 public:
  explicit VectorPair(const VectorReadOptions& options) : options_(options) {}

  void survey_vectors(const val& bytes);
  void survey_metadata(const val& bytes);
  void finish_survey();
  void feed_vectors(const val& bytes);
  void feed_metadata(const val& bytes);
  void finish_vectors();
  void finish_metadata();
  bool wants_vectors() const { return reader_->wants_vectors(); }
  bool wants_more() const { return reader_->wants_more(); }
  void finish();
  val take();
  val found() const;

 private:
  VectorReadOptions options_;
  PairSurvey survey_;
  std::optional<PairReader> reader_;  // after the survey
};

/// limit: Infinity for all words
VectorFile* open_vectors(double limit, bool strict);
VectorPair* open_vector_pair(double limit, bool strict);

}  // namespace preformer::wasm
