#include "preformer/query/spellings.h"

#include <algorithm>

#include "preformer/base/error.h"
#include "preformer/text/nfc.h"
#include "preformer/text/unicode.h"

namespace preformer {

std::string without_case(std::string_view word) {
  std::string lower = lower_case(word);
  constexpr std::string_view kFinal = "ς", kSigma = "σ";
  for (std::size_t at = 0; (at = lower.find(kFinal, at)) != std::string::npos;) {
    lower.replace(at, kFinal.size(), kSigma);
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
  const auto spelling =
      find_in_any_form(word, [this](std::string_view form) { return spellings_.find(key(form)); });
  if (!spelling) return std::nullopt;
  return first_id_[static_cast<std::size_t>(*spelling)];
}

}  // namespace preformer
