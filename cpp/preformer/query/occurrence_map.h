// A map of the occurrences of a word. Each point is ELMo's vector of the word in one sentence,
// minus the mean of all these vectors, on their two principal axes. Also measures how well each
// layer separates the senses.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "preformer/models/elmo.h"
#include "preformer/query/layer_view.h"
#include "preformer/query/sense_map.h"

namespace preformer {

/// The vectors of some occurrences in every layer: L+1 matrices [N, 2H], or none for N = 0.
using OccurrenceLayers = std::vector<Matrix<float>>;

OccurrenceLayers occurrence_layers(const Elmo<float>& model,
                                   std::span<const Occurrence> occurrences);

class OccurrenceMap {
 public:
  /// Replaces the watched occurrences. The position in each occurrence is that of the word.
  void watch(std::vector<Occurrence> occurrences);
  const std::vector<Occurrence>& watched() const { return occurrences_; }

  struct Frame {
    Matrix<float> positions;  // [N + extra, 2]
    std::vector<double> explained;
    float still[2] = {0, 0};         // a vector that is the same everywhere: layer 0's, or a static
                                     // model's, less its mean
    std::vector<SenseScore> layers;  // 0 … L, then the mix
    SenseScore score;                // of the view shown
    std::vector<std::vector<SenseNeighbour>> neighbours;  // of each extra sentence
  };

  /// `watched`: the current vectors of the watched occurrences. `extra`: vectors of other
  /// occurrences, which are placed on the map without changing its axes or the mean. `align`
  /// rotates the new frame onto the last one. Throws BadParameter if nothing is watched.
  Frame compute(const OccurrenceLayers& watched, const OccurrenceLayers& extra,
                const LayerView& view, bool align, std::size_t topn);

  /// The next frame will not be aligned: it belongs to another run.
  void forget_frame() { frame_.resize(0, 0); }

  /// The watched occurrences nearest to this one, most similar first.
  std::vector<SenseNeighbour> nearest(const OccurrenceLayers& watched,
                                      const OccurrenceLayers& asked, const LayerView& view,
                                      std::size_t topn) const;

 private:
  void require_some() const;

  std::vector<Occurrence> occurrences_;
  Matrix<float> frame_;  // positions [N, 2] of the last frame
};

/// The first position of one of `words` in a sentence, or the size of the sentence.
std::size_t first_place(std::span<const std::int32_t> sentence,
                        std::span<const std::int32_t> words);

}  // namespace preformer
