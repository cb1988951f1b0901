// Safetensors files that say what they are and notice damage. Their metadata begin with
//   checksum   FNV-1a, 64 bits, over every byte but its own digits: it finds any changed byte
//   format     which of this program's files it is
//   version    of that format
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
  std::uint64_t version;  // that is written, and the newest that is read
};

/// `metadata`: what comes after the version.
std::string write_sealed(const SealedFormat& format, const std::vector<Tensor>& tensors,
                         const TextPairs& metadata);

/// Throws BadFormat for files that are damaged, cut off, of another program or of a newer version.
Safetensors read_sealed(const SealedFormat& format, std::string_view bytes);

/// BadFormat: the file is not as it was written.
Error damaged_file();

}  // namespace preformer
