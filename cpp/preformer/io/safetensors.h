// Named tensors and metadata, in the format of huggingface/safetensors:
//   8 bytes    length of the header, little-endian
//   header     JSON: {"__metadata__": {text: text, …},
//                     name: {"dtype": "F32", "shape": […], "data_offsets": [begin, end]}, …}
//   data       the tensors' bytes, little-endian, row-major, without gaps
// Reading needs memory for the header only; tensors are views into the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "preformer/base/matrix.h"

namespace preformer {

struct Tensor {
  std::string name;
  std::string type;  // "F32", "F64", "I32", "I64", "U8", …
  std::vector<std::uint64_t> shape;
  std::string_view bytes;  // must outlive the tensor
};

using TextPairs = std::vector<std::pair<std::string, std::string>>;

struct Safetensors {
  std::vector<Tensor> tensors;
  TextPairs metadata;

  /// The tensor, or the metadata's text, of that name; null if there is none.
  const Tensor* find(std::string_view name) const;
  const std::string* about(std::string_view key) const;
};

/// The header begins with the metadata, in their order. Equal input gives equal bytes.
std::string write_safetensors(const std::vector<Tensor>& tensors, const TextPairs& metadata);

/// Throws BadFormat unless names are unique, types are known, shapes match the number of bytes, and
/// the tensors follow each other without gaps or overlap.
Safetensors read_safetensors(std::string_view bytes);

/// A tensor [rows, cols] of F32 that points to the numbers of `matrix`.
Tensor tensor_of(std::string name, const Matrix<float>& matrix);

}  // namespace preformer
