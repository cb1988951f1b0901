// Training that begins with word vectors from elsewhere instead of random ones: the vectors take
// their words' rows in the checkpoint of a run that has not begun, from which it is then resumed.
#pragma once

#include <string>
#include <string_view>

#include "preformer/models/word_vectors.h"

namespace preformer {

struct Begun {
  std::string checkpoint;
  std::int32_t known = 0;  // words of the run's vocabulary that have a vector from elsewhere
};

/// Words that `vectors` lacks keep what they have, and so does all else (output vectors, hidden
/// layers). Throws BadParameter where the sizes differ ("vectorSize"), or the model has no vector
/// for a word ("start"): one-hot, and ELMo that reads letter by letter.
Begun begin_with_vectors(std::string_view checkpoint, const WordVectors& vectors);

}  // namespace preformer
