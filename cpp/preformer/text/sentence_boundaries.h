// The two boundary tokens. Language models read a sentence as <s> w₁ … wₙ </s>. The ids of <s> and
// </s> follow those of the vocabulary, so that word ids stay the same.
#pragma once

#include <cstdint>
#include <string_view>

namespace preformer {

inline constexpr std::string_view kBeginToken = "<s>";
inline constexpr std::string_view kEndToken = "</s>";

constexpr std::int32_t begin_id(std::int32_t vocabulary) { return vocabulary; }
constexpr std::int32_t end_id(std::int32_t vocabulary) { return vocabulary + 1; }

/// Rows of an embedding table and classes of a softmax: the words, <s> and </s>.
constexpr std::int32_t class_count(std::int32_t vocabulary) { return vocabulary + 2; }

}  // namespace preformer
