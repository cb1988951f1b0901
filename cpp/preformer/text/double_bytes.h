// Encodings with characters of two bytes whose tables differ from system to system.
#pragma once

#include <string>
#include <string_view>

#include "preformer/text/encoding.h"

namespace preformer {

/// Korean in EUC-KR as Windows writes it (UHC, code page 949). KS X 1001 has 2350 of the 11172
/// syllables. Windows added the others, and in files they are called EUC-KR all the same; Node's
/// table does not have them. They stand in the order of Unicode at the free places, so no table is
/// needed: `by_table` decodes KS X 1001 only.
std::string decode_korean(std::string_view bytes, const Encoding& encoding,
                          const Decoder& by_table);

/// Big5 with the characters of Hong Kong (HKSCS), such as 哋, 咗 and 嚟, which Node's table does
/// not have. `by_table` decodes Big5 itself.
std::string decode_big5(std::string_view bytes, const Encoding& encoding, const Decoder& by_table);

}  // namespace preformer
