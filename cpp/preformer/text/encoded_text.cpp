#include "preformer/text/encoded_text.h"

#include <optional>
#include <string>
#include <utility>

#include "preformer/base/error.h"

namespace preformer {

namespace {

class Encoder final : public TokenVisitor {
 public:
  explicit Encoder(const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), stand_in_(vocabulary.find(kUnknownToken)) {}

  void token(std::string_view utf8) override {
    ++tokens_;
    std::optional<std::int32_t> id = vocabulary_.find(utf8);
    if (!id) {
      ++text_.unknown;
      id = stand_in_;
    } else if (id != stand_in_) {
      ++known_;
    }
    if (id) text_.ids.push_back(*id);
  }

  void end_sentence() override {
    if (text_.ids.size() > text_.sentence_offsets.back()) {
      text_.sentence_offsets.push_back(text_.ids.size());
    }
  }

  EncodedText finish() {
    end_sentence();
    if (known_ > 0) return std::move(text_);
    throw Error(ErrorCode::kEmptyCorpus,
                tokens_ == 0 ? "The held-out text holds no words. Give some sentences, or none."
                             : "The held-out text has no word that the model knows. Take text of "
                               "the same kind as the training text.",
                {"heldout", std::to_string(tokens_) + " tokens", "at least one known word"});
  }

 private:
  const Vocabulary& vocabulary_;
  std::optional<std::int32_t> stand_in_;  // <unk>
  std::size_t tokens_ = 0, known_ = 0;
  EncodedText text_;
};

}  // namespace

EncodedText encode(std::string_view utf8, const TokenizerOptions& tokenizer,
                   const Vocabulary& vocabulary) {
  Encoder encoder(vocabulary);
  const TokenizerCounts counts = for_each_token(utf8, tokenizer, encoder);
  EncodedText text = encoder.finish();
  text.replaced = counts.replaced;
  text.overlong = counts.overlong;
  return text;
}

EncodedText encode(const TokenizedText& text, const Vocabulary& vocabulary) {
  Encoder encoder(vocabulary);
  for (std::size_t s = 0; s < text.sentences(); ++s) {
    for (std::size_t i = text.sentence_begin(s); i < text.sentence_end(s); ++i) {
      encoder.token(text[i]);
    }
    encoder.end_sentence();
  }
  EncodedText encoded = encoder.finish();
  encoded.replaced = text.replaced;
  encoded.overlong = text.overlong;
  return encoded;
}

}  // namespace preformer
