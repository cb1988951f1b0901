// The rows that a reader of vectors has taken, until the caller fetches them.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/io/vectors_found.h"
#include "preformer/text/word_table.h"

namespace preformer {

struct VectorReadOptions {
  std::uint64_t limit = std::numeric_limits<std::uint64_t>::max();  // of words
  bool strict = false;  // throws BadFormat at the first row that would be left out or renamed
};

/// Some consecutive words with their vectors.
struct VectorRows {
  std::string words;                  // each followed by a line feed
  std::vector<float> numbers;         // D per word
  std::vector<std::uint64_t> counts;  // one per word, or none at all
};

class CollectedRows {
 public:
  explicit CollectedRows(const VectorReadOptions& options) : options_(options) {}

  void set_dimensions(Index dimensions);
  Index dimensions() const { return static_cast<Index>(found.dimensions); }

  /// Room for the numbers of the next row.
  float* row() { return rows_.numbers.data() + used_; }
  bool full() const { return found.words >= options_.limit; }

  /// Takes the numbers in row() as the vector of `word`, whose spaces and control characters become
  /// _. A word that comes again, is blank or ill-formed is left out.
  void add(std::string_view word, std::uint64_t place, bool in_metadata = false);
  void add_count(std::uint64_t count);  // of the word that was added; all words or none
  void leave_out(RowFault reason, std::uint64_t place, std::string_view what = {},
                 bool in_metadata = false);
  /// Throws if strict: the file has not as many rows as its first line promises.
  void refuse_other_length();

  /// The rows since the last call.
  VectorRows take();

  VectorsFound found;

 private:
  VectorReadOptions options_;
  WordTable words_;
  std::string name_;  // the word being added
  VectorRows rows_;   // numbers: room for one row more than there are
  std::size_t used_ = 0;
};

/// Copies `word` to `name` with _ for white space and control characters, and whether there were
/// any; false if it is not valid UTF-8.
bool name_of_word(std::string_view word, std::string& name, bool& renamed);

}  // namespace preformer
