// Files that were changed, yet look whole.
#pragma once

#include <string>

#include "preformer/base/hash.h"

namespace preformer::fixtures {

/// A file that was changed, its checksum made right again.
inline std::string with_checksum(std::string bytes) {
  const std::string before = "{\"__metadata__\":{\"checksum\":\"";
  const std::size_t at = 8 + before.size();
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i >= at && i < at + 16) continue;
    hash = (hash ^ static_cast<unsigned char>(bytes[i])) * 0x100000001b3u;
  }
  return bytes.replace(at, 16, to_hex(hash));
}

}  // namespace preformer::fixtures
