// Which encoding a text file is in. A byte-order mark, valid UTF-8 and zero bytes decide it; any
// other file is decoded in every encoding of a list, and the most probable text is taken.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace preformer {

struct Encoding {
  std::string_view name;     // label of the WHATWG Encoding Standard, but for UTF-32
  std::string_view system;   // the name that iconv(3) has for the same table
  std::string_view title;    // for people
  std::string_view aliases;  // other labels, separated by spaces
};

/// All encodings that files are read in; UTF-8 is the first.
std::span<const Encoding> encodings();

/// The encoding with this name or alias, in upper or lower case; nullptr if there is none.
const Encoding* find_encoding(std::string_view label);

/// The encoding of the byte-order mark at the start; nullptr without one.
const Encoding* marked_encoding(std::string_view bytes);

/// Decodes to UTF-8. What cannot be decoded becomes U+FFFD.
using Decoder = std::function<std::string(std::string_view bytes, const Encoding& encoding)>;

enum class EncodingSign {
  kMark,      // a byte-order mark
  kValid,     // every byte is part of valid UTF-8
  kZeros,     // the zero bytes of UTF-16 or UTF-32
  kDamaged,   // UTF-8 but for a few bytes
  kProbable,  // guessed from the letters
};

struct EncodingGuess {
  const Encoding* encoding;
  EncodingSign sign;
  std::vector<const Encoding*> others;  // the next best, if the sign is not certain; at most 3
};

EncodingGuess guess_encoding(std::string_view bytes, const Decoder& decode);

}  // namespace preformer
