#include "preformer/text/vocabulary.h"

#include <algorithm>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/base/sort.h"
#include "preformer/text/nfc.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

namespace {

/// Edits (insert, delete, replace, swap of neighbours) that turn a into b, or limit + 1 if more
/// than `limit` are needed: optimal string alignment, three rows of the usual table.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  std::vector<std::size_t> two_above(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], two_above[j - 2] + 1);
      }
    }
    if (*std::min_element(row.begin(), row.end()) > limit) return limit + 1;
    std::swap(two_above, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

void require_at_least(const char* name, std::int64_t value, std::int64_t least) {
  if (value >= least) return;
  throw Error(ErrorCode::kBadParameter,
              std::string(name) + " is " + std::to_string(value) + "; give " +
                  std::to_string(least) + " or more.",
              {.name = name,
               .value = std::to_string(value),
               .permitted = std::to_string(least) + " or more"});
}

}  // namespace

std::int32_t Vocabulary::add(std::string_view word, std::uint64_t count) {
  const std::int32_t before = size();
  const std::int32_t id = words_.insert(word);
  if (id < before) {
    throw Error(ErrorCode::kBadFormat,
                "The word " + quoted(word) + " comes twice; a vocabulary holds each word once.",
                {.name = "word", .value = std::string(word)});
  }
  counts_.push_back(count);
  total_ += count;
  return id;
}

std::int32_t Vocabulary::id_or_throw(std::string_view word) const {
  if (const auto id = find_in_any_form(word)) return *id;
  std::string message = "The word " + quoted(word) + " is not in the vocabulary";
  const auto near = suggest(word);
  message += near ? "; did you mean " + quoted(this->word(*near)) + "?"
                  : "; use a word of the corpus that is not rarer than the minimum count, or "
                    "one of the file of vectors.";
  throw Error(ErrorCode::kUnknownWord, message,
              {.name = "word",
               .value = std::string(word),
               .permitted = near ? std::string(this->word(*near)) : std::string()});
}

std::optional<std::int32_t> Vocabulary::find_in_any_form(std::string_view word) const {
  return preformer::find_in_any_form(word, [this](std::string_view form) { return find(form); });
}

std::optional<std::int32_t> Vocabulary::suggest(std::string_view word) const {
  constexpr std::size_t kLongestBytes = 100;
  if (word.size() > kLongestBytes) return std::nullopt;
  const std::string small = lower_case(word);
  if (const auto id = find_in_any_form(small)) return id;
  const std::u32string wanted =
      decode(may_change_under_nfc(small) ? to_nfc(small) : small).code_points;

  // One edit from three letters on, two from six: below that every word resembles another.
  std::size_t limit = std::min<std::size_t>(2, wanted.size() / 3);
  std::optional<std::int32_t> nearest;
  for (std::int32_t id = 0; id < size() && limit > 0; ++id) {
    const std::string_view candidate = this->word(id);
    const std::size_t edit_bytes = 4 * limit;  // an edit changes the length by 4 bytes at most
    if (candidate.size() > word.size() + edit_bytes || word.size() > candidate.size() + edit_bytes)
      continue;
    const std::size_t distance = edit_distance(wanted, decode(candidate).code_points, limit);
    if (distance > limit) continue;
    nearest = id;
    limit = distance > 0 ? distance - 1 : 0;  // later words must be nearer than this one
  }
  return nearest;
}

BuiltVocabulary build_vocabulary(const WordTable& words, std::span<const std::uint64_t> counts,
                                 const VocabularyOptions& options) {
  require_at_least("minCount", options.min_count, 1);
  require_at_least("maxVocabulary", options.max_size, 0);
  const bool with_unknown = options.unknown == UnknownPolicy::kUnk;
  const auto count = [counts](std::int32_t id) { return counts[static_cast<std::size_t>(id)]; };

  std::vector<std::int32_t> kept;  // ids of the table
  std::uint64_t unknown_count = 0;
  for (std::int32_t id = 0; id < words.size(); ++id) {
    const bool often = count(id) >= static_cast<std::uint64_t>(options.min_count);
    if (often && !(with_unknown && words[id] == kUnknownToken)) {
      kept.push_back(id);
    } else {
      unknown_count += count(id);
    }
  }
  std::vector<std::int32_t> order;  // as they will stand in the vocabulary
  for (const std::size_t n : sorted_indices(kept.size(), [&](std::size_t a, std::size_t b) {
         return count(kept[a]) > count(kept[b]);
       })) {
    order.push_back(kept[n]);
  }
  if (options.max_size > 0 && order.size() > static_cast<std::size_t>(options.max_size)) {
    const auto cut = order.begin() + static_cast<std::ptrdiff_t>(options.max_size);
    for (auto rest = cut; rest != order.end(); ++rest) unknown_count += count(*rest);
    order.erase(cut, order.end());
  }

  BuiltVocabulary built;
  if (with_unknown) built.vocabulary.add(kUnknownToken, unknown_count);
  built.ids.assign(static_cast<std::size_t>(words.size()), with_unknown ? 0 : -1);
  for (const std::int32_t id : order) {
    built.ids[static_cast<std::size_t>(id)] = built.vocabulary.add(words[id], count(id));
  }
  return built;
}

}  // namespace preformer
