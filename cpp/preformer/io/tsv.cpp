#include "preformer/io/tsv.h"

#include "preformer/base/decimal.h"
#include "preformer/io/words.h"

namespace preformer {

TsvPair write_tsv(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  check_writable(vocabulary, vectors);
  const WrittenWords words(vocabulary);
  TsvPair pair;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    for (Index d = 0; d < vectors.cols(); ++d) {
      if (d > 0) pair.vectors += '\t';
      append_float(pair.vectors, vectors(id, d));
    }
    pair.vectors += '\n';
    pair.metadata += words[id];
    pair.metadata += '\n';
  }
  return pair;
}

}  // namespace preformer
