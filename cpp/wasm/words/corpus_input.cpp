#include "wasm/words/corpus_input.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "wasm/sentences.h"
#include "wasm/values.h"
#include "wasm/words/config_input.h"

namespace preformer::wasm {

namespace {

constexpr int kPreviewSentences = 3;
constexpr int kPreviewTokens = 60;

TokenizerCounts visit(const val& bytes, const val& options, const TokenizerOptions& tokenizer,
                      TokenVisitor& visitor) {
  const std::string text = to_bytes(bytes);
  TokenizerCounts counts;
  if (options["tokens"].as<bool>()) {
    for_each_given_token(text, visitor);
  } else {
    counts = for_each_token(text, tokenizer, visitor);
  }
  counts.replaced += options["replaced"].as<std::size_t>();  // those that JavaScript replaced
  return counts;
}

/// Passes all tokens on and stores the first sentences.
class Preview final : public TokenVisitor {
 public:
  explicit Preview(TokenVisitor& next) : next_(next) {}

  void token(std::string_view utf8) override {
    next_.token(utf8);
    if (full() || utf8.empty() || utf8.size() > kMaxTokenBytes) return;
    push(sentence_, to_js(utf8));
    ++tokens_;
  }
  void end_sentence() override {
    next_.end_sentence();
    if (sentences_ >= kPreviewSentences || sentence_["length"].as<int>() == 0) return;
    push(result, sentence_);
    sentence_ = val::array();
    ++sentences_;
  }

  val result = val::array();

 private:
  bool full() const { return sentences_ >= kPreviewSentences || tokens_ >= kPreviewTokens; }

  TokenVisitor& next_;
  val sentence_ = val::array();
  int sentences_ = 0;
  int tokens_ = 0;
};

/// Tokens as a file that any program reads: separated by spaces, one sentence per line.
class Lines final : public TokenVisitor {
 public:
  void token(std::string_view utf8) override {
    if (!text.empty() && text.back() != '\n') text += ' ';
    text += utf8;
  }
  void end_sentence() override { text += '\n'; }

  std::string text;
};

/// The words that the vocabulary keeps: {words, counts, closed}, one word per line.
void keep_words(const val& known, CorpusBuilder& builder) {
  const auto words = known["words"].as<std::string>();
  const std::vector<double> counts =
      emscripten::convertJSArrayToNumberVector<double>(known["counts"]);
  std::string_view rest = words;
  for (const double count : counts) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    builder.keep(rest.substr(0, end), static_cast<std::uint64_t>(count));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (known["closed"].as<bool>()) builder.admit_no_other();
}

}  // namespace

Corpus read_corpus(const val& bytes, const val& options, const TextOptions& text) {
  CorpusBuilder builder;
  if (!options["known"].isUndefined()) keep_words(options["known"], builder);
  const TokenizerCounts counts = visit(bytes, options, text.tokenizer, builder);
  return builder.finish(text.vocabulary, counts);
}

EncodedText read_heldout(const val& heldout, const TextOptions& options,
                         const Vocabulary& vocabulary) {
  if (heldout.isUndefined()) return {};
  const std::string text = to_bytes(heldout["bytes"]);
  if (text.empty()) return {};
  if (!heldout["tokens"].as<bool>()) return encode(text, options.tokenizer, vocabulary);
  TokenizedText tokens;
  for_each_given_token(text, tokens);
  return encode(tokens, vocabulary);
}

val preview_corpus(val bytes, val options) {
  return guarded([&] {
    CorpusBuilder builder;
    Preview preview(builder);
    const TextOptions text = read_text_options(options);
    const TokenizerCounts counts = visit(bytes, options, text.tokenizer, preview);
    const Corpus corpus = builder.finish(text.vocabulary, counts);
    return Object()
        .set("tokens", corpus.tokens_kept)
        .set("sentences", corpus.sentences())
        .set("vocabulary", corpus.vocabulary.size())
        .set("replaced", corpus.replaced)
        .set("overlong", corpus.overlong)
        .set("dropped", corpus.dropped)
        .set("droppedSigns", to_js(corpus.dropped_signs))
        .set("alone", corpus.alone)
        .set("preview", preview.result)
        .value();
  });
}

val token_lines(val bytes, val options) {
  return guarded([&] {
    Lines lines;
    visit(bytes, options, read_text_options(options).tokenizer, lines);
    return to_uint8_array(lines.text);
  });
}

}  // namespace preformer::wasm
