// Unpacks files compressed by gzip, with zlib natively and with Node's own zlib under Node.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preformer::cli {

/// Recognises a file by its first two bytes.
bool is_gzip(std::string_view bytes);

/// Unpacks a file. Throws BadFormat if the file is damaged, incomplete or followed by other bytes,
/// TooLarge if it unpacks to more than `limit` bytes. Errors contain `option`.
std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& option);

}  // namespace preformer::cli
