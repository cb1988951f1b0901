// Keyed draws: with TrainConfig::draws = keyed, every random number of CBOW and Skip-gram follows
// from the seed and from what it is drawn for, and the learning rate from the place in the text. So
// runs on two texts that differ in one sentence differ by that sentence alone, not by a stream of
// random numbers that it shifts.
//
//   initial vectors      seed, word
//   subsampling, radii   seed, epoch, place of the sentence
//   negative samples     seed, epoch, place of the sentence, position of the centre word;
//                        the table of words: text/keyed_noise.h
//   learning rate        epoch, place of the sentence, share of it that is read
//
// The place of a sentence is its number among the lines of the text, empty ones counted: a sentence
// is taken out by leaving its line empty. What remains is what the sentence does to counts: words
// that only it has leave the vocabulary, others may fall below the smallest count, subsampling and
// the shares of negative samples change a little; a Huffman tree may change altogether.
#pragma once

#include <cstdint>
#include <vector>

#include "preformer/base/rng.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// A number per word, the same in every text.
std::vector<std::uint64_t> word_keys(const Vocabulary& vocabulary);

/// Draws which words of a sentence stay, and the radii of its windows.
Rng sentence_draws(std::uint64_t seed, int epoch, std::size_t place);

/// Draws the negative samples of the window at this position.
Rng window_draws(std::uint64_t seed, int epoch, std::size_t place, std::size_t position);

}  // namespace preformer
