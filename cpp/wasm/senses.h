// Words in their sentences: questions and answers in the form that JavaScript uses.
#pragma once

#include <vector>

#include "preformer/query/occurrence_map.h"
#include "wasm/values.h"

namespace preformer::wasm {

inline constexpr std::size_t kNeighboursShown = 12;  // per sentence placed on the map

/// Reads {layer, direction, weights, gamma}. Layer −1 is the mix; without weights, all are equal.
LayerView to_view(const val& view);

val to_numbers(const Matrix<float>& matrix);
val to_map(const OccurrenceMap::Frame& frame);

/// {sentence, position}: a sentence as a list of words, and the position of one of them.
Object to_place(const val& sentence, std::size_t position);

/// A list, nearest first: the Object that `describe(occurrence)` returns, with the similarity
/// added.
template <class F>
val to_neighbours(const std::vector<SenseNeighbour>& neighbours, F&& describe) {
  val list = val::array();
  for (const SenseNeighbour& near : neighbours) {
    push(list, describe(near.occurrence).set("similarity", near.similarity).value());
  }
  return list;
}

/// Throws BadParameter if `position` is not less than the number of words.
void check_position(std::size_t position, std::size_t words);

/// The error BadParameter for a sentence that contains no watched word.
Error no_watched_word(const std::string& words);

}  // namespace preformer::wasm
