// Decodes text by the tables of the system: iconv(3), or TextDecoder under Node.
#pragma once

#include <string>
#include <string_view>

#include "preformer/text/encoding.h"

namespace preformer::cli {

/// As UTF-8. What cannot be decoded becomes U+FFFD.
std::string decode_text(std::string_view bytes, const Encoding& encoding);

}  // namespace preformer::cli
