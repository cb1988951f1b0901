#include "preformer/query/spellings.h"

#include <algorithm>

#include "preformer/base/error.h"
#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {

std::string lower_case(std::string_view word) {
  std::string lower;
  for (std::size_t i = 0; i < word.size();) {
    const DecodedCodePoint c = decode_at(word, i);
    if (c.valid) {
      append_utf8(lower, to_lower(c.code_point));
    } else {
      lower.append(word.substr(i, c.bytes));
    }
    i += c.bytes;
  }
  return lower;
}

Spellings::Spellings(const Vocabulary& vocabulary, const EvaluationOptions& options)
    : fold_(options.case_insensitive) {
  if (options.restrict_vocab < 0) {
    throw Error(ErrorCode::kBadParameter,
                "The number of words to evaluate must be 1 or more, or 0 for all of them.",
                {"restrict_vocab", std::to_string(options.restrict_vocab), "0 or more"});
  }
  const auto limit = options.restrict_vocab == 0 ? vocabulary.size()
                                                 : static_cast<std::int32_t>(std::min<std::int64_t>(
                                                       vocabulary.size(), options.restrict_vocab));
  for (std::int32_t id = 0; id < limit; ++id) {
    const auto spelling = static_cast<std::size_t>(spellings_.insert(key(vocabulary.word(id))));
    if (spelling == first_id_.size()) first_id_.push_back(id);
    first_of_.push_back(first_id_[spelling]);
  }
}

std::optional<std::int32_t> Spellings::find(std::string_view word) const {
  const auto spelling = spellings_.find(key(word));
  if (!spelling) return std::nullopt;
  return first_id_[static_cast<std::size_t>(*spelling)];
}

}  // namespace preformer
