// Word mover's distance (Kusner et al. 2015, "From Word Embeddings To Document Distances").
#pragma once

#include <span>
#include <string>
#include <vector>

#include "preformer/base/matrix.h"
#include "preformer/text/vocabulary.h"

namespace preformer {

/// The least cost of moving the words of one text to those of the other: each distinct word has its
/// share of its text, and a unit moved from word i to word j costs |v_i/|v_i| − v_j/|v_j||
/// (gensim's norm=True). Words outside the vocabulary are left out; infinite if a text has no other
/// words. The transport problem is solved exactly, by successive shortest paths; memory is that of
/// one table of the distinct words of both texts.
double word_movers_distance(const Vocabulary& vocabulary, const MatrixRef& vectors,
                            std::span<const std::string> a, std::span<const std::string> b);

/// The least cost of a transport. `supply` [N] and `demand` [M] are positive and have equal sums;
/// `cost` [N, M] is not negative.
double transport_cost(std::span<const double> supply, std::span<const double> demand,
                      const Matrix<double>& cost);

}  // namespace preformer
