#include "preformer/query/occurrence_map.h"

#include <algorithm>
#include <utility>

#include "preformer/query/pca.h"
#include "preformer/query/procrustes.h"

namespace preformer {
namespace {

constexpr std::size_t kSentencesTogether = 256;  // bounds the memory of their layers

/// Of every layer, then of the mix.
std::vector<SenseScore> score_layers(std::span<const Matrix<float>> layers, const LayerView& view,
                                     std::span<const Occurrence> occurrences) {
  std::vector<SenseScore> scores;
  LayerView each = view;
  for (int layer = 0; layer < static_cast<int>(layers.size()); ++layer) {
    each.layer = layer;
    scores.push_back(sense_score(centre(select_vectors(layers, each)), occurrences));
  }
  each.layer = LayerView::kMix;
  scores.push_back(sense_score(centre(select_vectors(layers, each)), occurrences));
  return scores;
}

}  // namespace

OccurrenceLayers occurrence_layers(const Elmo<float>& model,
                                   std::span<const Occurrence> occurrences) {
  OccurrenceLayers layers;
  for (std::size_t first = 0; first < occurrences.size(); first += kSentencesTogether) {
    const auto some =
        occurrences.subspan(first, std::min(kSentencesTogether, occurrences.size() - first));
    std::vector<WordIds> sentences;
    for (const Occurrence& occurrence : some) sentences.emplace_back(occurrence.sentence);
    const auto vectors = model.context_vectors(sentences);
    for (std::size_t n = 0; n < some.size(); ++n) {
      if (layers.empty()) {
        layers.assign(vectors[n].size(),
                      Matrix<float>(static_cast<Index>(occurrences.size()), vectors[n][0].cols()));
      }
      for (std::size_t j = 0; j < layers.size(); ++j) {
        layers[j].row(static_cast<Index>(first + n)) =
            vectors[n][j].row(static_cast<Index>(some[n].position));
      }
    }
  }
  return layers;
}

void OccurrenceMap::watch(std::vector<Occurrence> occurrences) {
  occurrences_ = std::move(occurrences);
  frame_.resize(0, 0);
}

void OccurrenceMap::require_some() const {
  if (!occurrences_.empty()) return;
  throw Error(ErrorCode::kBadParameter,
              "No occurrences are watched yet. Name a word and the sentences it stands in first.",
              {"watch", "0", "one occurrence or more"});
}

OccurrenceMap::Frame OccurrenceMap::compute(const OccurrenceLayers& layers,
                                            const OccurrenceLayers& extra, const LayerView& view,
                                            bool align, std::size_t topn) {
  require_some();
  const CentredVectors shown = centre(select_vectors(layers, view));
  const Projection axes = pca(shown.vectors);
  const Index count = shown.vectors.rows(), all = count + (extra.empty() ? 0 : extra[0].rows());

  Frame frame;
  Matrix<float> places(all + 1, 2);  // the last row is the origin, where all differences vanish
  places.topRows(count) = axes.positions;
  if (!extra.empty()) {
    const Matrix<float> more = shown.centre(select_vectors(extra, view));
    places.middleRows(count, all - count) = project(axes, more);
    for (Index n = 0; n < more.rows(); ++n) {
      frame.neighbours.push_back(nearest_occurrences(shown, more.row(n), topn));
    }
  }
  places.row(all) = project(axes, Matrix<float>::Zero(1, shown.vectors.cols()));
  if (align && frame_.rows() == count) {
    places = preformer::align(procrustes(frame_, axes.positions), places);
  }
  frame_ = places.topRows(count);
  frame.positions = places.topRows(all);
  frame.still[0] = places(all, 0);
  frame.still[1] = places(all, 1);
  frame.explained = axes.explained_variance_ratio;
  frame.layers = score_layers(layers, view, occurrences_);
  frame.score = view.layer == LayerView::kMix ? frame.layers.back()
                                              : frame.layers[static_cast<std::size_t>(view.layer)];
  return frame;
}

std::vector<SenseNeighbour> OccurrenceMap::nearest(const OccurrenceLayers& watched,
                                                   const OccurrenceLayers& asked,
                                                   const LayerView& view, std::size_t topn) const {
  require_some();
  const CentredVectors known = centre(select_vectors(watched, view));
  const Matrix<float> vector = known.centre(select_vectors(asked, view));
  return nearest_occurrences(known, vector.row(0), topn);
}

std::size_t first_place(std::span<const std::int32_t> sentence,
                        std::span<const std::int32_t> words) {
  const auto at = std::find_first_of(sentence.begin(), sentence.end(), words.begin(), words.end());
  return static_cast<std::size_t>(at - sentence.begin());
}

}  // namespace preformer
