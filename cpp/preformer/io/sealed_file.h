// Safetensors files with a checksum, a format and a version. Their metadata begin with
//   checksum   FNV-1a, 64 bits, over all bytes except its own digits; detects any changed byte
//   format     the kind of file, such as "preformer-checkpoint"
//   version    the version of that format
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preformer/base/error.h"
#include "preformer/io/safetensors.h"

namespace preformer {

struct SealedFormat {
  std::string_view name;  // "preformer-checkpoint"
  std::uint64_t version;  // the version that is written, and the newest that can be read
};

/// `metadata` follow the version.
std::string write_sealed(const SealedFormat& format, const std::vector<Tensor>& tensors,
                         const TextPairs& metadata);

/// Throws BadFormat for a file that is damaged or incomplete, and for files of other programs and
/// of newer versions.
Safetensors read_sealed(const SealedFormat& format, std::string_view bytes);

/// The error BadFormat for a damaged file.
Error damaged_file();

}  // namespace preformer
