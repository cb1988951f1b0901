#include "preformer/io/vocabulary_tensors.h"

#include <cstring>

#include "preformer/io/sealed_file.h"
#include "preformer/io/words.h"

namespace preformer {
namespace {

constexpr std::string_view kWords = "vocabulary.words", kCounts = "vocabulary.counts";

}  // namespace

VocabularyTensors::VocabularyTensors(const Vocabulary& vocabulary)
    : counts_(vocabulary.counts().begin(), vocabulary.counts().end()) {
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    words_ += vocabulary.word(id);
    words_ += '\n';
  }
}

Tensor VocabularyTensors::counts() const {
  return {std::string(kCounts),
          "I64",
          {counts_.size()},
          {reinterpret_cast<const char*>(counts_.data()), counts_.size() * sizeof(counts_[0])}};
}

Tensor VocabularyTensors::words() const {
  return {std::string(kWords), "U8", {words_.size()}, words_};
}

Vocabulary read_vocabulary(const Safetensors& file) {
  const Tensor* words = file.find(kWords);
  const Tensor* counts = file.find(kCounts);
  if (!words || !counts || words->type != "U8" || counts->type != "I64") throw damaged_file();
  Vocabulary vocabulary;
  std::string_view rest = words->bytes;
  for (std::string_view left = counts->bytes; !left.empty(); left.remove_prefix(8)) {
    std::uint64_t count = 0;
    std::memcpy(&count, left.data(), 8);
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) throw damaged_file();
    add_word(vocabulary, rest.substr(0, end), count, "");
    rest.remove_prefix(end + 1);
  }
  if (!rest.empty() || vocabulary.empty()) throw damaged_file();
  return vocabulary;
}

}  // namespace preformer
