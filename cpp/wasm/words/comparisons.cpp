// Questions that compare words and texts, in the form that JavaScript uses.
#include "preformer/query/comparisons.h"

#include "preformer/query/word_movers.h"
#include "wasm/words/model.h"

namespace preformer::wasm {

namespace {

std::vector<std::string> words_in(const val& list) {
  return emscripten::vecFromJSArray<std::string>(list);
}

}  // namespace

double Model::n_similarity(val a, val b, val matrix) const {
  return guarded([&] {
    return preformer::n_similarity(vocabulary(), rows_of_words(matrix), words_in(a), words_in(b));
  });
}

val Model::distances(val word, val others, val matrix) const {
  return guarded([&] {
    return to_float64_array(preformer::distances(vocabulary(), rows_of_words(matrix),
                                                 word.as<std::string>(), words_in(others)));
  });
}

val Model::closer_than(val a, val b, val matrix) const {
  return guarded([&] {
    val words = val::array();
    for (const std::int32_t id : preformer::closer_than(vocabulary(), rows_of_words(matrix),
                                                        a.as<std::string>(), b.as<std::string>())) {
      push(words, to_js(vocabulary().word(id)));
    }
    return words;
  });
}

double Model::word_movers_distance(val a, val b, val matrix) const {
  return guarded([&] {
    return preformer::word_movers_distance(vocabulary(), rows_of_words(matrix), words_in(a),
                                           words_in(b));
  });
}

}  // namespace preformer::wasm
