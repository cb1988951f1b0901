// metadata.tsv of the Embedding Projector, record by record. A record is a line; or, in a file
// whose fields are quoted as in CSV, a line that may hold line breaks between quotes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace preformer {

/// Cuts a stream of bytes into records.
class LabelLines {
 public:
  explicit LabelLines(bool quoted) : quoted_(quoted) {}

  void feed(std::string_view bytes);
  void finish() { ended_ = true; }

  /// The next record, without its end; nothing if more bytes are needed, or at the end of the file.
  /// Valid until the next call of any function.
  std::optional<std::string_view> next();
  /// Whether next() gives nothing because the file is at its end.
  bool at_end() const { return ended_ && at_ == pending_.size(); }
  /// The line on which the latest record begins, from 1.
  std::uint64_t line() const { return line_; }

 private:
  std::size_t end_of_record() const;  // npos: not in pending_

  bool quoted_, ended_ = false, begun_ = false;
  std::string pending_;
  std::size_t at_ = 0;
  std::uint64_t line_ = 0, lines_read_ = 0;
};

/// The fields between tabs, empty ones included, without white space around and without quotes.
std::vector<std::string> label_fields(std::string_view record, bool quoted);

}  // namespace preformer
