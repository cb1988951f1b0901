#include "preformer/train/starting_vectors.h"

#include <string>
#include <string_view>

#include "preformer/base/error.h"

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

/// The visitor that sets rows of the table and leaves all other state as it is.
class SetRows final : public StateVisitor {
 public:
  SetRows(std::string_view table, const Vocabulary& words, const WordVectors& start)
      : table_(table), words_(words), start_(start) {}

  void matrix(const std::string& name, Matrix<float>& value) override {
    if (name != table_) return;
    for (std::int32_t id = 0; id < words_.size(); ++id) {
      const auto from = start_.vocabulary.find_in_any_form(words_.word(id));
      if (!from) continue;
      value.row(id) = start_.vectors.row(*from);
      ++known_;
    }
  }
  void number(const char*, std::uint64_t&) override {}
  void real(const char*, double&) override {}
  void later_real(const char*, double&) override {}
  void flag(const char*, bool&) override {}
  void ids(const char*, std::vector<std::int32_t>&) override {}

  std::int32_t known() const { return known_; }

 private:
  std::string_view table_;
  const Vocabulary& words_;
  const WordVectors& start_;
  std::int32_t known_ = 0;
};

std::int32_t set_rows(Trainer& trainer, std::string_view table, const WordVectors& start) {
  const Index size = trainer.config().vector_size, given = start.vectors.cols();
  if (size != given) {
    throw Error(ErrorCode::kBadParameter,
                "The vectors to begin with have " + std::to_string(given) +
                    " numbers each. Take the same size for the model.",
                {"vectorSize", std::to_string(size), std::to_string(given)});
  }
  if (!start.vectors.allFinite()) {
    throw Error(ErrorCode::kBadParameter,
                "The vectors to begin with hold a number that is not finite. Choose others.",
                {"start", "", "finite numbers"});
  }
  SetRows rows(table, trainer.corpus().vocabulary, start);
  trainer.visit_state(rows);
  return rows.known();
}

}  // namespace

std::int32_t begin_with_vectors(Trainer& trainer, const WordVectors& start) {
  return set_rows(trainer, table_of(trainer.config()), start);
}

void begin_with_output_vectors(Trainer& trainer, const WordVectors& outputs) {
  const TrainConfig& config = trainer.config();
  const bool word2vec = config.model == ModelKind::kCbow || config.model == ModelKind::kSkipGram;
  if (!word2vec || config.objective == Objective::kHierarchicalSoftmax) {
    throw Error(ErrorCode::kBadParameter,
                "Only CBOW and Skip-gram keep output vectors, and not under hierarchical softmax.",
                {"keep", "true", "left out"});
  }
  set_rows(trainer, "output.weight", outputs);
}

}  // namespace preformer
