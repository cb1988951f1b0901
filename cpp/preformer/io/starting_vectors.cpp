#include "preformer/io/starting_vectors.h"

#include <cstring>

#include "preformer/base/error.h"
#include "preformer/io/checkpoint.h"

namespace preformer {
namespace {

/// The table of word vectors among a model's parameters.
std::string_view table_of(const TrainConfig& config) {
  const bool letters = config.model == ModelKind::kElmo && config.elmo.char_cnn;
  if (config.model == ModelKind::kOneHot || letters) {
    throw Error(ErrorCode::kBadParameter,
                letters ? "Letter by letter, ELMo has no vectors to begin with. Switch charCnn off."
                        : "One-hot vectors are not trained. Choose another model.",
                {"start", "", "left out"});
  }
  const bool word2vec = config.model == ModelKind::kCbow || config.model == ModelKind::kSkipGram;
  return word2vec ? "input.weight" : "embedding.weight";
}

}  // namespace

Begun begin_with_vectors(std::string_view bytes, const WordVectors& start) {
  const Checkpoint checkpoint(bytes);
  const std::string_view table = table_of(checkpoint.config());
  const Index size = checkpoint.config().vector_size, given = start.vectors.cols();
  if (size != given) {
    throw Error(ErrorCode::kBadParameter,
                "The vectors to begin with have " + std::to_string(given) +
                    " numbers each. Take the same size for the model.",
                {"vectorSize", std::to_string(size), std::to_string(given)});
  }

  Begun begun;
  const Vocabulary& words = checkpoint.vocabulary();
  const std::size_t row_bytes = static_cast<std::size_t>(size) * sizeof(float);
  std::string rows;
  std::vector<Tensor> tensors = checkpoint.tensors();
  for (Tensor& tensor : tensors) {
    if (tensor.name != table) continue;
    rows = tensor.bytes;
    tensor.bytes = rows;
  }
  if (rows.size() < static_cast<std::size_t>(words.size()) * row_bytes) throw damaged_file();
  for (std::int32_t id = 0; id < words.size(); ++id) {
    const auto from = start.vocabulary.find(words.word(id));
    if (!from) continue;
    ++begun.known;
    std::memcpy(rows.data() + static_cast<std::size_t>(id) * row_bytes,
                start.vectors.row(*from).data(), row_bytes);
  }
  begun.checkpoint = write_sealed(kCheckpointFormat, tensors, without_seal(checkpoint.metadata()));
  return begun;
}

}  // namespace preformer
