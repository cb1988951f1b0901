// Parts of readers and writers: words as files hold them, and errors that contain the place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "preformer/base/error.h"
#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// The error BadFormat at "line 7" or "byte 1234".
Error bad_format(const std::string& place, const std::string& message);
std::string line_place(std::size_t number);
std::string byte_place(std::size_t offset);

/// The words of a vocabulary as files of vectors can hold them: white space, control characters and
/// ill-formed bytes become _, an empty word too; a name that is taken gets one more _.
class WrittenWords {
 public:
  explicit WrittenWords(const Vocabulary& vocabulary);

  std::string_view operator[](std::int32_t id) const;
  /// The number of words that are written otherwise.
  std::size_t renamed() const { return changed_.size(); }

 private:
  const Vocabulary& vocabulary_;
  std::map<std::int32_t, std::string> changed_;
};

/// Throws BadFormat if a number is not finite, or if the numbers of rows and words differ. Called
/// before writing.
void check_writable(const Vocabulary& vocabulary, const MatrixRef& vectors);

/// Appends a word read at `place`. Throws BadFormat if it is empty, ill-formed UTF-8 or a
/// duplicate.
void add_word(Vocabulary& vocabulary, std::string_view word, std::uint64_t count,
              const std::string& place);

/// Digits only, at most 15 of them.
std::optional<std::uint64_t> parse_count(std::string_view text);

}  // namespace preformer
