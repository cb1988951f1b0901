// Which encoding the words of a file of vectors are in, by the start of the file.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "preformer/text/encoding.h"

namespace preformer {

struct VectorsEncoding {
  bool binary = false;    // a binary word2vec file: it is never decoded as a whole
  std::size_t utf8 = 0;   // rows with words beyond ASCII that are valid UTF-8
  std::size_t other = 0;  // rows that are not
  /// UTF-16 or UTF-32 (by mark or zeros), or an encoding that is probable; nothing if the file is
  /// to be read as UTF-8.
  std::optional<EncodingGuess> guess;

  /// Whether an encoding that was named for several files applies to this one: not to binary files,
  /// nor to words that are valid UTF-8, which text in another encoding hardly ever is.
  bool takes_named() const { return !binary && (other > 0 || utf8 < 3); }
};

/// `start`: the first kLook bytes of the file, or all of it if `ended`. Published files have words
/// with stray bytes, which are left out one by one. So there is a guess only if two rows or more,
/// one in fifty at least, are not valid UTF-8, and these are more than those that are.
VectorsEncoding look_at_encoding(std::string_view start, bool ended, const Decoder& decode);

}  // namespace preformer
