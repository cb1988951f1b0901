// Files packed by gzip: unpacked by zlib natively, by Node's own zlib under Node.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace preformer::cli {

/// By its first two bytes.
bool is_gzip(std::string_view bytes);

/// What was packed. Throws BadFormat, naming `option`, where the file is damaged, cut off or
/// followed by anything else; TooLarge where more than `limit` bytes come out.
std::string gunzip(std::string_view bytes, std::size_t limit, const std::string& option);

}  // namespace preformer::cli
