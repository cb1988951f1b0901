#include "preformer/text/corpus.h"

#include <algorithm>
#include <string>
#include <utility>

#include "preformer/base/cold.h"
#include "preformer/base/error.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

std::string overlong_note(std::size_t overlong) {
  if (overlong == 0) return "";
  return " Tokens longer than " + std::to_string(kMaxTokenBytes) + " bytes were skipped (" +
         std::to_string(overlong) + "); separate words by spaces or choose another tokenizer.";
}

[[noreturn]] void throw_empty(const Corpus& corpus) {
  const std::string dropped = dropped_note(corpus.dropped, corpus.dropped_signs);
  throw Error(ErrorCode::kEmptyCorpus,
              "The corpus holds no words. Give text with at least two different words." +
                  overlong_note(corpus.overlong) + (dropped.empty() ? "" : " " + dropped + "."),
              {.name = "corpus", .permitted = "at least two different words"});
}

/// A model needs two words that occur; <unk> counts if something became it.
void require_two_words(const WordTable& words, const Vocabulary& kept, std::size_t overlong,
                       const VocabularyOptions& options) {
  int occurring = 0;
  for (const std::uint64_t count : kept.counts()) occurring += count > 0;
  if (occurring >= 2) return;

  std::string message;
  Offence offence;
  if (words.size() == 1) {
    message = "The corpus repeats one word, " + quoted(words[0]) +
              "; give text with at least two different words.";
    offence = {.name = "corpus",
               .value = std::string(words[0]),
               .permitted = "at least two different words"};
  } else {
    const bool by_size = options.max_size == 1;
    const std::string name = by_size ? "maxVocabulary" : "minCount";
    const std::string value = std::to_string(by_size ? options.max_size : options.min_count);
    message = "Of " + std::to_string(words.size()) + " different words " +
              std::to_string(occurring) + " would be left with " + name + " = " + value + "; " +
              (by_size ? "raise" : "lower") + " it or give more text.";
    offence = {.name = name, .value = value};
  }
  throw Error(ErrorCode::kVocabularyTooSmall, message + overlong_note(overlong),
              std::move(offence));
}

/// Tokens of the longest sentence.
std::size_t longest(const std::vector<std::size_t>& offsets) {
  std::size_t most = 0;
  for (std::size_t s = 1; s < offsets.size(); ++s) {
    most = std::max(most, offsets[s] - offsets[s - 1]);
  }
  return most;
}

/// Replaces the ids of the table by those of the vocabulary, in place; drops words that have none
/// and sentences that lose all their words.
void renumber(std::span<const std::int32_t> new_ids, std::vector<std::int32_t>& ids,
              std::vector<std::size_t>& offsets, std::vector<std::int32_t>& places) {
  std::size_t kept = 0, sentences = 0;
  for (std::size_t s = 0, begin = 0; s + 1 < offsets.size(); ++s) {
    const std::size_t end = offsets[s + 1];
    for (std::size_t i = begin; i < end; ++i) {
      const std::int32_t id = new_ids[static_cast<std::size_t>(ids[i])];
      if (id >= 0) ids[kept++] = id;
    }
    begin = end;
    if (kept == offsets[sentences]) continue;
    places[sentences] = places[s];
    offsets[++sentences] = kept;
  }
  ids.resize(kept);
  offsets.resize(sentences + 1);
  places.resize(sentences);
}

}  // namespace

void CorpusBuilder::token(std::string_view utf8) {
  if (utf8.empty()) return;
  if (utf8.size() > kMaxTokenBytes) {
    ++overlong_;
    overlong_bytes_ += utf8.size();
    return;
  }
  const auto known = closed_ ? words_.find(utf8) : words_.insert(utf8);
  if (!known) return;
  const std::int32_t id = *known;
  if (static_cast<std::size_t>(id) == counts_.size()) counts_.push_back(0);
  if (!closed_) ++counts_[static_cast<std::size_t>(id)];
  ids_.push_back(id);
  if (ids_.size() - sentence_offsets_.back() == kMaxSentenceTokens) end_sentence();
}

void CorpusBuilder::keep(std::string_view word, std::uint64_t count) {
  const auto id = static_cast<std::size_t>(words_.insert(word));
  if (id == counts_.size()) counts_.push_back(0);
  counts_[id] += count;
}

PREFORMER_COLD void CorpusBuilder::end_sentence() {
  if (ids_.size() == sentence_offsets_.back()) return;
  sentence_offsets_.push_back(ids_.size());
  places_.push_back(static_cast<std::int32_t>(places_total_++));
}

Corpus CorpusBuilder::finish(const VocabularyOptions& options, const TokenizerCounts& counts) {
  CorpusBuilder gathered;
  std::swap(gathered, *this);
  gathered.end_sentence();

  Corpus corpus;
  corpus.tokens_total = gathered.ids_.size();
  corpus.replaced = counts.replaced;
  corpus.overlong = counts.overlong + gathered.overlong_;
  corpus.dropped = counts.dropped;
  corpus.dropped_signs = counts.dropped_signs;
  corpus.overlong_bytes = counts.overlong_bytes + gathered.overlong_bytes_;
  corpus.longest_read = longest(gathered.sentence_offsets_);
  corpus.limits = options;
  if (corpus.tokens_total == 0) throw_empty(corpus);

  BuiltVocabulary built = build_vocabulary(gathered.words_, gathered.counts_, options);
  require_two_words(gathered.words_, built.vocabulary, corpus.overlong, options);
  renumber(built.ids, gathered.ids_, gathered.sentence_offsets_, gathered.places_);
  corpus.places_total = gathered.places_total_;
  if (gathered.places_.size() < corpus.places_total) corpus.places = std::move(gathered.places_);
  corpus.vocabulary = std::move(built.vocabulary);
  corpus.ids = std::move(gathered.ids_);
  corpus.sentence_offsets = std::move(gathered.sentence_offsets_);
  corpus.tokens_kept = corpus.ids.size();
  for (std::size_t s = 0; s < corpus.sentences(); ++s) {
    corpus.alone += corpus.sentence(s).size() == 1;
  }
  return corpus;
}

Corpus make_corpus(std::string_view utf8, const TokenizerOptions& tokenizer,
                   const VocabularyOptions& vocabulary) {
  CorpusBuilder builder;
  const TokenizerCounts counts = for_each_token(utf8, tokenizer, builder);
  return builder.finish(vocabulary, counts);
}

}  // namespace preformer
