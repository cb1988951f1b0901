#include "wasm/transfer/published_elmo.h"

#include <emscripten/emscripten.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "preformer/base/hash.h"
#include "preformer/base/slices.h"
#include "wasm/senses.h"
#include "wasm/sentences.h"

namespace preformer::wasm {

namespace {

constexpr std::size_t kMostKept = 2000;  // sentences; some hundred megabytes for the largest models

template <class T = Index>
T number(const val& options, const char* name) {
  return static_cast<T>(options[name].as<double>());
}

/// web/src/worker/files/elmo-options.js has checked the options.
ElmoShape read_shape(const val& options) {
  ElmoShape shape{.n_layers = number(options, "layers"),
                  .projection_dim = number(options, "projection"),
                  .dim = number(options, "cells"),
                  .always_projects = options["projected"].as<bool>(),
                  .cell_clip = number<double>(options, "cellClip"),
                  .proj_clip = number<double>(options, "projClip"),
                  .use_skip_connections = options["skipConnections"].as<bool>(),
                  .dropout = 0};
  CharCnnOptions& characters = *shape.char_cnn;
  characters.max_characters_per_token = number(options, "maxCharacters");
  characters.embedding_dim = number(options, "charSize");
  characters.n_highway = number(options, "highways");
  characters.filters.clear();
  const std::vector<float> filters = to_floats(options["filters"]);  // width, count, width, …
  for (std::size_t i = 0; i + 1 < filters.size(); i += 2) {
    characters.filters.emplace_back(static_cast<Index>(filters[i]),
                                    static_cast<Index>(filters[i + 1]));
  }
  return shape;
}

/// Text is split at its spaces. Case and punctuation are kept, because they are other characters.
PublishedElmo::Words words_of(const val& sentence) {
  PublishedElmo::Words words = sentence.isString()
                                   ? split_words(sentence.as<std::string>(), {})
                                   : emscripten::vecFromJSArray<std::string>(sentence);
  if (!words.empty()) return words;
  throw Error(ErrorCode::kBadParameter, "The sentence has no words. Give one or more.",
              {"sentence", "", "one word or more"});
}

std::string joined(const PublishedElmo::Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

val to_list(const PublishedElmo::Words& words) {
  val list = val::array();
  for (const std::string& word : words) push(list, to_js(word));
  return list;
}

}  // namespace

PublishedElmo::PublishedElmo(const val& options)
    : reader_(read_shape(options)), parameters_(reader_.parameters()) {}

val PublishedElmo::parameters() {
  val list = val::array();
  for (const Parameter<float>* p : parameters_) {
    push(list, Object()
                   .set("name", p->name)
                   .set("rows", p->value.rows())
                   .set("cols", p->value.cols())
                   .value());
  }
  return list;
}

void PublishedElmo::set_rows(double parameter, double first_row, val numbers) {
  guarded([&] {
    Parameter<float>& p = *parameters_.at(static_cast<std::size_t>(parameter));
    const std::vector<float> values = to_floats(numbers);
    const Index first = static_cast<Index>(first_row) * p.value.cols();
    const bool fits = first >= 0 && first + static_cast<Index>(values.size()) <= p.value.size();
    if (!fits ||
        !std::all_of(values.begin(), values.end(), [](float x) { return std::isfinite(x); })) {
      throw Error(
          ErrorCode::kBadFormat,
          "The weights " + p.name + " hold numbers that are not finite. Fetch the file again.",
          {"import.elmo.number", p.name, "finite numbers"});
    }
    std::copy(values.begin(), values.end(), p.value.data() + first);
  });
}

val PublishedElmo::info() const {
  const ElmoShape& shape = reader_.shape();
  return Object()
      .set("trainable", false)
      .set("layers", shape.n_layers)
      .set("dimensions", 2 * shape.projection_dim)
      .set("cells", shape.dim)
      .set("parameters", parameter_count())
      .value();
}

std::string PublishedElmo::weights_hash() {
  Hash64 hash;
  for (const Parameter<float>* p : parameters_) {
    hash.add(p->value.data(), static_cast<std::size_t>(p->value.size()));
  }
  return hash.hex();
}

void PublishedElmo::read(std::span<const Words> sentences) {
  std::vector<Words> fresh;
  for (const Words& sentence : sentences) {
    if (!read_.contains(sentence)) fresh.push_back(sentence);
  }
  if (fresh.empty()) return;
  if (read_.size() + fresh.size() > kMostKept) read_.clear();
  auto layers = reader_.context_vectors(fresh);
  for (std::size_t n = 0; n < fresh.size(); ++n) {
    read_.insert_or_assign(std::move(fresh[n]), std::move(layers[n]));
  }
}

const OccurrenceLayers& PublishedElmo::layers_of(const Words& sentence) {
  const auto known = read_.find(sentence);
  if (known != read_.end()) return known->second;
  read({&sentence, 1});
  return read_.find(sentence)->second;
}

OccurrenceLayers PublishedElmo::layers_of(std::span<const Watched> occurrences) {
  OccurrenceLayers layers;
  for (std::size_t n = 0; n < occurrences.size(); ++n) {
    const OccurrenceLayers& of = layers_of(occurrences[n].sentence);
    if (layers.empty()) {
      layers.assign(of.size(), Matrix<float>(static_cast<Index>(occurrences.size()), of[0].cols()));
    }
    for (std::size_t j = 0; j < layers.size(); ++j) {
      layers[j].row(static_cast<Index>(n)) = of[j].row(static_cast<Index>(occurrences[n].position));
    }
  }
  return layers;
}

PublishedElmo::Watched PublishedElmo::watched_in(Words sentence) const {
  const auto at = std::find_first_of(sentence.begin(), sentence.end(), watched_words_.begin(),
                                     watched_words_.end());
  if (at == sentence.end()) throw no_watched_word(joined(sentence));
  const auto position = static_cast<std::size_t>(at - sentence.begin());
  return {std::move(sentence), position};
}

val PublishedElmo::context_vectors(val sentence, val view) {
  return guarded(
      [&] { return to_numbers(select_vectors(layers_of(words_of(sentence)), to_view(view))); });
}

val PublishedElmo::context_neighbours(val sentence, val query) {
  return guarded([&] {
    const Watched asked{words_of(sentence), query["position"].as<std::size_t>()};
    check_position(asked.position, asked.sentence.size());
    const auto topn = static_cast<std::size_t>(query["topn"].as<double>());
    const auto nearest =
        occurrences_.nearest(layers_of(watched_), layers_of({&asked, 1}), to_view(query), topn);
    return to_neighbours(nearest, [&](std::size_t occurrence) {
      const Watched& found = watched_[occurrence];
      return to_place(to_list(found.sentence), found.position);
    });
  });
}

val PublishedElmo::watch(val what) {
  return guarded([&] {
    Words words = emscripten::vecFromJSArray<std::string>(what["words"]);
    const std::vector<float> senses = to_floats(what["senses"]);
    const std::vector<float> heldout = to_floats(what["heldout"]);
    std::swap(words, watched_words_);  // watched_in() searches for these words
    std::vector<Watched> watched;
    std::vector<Occurrence> occurrences;
    try {
      for (auto& sentence : split_joined(what["sentences"].as<std::string>(), {})) {
        const std::size_t s = watched.size();
        watched.push_back(watched_in(std::move(sentence)));
        occurrences.push_back(
            {{}, watched[s].position, static_cast<int>(senses[s]), heldout[s] != 0});
      }
    } catch (...) {
      std::swap(words, watched_words_);
      throw;
    }
    watched_ = std::move(watched);
    occurrences_.watch(std::move(occurrences));
    return Object().set("occurrences", watched_.size()).value();
  });
}

val PublishedElmo::sense_map(val query) {
  return guarded([&] {
    std::vector<Watched> extra;
    for (auto& sentence : split_joined(query["sentences"].as<std::string>(), {})) {
      extra.push_back(watched_in(std::move(sentence)));
    }
    return to_map(occurrences_.compute(layers_of(watched_), layers_of(extra), to_view(query),
                                       query["align"].as<bool>(), kNeighboursShown));
  });
}

ReadingAhead::ReadingAhead(PublishedElmo& reader, const val& sentences)
    : reader_(reader), sentences_(split_joined(sentences.as<std::string>(), {})) {
  std::stable_sort(sentences_.begin(), sentences_.end(),
                   [](const PublishedElmo::Words& a, const PublishedElmo::Words& b) {
                     return a.size() < b.size();
                   });
}

bool ReadingAhead::run_for(double milliseconds) {
  const auto read_some = [&] {
    if (first_ < sentences_.size()) {
      const std::size_t length = sentences_[first_].size();
      std::size_t last = first_ + 1, words = length;
      while (last < sentences_.size() && sentences_[last].size() == length &&
             words + length <= reader_.words_at_a_time()) {
        words += length;
        ++last;
      }
      reader_.read({&sentences_[first_], last - first_});
      first_ = last;
    }
    return first_ == sentences_.size();
  };
  return guarded([&] { return finish_within(milliseconds, emscripten_get_now, read_some); });
}

double ReadingAhead::progress() const {
  return sentences_.empty() ? 1
                            : static_cast<double>(first_) / static_cast<double>(sentences_.size());
}

PublishedElmo* open_published_elmo(val options) {
  return guarded([&] { return new PublishedElmo(options); });
}

ReadingAhead* read_ahead(PublishedElmo& reader, val sentences) {
  return guarded([&] { return new ReadingAhead(reader, sentences); });
}

}  // namespace preformer::wasm
