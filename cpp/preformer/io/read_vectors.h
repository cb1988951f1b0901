// Word vectors from whole files in memory, by the readers that also read piece by piece.
#pragma once

#include <string_view>

#include "preformer/io/collected_rows.h"
#include "preformer/models/word_vectors.h"

namespace preformer {

struct VectorsRead {
  WordVectors vectors;
  VectorsFound found;
};

/// Gathers rows until all are there.
class VectorsGathered {
 public:
  void add(const VectorRows& rows, Index dimensions);
  /// Word i gets the count V − i, as in gensim, if the file does not hold counts.
  WordVectors finish();

 private:
  std::string words_;
  std::vector<float> numbers_;
  std::vector<std::uint64_t> counts_;
  Index dimensions_ = 0;
};

/// Text or binary, with or without header. Throws BadFormat for other files.
VectorsRead read_vectors(std::string_view bytes, const VectorReadOptions& options = {});

/// A TSV pair.
VectorsRead read_vector_pair(std::string_view vectors, std::string_view metadata,
                             const VectorReadOptions& options = {});

}  // namespace preformer
