// Reading what gzip packed: RFC 1952 (the file) and RFC 1951 (deflate).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preformer {

/// By its first two bytes.
bool is_gzip(std::string_view bytes);

/// What was packed. Throws BadFormat where the file is damaged, cut off or followed by anything
/// else, or its checksum is wrong; TooLarge where more than `limit` bytes come out.
std::string gunzip(std::string_view bytes, std::size_t limit);

}  // namespace preformer
