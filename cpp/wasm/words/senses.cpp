// Words in their sentences, in the form that JavaScript uses.
#include <string>
#include <utility>

#include "preformer/query/predictions.h"
#include "wasm/senses.h"
#include "wasm/sentences.h"
#include "wasm/words/model.h"

namespace preformer::wasm {

namespace {

val to_words(const Vocabulary& vocabulary, const std::vector<std::int32_t>& ids) {
  val list = val::array();
  for (const std::int32_t id : ids) push(list, to_js(vocabulary.word(id)));
  return list;
}

}  // namespace

const Elmo<float>& Model::elmo() const {
  const auto* model =
      trainer_ ? dynamic_cast<const Elmo<float>*>(trainer_->language_model()) : nullptr;
  if (model) return *model;
  throw Error(ErrorCode::kBadParameter,
              "Only ELMo gives a word another vector in every sentence. Train an ELMo.",
              {"model", "", "elmo"});
}

std::vector<std::vector<std::int32_t>> Model::sentences_of(const val& joined) const {
  std::vector<std::vector<std::int32_t>> sentences;
  for (const auto& words : split_joined(joined.as<std::string>(), text_.tokenizer)) {
    sentences.push_back(sentence_ids(vocabulary(), words));
  }
  return sentences;
}

/// Throws BadParameter if the sentence contains no watched word.
Occurrence Model::occurrence_of(std::vector<std::int32_t> sentence) const {
  const std::size_t place = first_place(sentence, watched_words_);
  if (place < sentence.size()) return {std::move(sentence), place, -1, false};
  std::string words;
  for (const std::int32_t id : sentence) {
    words += (words.empty() ? "" : " ") + std::string(vocabulary().word(id));
  }
  throw no_watched_word(words);
}

val Model::context_vectors(val sentence, val view) const {
  return guarded([&] {
    const Elmo<float>& model = elmo();
    const std::vector<std::int32_t> ids = ids_of(sentence);
    const WordIds one[] = {ids};
    return to_numbers(select_vectors(model.context_vectors(one).front(), to_view(view)));
  });
}

val Model::context_neighbours(val sentence, val query) const {
  return guarded([&] {
    const Elmo<float>& model = elmo();
    Occurrence asked{ids_of(sentence), query["position"].as<std::size_t>(), -1, false};
    check_position(asked.position, asked.sentence.size());
    const auto topn = static_cast<std::size_t>(query["topn"].as<double>());
    const auto nearest =
        occurrences_.nearest(occurrence_layers(model, occurrences_.watched()),
                             occurrence_layers(model, {&asked, 1}), to_view(query), topn);
    return to_neighbours(nearest, [&](std::size_t occurrence) {
      const Occurrence& found = occurrences_.watched()[occurrence];
      return to_place(to_words(vocabulary(), found.sentence), found.position);
    });
  });
}

val Model::watch(val what) {
  return guarded([&] {
    elmo();  // throws before anything changes
    std::vector<std::int32_t> words;
    for (const auto& word : emscripten::vecFromJSArray<std::string>(what["words"])) {
      words.push_back(vocabulary().id_or_throw(word));
    }
    const std::vector<float> senses = to_floats(what["senses"]);
    const std::vector<float> heldout = to_floats(what["heldout"]);
    auto sentences = sentences_of(what["sentences"]);
    std::swap(words, watched_words_);  // occurrence_of() searches for these words
    std::vector<Occurrence> occurrences;
    try {
      for (std::size_t s = 0; s < sentences.size(); ++s) {
        occurrences.push_back(occurrence_of(std::move(sentences[s])));
        occurrences.back().sense = static_cast<int>(senses[s]);
        occurrences.back().heldout = heldout[s] != 0;
      }
    } catch (...) {
      std::swap(words, watched_words_);
      throw;
    }
    occurrences_.watch(std::move(occurrences));
    return Object().set("occurrences", sentences.size()).value();
  });
}

val Model::sense_map(val query) {
  return guarded([&] {
    const Elmo<float>& model = elmo();
    std::vector<Occurrence> extra;
    for (auto& sentence : sentences_of(query["sentences"])) {
      extra.push_back(occurrence_of(std::move(sentence)));
    }
    return to_map(occurrences_.compute(occurrence_layers(model, occurrences_.watched()),
                                       occurrence_layers(model, extra), to_view(query),
                                       query["align"].as<bool>(), kNeighboursShown));
  });
}

}  // namespace preformer::wasm
