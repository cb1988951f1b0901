// Reads a file of word vectors piece by piece: text of word2vec and GloVe, binary word2vec. All
// programs read files of vectors with this class: the command line and the pages.
//   text    "V D\n", then V lines "word x1 … xD\n"; GloVe's files lack the first line
//   binary  "V D\n", then V times "word " + D little-endian floats; word2vec.c adds "\n"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "preformer/io/collected_rows.h"

namespace preformer {

class VectorReader {
 public:
  explicit VectorReader(const VectorReadOptions& options) : rows_(options) {}

  /// Reads the next bytes of the file; the result does not depend on how they are divided. Throws
  /// BadFormat for a file of another kind or a damaged one.
  void feed(std::string_view bytes);
  /// Reads what is left at the end of the file. Throws BadFormat if there was no word.
  void finish();
  /// False if the rest of the file does not matter: the limit was reached.
  bool wants_more() const { return mode_ != Mode::kDone; }

  /// The rows since the last call. Holds little memory if it is called after every feed().
  VectorRows take() { return rows_.take(); }
  const VectorsFound& found() const { return rows_.found; }

 private:
  enum class Mode : std::uint8_t { kBegin, kText, kBinary, kDone };

  void read(bool ended);
  void end_lines_at_returns(std::size_t from);
  void begin(bool ended);
  void begin_with_header(std::string_view look, std::string_view line, bool ended);
  void begin_bare(std::string_view look, std::string_view line);
  void read_text(bool ended);
  void read_text_row(std::string_view line);
  void read_binary(bool ended);
  bool read_binary_row(bool ended);
  std::string_view pending() const { return std::string_view(pending_).substr(at_); }

  CollectedRows rows_;
  Mode mode_ = Mode::kBegin;
  std::string pending_;  // bytes that were not read yet, from at_ on
  std::size_t at_ = 0;
  std::uint64_t position_ = 0;  // in the file, of pending_[0]
  bool returns_ = false;        // lines end with \r only, as on old Macs
  std::uint64_t lines_ = 0;     // that were read
};

}  // namespace preformer
