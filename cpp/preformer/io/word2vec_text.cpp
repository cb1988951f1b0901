#include "preformer/base/decimal.h"
#include "preformer/io/word2vec.h"
#include "preformer/io/words.h"

namespace preformer {

std::string write_word2vec_text(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  check_writable(vocabulary, vectors);
  const WrittenWords words(vocabulary);
  std::string text = std::to_string(vectors.rows()) + " " + std::to_string(vectors.cols()) + "\n";
  text.reserve(text.size() + static_cast<std::size_t>(vectors.size()) * 12 +
               static_cast<std::size_t>(vectors.rows()) * 12);
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    text += words[id];
    for (Index d = 0; d < vectors.cols(); ++d) {
      text += ' ';
      append_float(text, vectors(id, d));
    }
    text += '\n';
  }
  return text;
}

}  // namespace preformer
