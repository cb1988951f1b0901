// The first reading of the Embedding Projector's pair of files: how their rows and labels match.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/error.h"
#include "preformer/base/matrix.h"
#include "preformer/io/label_lines.h"

namespace preformer {

/// How the labels are read.
struct Pairing {
  std::uint64_t rows = 0;
  Index dimensions = 0;
  bool vectors_heading = false;  // vectors.tsv begins with a line without numbers
  bool heading = false;          // metadata.tsv does
  bool quoted = false;
  std::size_t word = 0, columns = 1;
  std::optional<std::size_t> count;  // the column of the words' counts
  std::string title;                 // the heading of the word's column
};

class PairSurvey {
 public:
  PairSurvey() : plain_(false), quoted_(true) {}

  void feed_vectors(std::string_view bytes);
  void feed_metadata(std::string_view bytes);
  /// Throws BadFormat if the files have not as many rows as labels.
  Pairing finish();

 private:
  struct Lines {                        // of one file
    std::uint64_t all = 0, filled = 0;  // filled: without blank ones at the end
    std::uint64_t blank = 0;            // the line of the first one
    bool remark = false;                // the last filled line begins with "# "
    void count(bool is_blank, std::uint64_t line);
    bool blank_inside() const { return blank > 0 && blank < filled; }
  };
  struct Labels {  // metadata.tsv, read in one of the two ways
    explicit Labels(bool quoted) : lines(quoted) {}
    void read_records(bool is_quoted);
    /// Whether the first record must be a heading, by its names or because a column that is a
    /// number everywhere else is none in it.
    bool titled() const;

    LabelLines lines;
    Lines count;
    std::vector<std::string> first;
    // What the columns hold, the first record left aside.
    std::vector<bool> numbers, texts;
    bool broken = false;
  };

  void read_vectors();
  std::optional<bool> heading_of(const Labels& labels, std::uint64_t rows) const;
  bool match(std::uint64_t rows, Pairing& pairing) const;
  Error mismatch(std::uint64_t rows) const;

  LabelLines vector_lines_{false};
  Lines vectors_;
  bool vectors_heading_ = false;
  std::map<std::size_t, int> widths_;
  std::size_t width_ = 0;
  Labels plain_, quoted_;
};

}  // namespace preformer
