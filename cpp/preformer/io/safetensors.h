// Named tensors with a few words about them, as huggingface/safetensors writes and reads them:
//   8 bytes    length of the header, little-endian
//   header     JSON: {"__metadata__": {text: text, …},
//                     name: {"dtype": "F32", "shape": […], "data_offsets": [begin, end]}, …}
//   data       the tensors' bytes, little-endian, row-major, without gaps
// Reading takes no memory but the header's: tensors are views into the bytes.
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

/// The metadata come first in the header, in their order; so the bytes are a function of the input.
std::string write_safetensors(const std::vector<Tensor>& tensors, const TextPairs& metadata);

/// Throws BadFormat unless every byte of the file is accounted for: names are told apart, types
/// known, shapes fit their bytes, and the tensors follow each other without gap or overlap.
Safetensors read_safetensors(std::string_view bytes);

/// A matrix as a tensor [rows, cols] of F32; the matrix must outlive it.
Tensor tensor_of(std::string name, const Matrix<float>& matrix);

}  // namespace preformer
