#include "wasm/corpus_input.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "wasm/values.h"

namespace preformer::wasm {

namespace {

constexpr int kPreviewSentences = 3;
constexpr int kPreviewTokens = 60;

TokenizerOptions tokenizer_options(const val& options) {
  const auto kind = options["tokenizer"].as<std::string>();
  const auto sentences = options["sentences"].as<std::string>();
  return {kind == "characters" ? TokenizerKind::kCharacters
          : kind == "words"    ? TokenizerKind::kWords
                               : TokenizerKind::kSpace,
          sentences == "stops" ? SentenceRule::kStops : SentenceRule::kLines};
}

VocabularyOptions vocabulary_options(const val& options) {
  return {
      static_cast<std::int64_t>(options["minCount"].as<double>()),
      static_cast<std::int64_t>(options["maxVocabulary"].as<double>()),
      options["unknown"].as<std::string>() == "unk" ? UnknownPolicy::kUnk : UnknownPolicy::kDrop};
}

void for_each_given_token(std::string_view bytes, TokenVisitor& visitor) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find_first_of(std::string_view("\0\n", 2));
    visitor.token(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
    if (bytes[end] == '\n') visitor.end_sentence();
    bytes.remove_prefix(end + 1);
  }
  visitor.end_sentence();
}

TokenizerCounts visit(const val& bytes, const val& options, TokenVisitor& visitor) {
  const std::string text = to_bytes(bytes);
  TokenizerCounts counts;
  if (options["tokens"].as<bool>()) {
    for_each_given_token(text, visitor);
  } else {
    counts = for_each_token(text, tokenizer_options(options), visitor);
  }
  counts.replaced += options["replaced"].as<std::size_t>();  // JavaScript's share
  return counts;
}

/// Passes everything on and keeps the first sentences.
class Preview final : public TokenVisitor {
 public:
  explicit Preview(TokenVisitor& next) : next_(next) {}

  void token(std::string_view utf8) override {
    next_.token(utf8);
    if (full() || utf8.empty() || utf8.size() > kMaxTokenBytes) return;
    sentence_.call<void>("push", to_js(utf8));
    ++tokens_;
  }
  void end_sentence() override {
    next_.end_sentence();
    if (sentences_ >= kPreviewSentences || sentence_["length"].as<int>() == 0) return;
    result.call<void>("push", sentence_);
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

}  // namespace

Corpus read_corpus(const val& bytes, const val& options) {
  CorpusBuilder builder;
  const TokenizerCounts counts = visit(bytes, options, builder);
  return builder.finish(vocabulary_options(options), counts);
}

val preview_corpus(val bytes, val options) {
  return guarded([&] {
    CorpusBuilder builder;
    Preview preview(builder);
    const TokenizerCounts counts = visit(bytes, options, preview);
    const Corpus corpus = builder.finish(vocabulary_options(options), counts);
    return to_object({{"tokens", val(corpus.tokens_kept)},
                      {"sentences", val(corpus.sentences())},
                      {"vocabulary", val(corpus.vocabulary.size())},
                      {"replaced", val(corpus.replaced)},
                      {"overlong", val(corpus.overlong)},
                      {"preview", preview.result}});
  });
}

}  // namespace preformer::wasm
