#include "preformer/io/npy.h"

#include <bit>

namespace preformer {

static_assert(std::endian::native == std::endian::little, "the format is little-endian");

std::string write_npy(const MatrixRef& matrix) {
  constexpr std::size_t kAlignment = 64;  // of the numbers, so that the file can be mapped
  std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                       std::to_string(matrix.rows()) + ", " + std::to_string(matrix.cols()) +
                       "), }";
  const std::size_t before = 10 + header.size() + 1;  // magic, version, length; line feed
  header.append((kAlignment - before % kAlignment) % kAlignment, ' ');
  header += '\n';

  std::string bytes("\x93NUMPY\x01\x00", 8);
  bytes += static_cast<char>(header.size() & 0xffu);
  bytes += static_cast<char>(header.size() >> 8u);
  bytes += header;
  const auto row_bytes = static_cast<std::size_t>(matrix.cols()) * sizeof(float);
  bytes.reserve(bytes.size() + static_cast<std::size_t>(matrix.rows()) * row_bytes);
  for (Index row = 0; row < matrix.rows(); ++row) {
    const float* from = matrix.data() + row * matrix.outerStride();
    bytes.append(reinterpret_cast<const char*>(from), row_bytes);
  }
  return bytes;
}

}  // namespace preformer
