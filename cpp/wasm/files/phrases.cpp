#include "wasm/files/phrases.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "preformer/text/phrases.h"
#include "wasm/values.h"

namespace preformer::wasm {

namespace {

void for_each_token(std::string_view text, TokenVisitor& visitor) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(std::string_view("\0\n", 2)), text.size());
    if (end > 0) visitor.token(text.substr(0, end));
    const bool ends = end == text.size() || text[end] == '\n';
    if (ends) visitor.end_sentence();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// Tokens as the text that they come from.
class Written final : public TokenVisitor {
 public:
  void token(std::string_view utf8) override {
    if (!text.empty() && text.back() != '\n') text += '\0';
    text += utf8;
  }
  void end_sentence() override { text += '\n'; }

  std::string text;
};

std::string joined(const std::string& text, const Phrases& phrases) {
  Written written;
  written.text.reserve(text.size());
  PhraseJoiner joiner(phrases, written);
  for_each_token(text, joiner);
  return std::move(written.text);
}

}  // namespace

val join_phrases(val bytes, val also, val options) {
  return guarded([&] {
    std::string text = to_bytes(bytes), other = to_bytes(also);
    const PhraseOptions how{static_cast<std::int64_t>(options["minCount"].as<double>()),
                            options["threshold"].as<double>()};
    val list = val::array();
    for (auto pass = options["passes"].as<int>(); pass > 0; --pass) {
      Phrases phrases;
      for_each_token(text, phrases);
      for (const Phrase& one : phrases.choose(how)) {
        push(list, Object()
                       .set("phrase", one.text)
                       .set("count", one.count)
                       .set("score", one.score)
                       .value());
      }
      text = joined(text, phrases);
      other = joined(other, phrases);
    }
    return Object()
        .set("bytes", to_uint8_array(text))
        .set("also", to_uint8_array(other))
        .set("phrases", list)
        .value();
  });
}

}  // namespace preformer::wasm
