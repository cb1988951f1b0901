#include "wasm/sentences.h"

#include <algorithm>
#include <utility>

namespace preformer::wasm {

namespace {

std::vector<std::string> words_of(const TokenizedText& tokens) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < tokens.tokens(); ++i) words.emplace_back(tokens[i]);
  return words;
}

}  // namespace

void for_each_given_token(std::string_view bytes, TokenVisitor& visitor) {
  bool empty = true;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find_first_of(std::string_view("\0\n", 2));
    visitor.token(bytes.substr(0, end));
    empty = empty && end == 0;
    if (end == std::string_view::npos) break;
    if (bytes[end] == '\n') {
      visitor.end_sentence();
      if (std::exchange(empty, true)) visitor.empty_line();
    }
    bytes.remove_prefix(end + 1);
  }
  visitor.end_sentence();
}

std::vector<std::string> split_words(std::string_view text, const TokenizerOptions& tokenizer) {
  return words_of(tokenize(text, tokenizer));
}

std::vector<std::vector<std::string>> split_joined(std::string_view joined,
                                                   const TokenizerOptions& tokenizer) {
  std::vector<std::vector<std::string>> sentences;
  while (!joined.empty()) {
    const std::size_t end = std::min(joined.find('\n'), joined.size());
    const std::string_view line = joined.substr(1, end - 1);
    if (joined[0] == 's') {
      sentences.push_back(split_words(line, tokenizer));
    } else {
      TokenizedText tokens;
      for_each_given_token(line, tokens);
      sentences.push_back(words_of(tokens));
    }
    joined.remove_prefix(std::min(end + 1, joined.size()));
  }
  return sentences;
}

}  // namespace preformer::wasm
