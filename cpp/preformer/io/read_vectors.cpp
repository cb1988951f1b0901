#include "preformer/io/read_vectors.h"

#include <algorithm>

#include "preformer/io/vector_pair.h"
#include "preformer/io/vector_reader.h"

namespace preformer {

void VectorsGathered::add(const VectorRows& rows, Index dimensions) {
  dimensions_ = dimensions;
  words_ += rows.words;
  numbers_.insert(numbers_.end(), rows.numbers.begin(), rows.numbers.end());
  counts_.insert(counts_.end(), rows.counts.begin(), rows.counts.end());
}

WordVectors VectorsGathered::finish() {
  const Index rows = dimensions_ > 0 ? static_cast<Index>(numbers_.size()) / dimensions_ : 0;
  Matrix<float> vectors = Eigen::Map<const Matrix<float>>(numbers_.data(), rows, dimensions_);
  numbers_ = {};
  return make_word_vectors(words_, counts_, std::move(vectors));
}

VectorsRead read_vectors(std::string_view bytes, const VectorReadOptions& options) {
  constexpr std::size_t kPiece = 1u << 20u;  // at a time, so that no second copy is made of all
  VectorReader reader(options);
  VectorsGathered gathered;
  const auto take = [&] {
    gathered.add(reader.take(), static_cast<Index>(reader.found().dimensions));
  };
  for (std::size_t at = 0; at < bytes.size() && reader.wants_more(); at += kPiece) {
    reader.feed(bytes.substr(at, kPiece));
    take();
  }
  reader.finish();
  take();
  return {gathered.finish(), reader.found()};
}

VectorsRead read_vector_pair(std::string_view vectors, std::string_view metadata,
                             const VectorReadOptions& options) {
  constexpr std::size_t kPiece = 1u << 20u;
  PairSurvey survey;
  for (std::size_t at = 0; at < vectors.size(); at += kPiece) {
    survey.feed_vectors(vectors.substr(at, kPiece));
  }
  for (std::size_t at = 0; at < metadata.size(); at += kPiece) {
    survey.feed_metadata(metadata.substr(at, kPiece));
  }
  PairReader reader(survey.finish(), options);
  VectorsGathered gathered;
  const auto take = [&] {
    gathered.add(reader.take(), static_cast<Index>(reader.found().dimensions));
  };
  const auto feed = [&](std::string_view& file, auto give, auto end) {
    if (file.empty()) return (reader.*end)();
    (reader.*give)(file.substr(0, kPiece));
    file.remove_prefix(std::min(kPiece, file.size()));
  };
  while (reader.wants_more()) {
    if (reader.wants_vectors()) {
      feed(vectors, &PairReader::feed_vectors, &PairReader::finish_vectors);
    } else {
      feed(metadata, &PairReader::feed_metadata, &PairReader::finish_metadata);
    }
    take();
  }
  reader.finish();
  take();
  return {gathered.finish(), reader.found()};
}

}  // namespace preformer
