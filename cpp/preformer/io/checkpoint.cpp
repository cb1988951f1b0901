#include "preformer/io/checkpoint.h"

#include <bit>
#include <cstring>
#include <deque>
#include <optional>
#include <span>
#include <utility>

#include "preformer/base/hash.h"
#include "preformer/io/settings.h"
#include "preformer/io/vocabulary_tensors.h"
#include "preformer/io/words.h"

namespace preformer {
namespace {

constexpr std::string_view kStatePrefix = "state.";

std::string hash_of(const EncodedText& text) {
  Hash64 hash;
  for (const std::int32_t id : text.ids) hash.add(static_cast<std::uint32_t>(id));
  for (const std::size_t end : text.sentence_offsets) hash.add(static_cast<std::uint32_t>(end));
  return text.ids.empty() ? "" : hash.hex();
}

template <class T>
std::string_view bytes_of(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::uint64_t from_hex(std::string_view digits) {
  if (digits.size() != 16) throw damaged_file();
  std::uint64_t value = 0;
  for (const char c : digits) {
    const std::size_t digit = std::string_view("0123456789abcdef").find(c);
    if (digit > 15) throw damaged_file();
    value = 16 * value + digit;
  }
  return value;
}

/// Numbers as 16 hexadecimal digits: 64 bits are more than JSON's readers keep.
class StateWriter final : public StateVisitor {
 public:
  void number(const char* name, std::uint64_t& value) override { add(name, to_hex(value)); }
  void real(const char* name, double& value) override {
    add(name, to_hex(std::bit_cast<std::uint64_t>(value)));
  }
  void later_real(const char* name, double& value) override { real(name, value); }
  void flag(const char* name, bool& value) override { add(name, value ? "true" : "false"); }
  void matrix(const std::string& name, Matrix<float>& value) override {
    tensors.push_back(tensor_of(name, value));
  }
  void ids(const char* name, std::vector<std::int32_t>& value) override {
    kept_.push_back(value);
    tensors.push_back({name, "I32", {value.size()}, bytes_of(kept_.back())});
  }

  std::vector<Tensor> tensors;
  TextPairs metadata;

 private:
  void add(const char* name, std::string text) {
    metadata.emplace_back(std::string(kStatePrefix) + name, std::move(text));
  }
  std::deque<std::vector<std::int32_t>> kept_;
};

class StateReader final : public StateVisitor {
 public:
  explicit StateReader(const Safetensors& file) : file_(file) {}

  void number(const char* name, std::uint64_t& value) override { value = from_hex(text_of(name)); }
  void real(const char* name, double& value) override {
    value = std::bit_cast<double>(from_hex(text_of(name)));
  }
  void later_real(const char* name, double& value) override {
    if (file_.about(std::string(kStatePrefix) + name)) real(name, value);
  }
  void flag(const char* name, bool& value) override {
    const std::string& text = text_of(name);
    if (text != "true" && text != "false") throw damaged_file();
    value = text == "true";
  }
  void matrix(const std::string& name, Matrix<float>& value) override {
    const Tensor& tensor = tensor_of(name, "F32");
    const Tensor expected = preformer::tensor_of(name, value);
    if (tensor.shape != expected.shape) throw damaged_file();
    if (value.size() > 0) std::memcpy(value.data(), tensor.bytes.data(), tensor.bytes.size());
  }
  void ids(const char* name, std::vector<std::int32_t>& value) override {
    const std::string_view bytes = tensor_of(name, "I32").bytes;
    value.resize(bytes.size() / sizeof(std::int32_t));
    if (!value.empty()) std::memcpy(value.data(), bytes.data(), bytes.size());
  }

 private:
  const std::string& text_of(const char* name) const {
    const std::string* text = file_.about(std::string(kStatePrefix) + name);
    if (!text) throw damaged_file();
    return *text;
  }
  const Tensor& tensor_of(std::string_view name, std::string_view type) const {
    const Tensor* tensor = file_.find(name);
    if (!tensor || tensor->type != type) throw damaged_file();
    return *tensor;
  }

  const Safetensors& file_;
};

/// Weights that a model of this config cannot do without: a lower bound, so that nothing large is
/// built for a file that could not fill it.
double least_weights(const TrainConfig& config, double vocabulary) {
  const double size = config.vector_size, cells = config.elmo.cell_size;
  switch (config.model) {
    case ModelKind::kOneHot: return 0;
    case ModelKind::kCbow:
    case ModelKind::kSkipGram: return (2 * vocabulary - 1) * size;
    case ModelKind::kNnlm:
      return vocabulary * size +
             config.nnlm.hidden * (vocabulary + double{size} * config.nnlm.context);
    case ModelKind::kElmo: return vocabulary * size + 2.0 * config.elmo.layers * cells * 8 * size;
  }
  return 0;
}

}  // namespace

std::string write_checkpoint(Trainer& trainer, const TextOptions& text) {
  const VocabularyTensors vocabulary(trainer.corpus().vocabulary);
  StateWriter state;
  trainer.visit_state(state);
  TextPairs metadata{{"config", config_to_json(trainer.config())},
                     {"text", text_to_json(text)},
                     {"heldoutHash", hash_of(trainer.heldout())}};
  metadata.insert(metadata.end(), state.metadata.begin(), state.metadata.end());
  std::vector<Tensor> tensors{vocabulary.counts()};
  tensors.insert(tensors.end(), state.tensors.begin(), state.tensors.end());
  tensors.push_back(vocabulary.words());
  return write_sealed(kCheckpointFormat, tensors, metadata);
}

Checkpoint::Checkpoint(std::string_view bytes) : file_(read_sealed(kCheckpointFormat, bytes)) {
  const std::string* config = file_.about("config");
  const std::string* text = file_.about("text");
  if (!config || !text) throw damaged_file();
  config_ = config_from_json(*config);
  text_ = text_from_json(*text);
  vocabulary_ = read_vocabulary(file_);
  const double needed = 4 * least_weights(config_, vocabulary_.size());
  if (needed > static_cast<double>(bytes.size())) throw damaged_file();
}

std::unique_ptr<Trainer> Checkpoint::open() const {
  Corpus corpus;
  corpus.vocabulary = vocabulary_;
  return restore(std::move(corpus), {}, 1);
}

std::unique_ptr<Trainer> Checkpoint::resume(Corpus corpus, EncodedText heldout, int threads) const {
  const auto same = [](const Vocabulary& a, const Vocabulary& b) {
    if (a.size() != b.size()) return false;
    for (std::int32_t id = 0; id < a.size(); ++id) {
      if (a.word(id) != b.word(id) || a.count(id) != b.count(id)) return false;
    }
    return true;
  };
  if (!same(corpus.vocabulary, vocabulary_)) {
    throw Error(ErrorCode::kBadParameter,
                "The checkpoint was trained on another text: their words differ. Give the text it "
                "was trained on.",
                {"corpus", std::to_string(corpus.vocabulary.size()) + " words",
                 std::to_string(vocabulary_.size()) + " words"});
  }
  const std::string* kept = file_.about("heldoutHash");
  if (kept && !kept->empty() && *kept != hash_of(heldout)) {
    throw Error(ErrorCode::kBadParameter,
                "The run measured itself on another held-out text. Give that text again.",
                {"heldout", hash_of(heldout), *kept});
  }
  return restore(std::move(corpus), std::move(heldout), threads);
}

std::unique_ptr<Trainer> Checkpoint::restore(Corpus corpus, EncodedText heldout,
                                             int threads) const {
  TrainConfig config = config_;
  config.threads = threads;
  std::unique_ptr<Trainer> trainer;
  try {
    trainer = make_trainer(std::move(corpus), config, std::move(heldout));
  } catch (const Error& error) {  // sizes that contradict each other: no config that was trained
    throw bad_format("", "The checkpoint's model cannot be built. " + std::string(error.what()));
  }
  StateReader reader(file_);
  trainer->visit_state(reader);
  return trainer;
}

}  // namespace preformer
