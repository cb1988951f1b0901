// A vocabulary in a safetensors file: vocabulary.words (U8, one word per line), vocabulary.counts
// (I64).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "preformer/io/safetensors.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// The bytes that the two tensors point to. It must outlive them and must not be moved.
class VocabularyTensors {
 public:
  explicit VocabularyTensors(const Vocabulary& vocabulary);
  VocabularyTensors(const VocabularyTensors&) = delete;
  VocabularyTensors& operator=(const VocabularyTensors&) = delete;

  Tensor counts() const;
  Tensor words() const;  // of odd length: comes last, so that all others are aligned

 private:
  std::string words_;
  std::vector<std::uint64_t> counts_;
};

/// Throws BadFormat if there is no vocabulary, or a damaged one.
Vocabulary read_vocabulary(const Safetensors& file);

}  // namespace preformer
