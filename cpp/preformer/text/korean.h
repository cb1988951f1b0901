// Korean text in EUC-KR as Windows writes it (UHC, code page 949).
#pragma once

#include <string>
#include <string_view>

#include "preformer/text/encoding.h"

namespace preformer {

/// KS X 1001 has 2350 of the 11172 syllables. Windows added the others, and in files they are
/// called EUC-KR all the same; Node's table does not have them. They stand in the order of Unicode
/// at the free places, so no table is needed: `by_table` decodes KS X 1001 only.
std::string decode_korean(std::string_view bytes, const Encoding& encoding,
                          const Decoder& by_table);

}  // namespace preformer
