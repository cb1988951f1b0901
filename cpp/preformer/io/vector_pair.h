// The pair of files of the Embedding Projector (projector.tensorflow.org). vectors.tsv holds one
// vector per line, metadata.tsv one label per line. Row i belongs to label i, so both files are
// first read to their ends (PairSurvey), to find a heading and to compare their lengths, and only
// then row by row (PairReader).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "preformer/io/collected_rows.h"
#include "preformer/io/label_lines.h"
#include "preformer/io/pair_survey.h"

namespace preformer {

class PairReader {
 public:
  PairReader(const Pairing& pairing, const VectorReadOptions& options);

  void feed_vectors(std::string_view bytes);
  void feed_metadata(std::string_view bytes);
  /// Whether the next row needs more bytes of vectors.tsv, or of metadata.tsv.
  bool wants_vectors() const { return !done_ && !vector_; }
  bool wants_metadata() const { return !done_ && !label_; }
  /// At the end of each file.
  void finish_vectors();
  void finish_metadata();
  /// After both. Throws BadFormat if there was no word.
  void finish();
  bool wants_more() const { return !done_; }

  VectorRows take() { return rows_.take(); }
  const VectorsFound& found() const { return rows_.found; }

 private:
  void read();
  void read_row();

  Pairing pairing_;
  CollectedRows rows_;
  LabelLines vector_lines_, label_lines_;
  std::optional<std::string> vector_, label_;  // the next row, as far as it is there
  bool vectors_heading_read_ = false, heading_read_ = false, done_ = false;
};

}  // namespace preformer
