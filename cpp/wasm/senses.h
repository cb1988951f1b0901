// Words in their sentences, as JavaScript asks for them and is told.
#pragma once

#include <vector>

#include "preformer/query/occurrence_map.h"
#include "wasm/values.h"

namespace preformer::wasm {

inline constexpr std::size_t kNeighboursShown = 12;  // of a sentence placed on the map

/// {layer, direction, weights, gamma}; layer −1 is the mix, no weights are equal weights.
LayerView to_view(const val& view);

val to_numbers(const Matrix<float>& matrix);
val to_map(const OccurrenceMap::Frame& frame);

/// {sentence, position}: a word in its sentence, which is the list of its words.
Object to_place(const val& sentence, std::size_t position);

/// A list, nearest first: what `describe(occurrence)`, an Object, says of each, and its similarity.
template <class F>
val to_neighbours(const std::vector<SenseNeighbour>& neighbours, F&& describe) {
  val list = val::array();
  for (const SenseNeighbour& near : neighbours) {
    push(list, describe(near.occurrence).set("similarity", near.similarity).value());
  }
  return list;
}

/// Throws BadParameter unless the sentence has a word there.
void check_position(std::size_t position, std::size_t words);

/// BadParameter: a sentence, as its words, in which no watched word stands.
Error no_watched_word(const std::string& words);

}  // namespace preformer::wasm
