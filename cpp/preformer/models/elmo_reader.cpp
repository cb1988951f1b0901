#include "preformer/models/elmo_reader.h"

#include <algorithm>
#include <utility>

#include "preformer/base/error.h"
#include "preformer/models/elmo_groups.h"
#include "preformer/text/characters.h"

namespace preformer {
namespace {

// A tab has at most 4 GB, and while a model is built, its weights are in memory twice.
constexpr double kMostWeights = 250e6;

ElmoShape checked(const ElmoShape& shape) {
  eigen_assert(shape.char_cnn.has_value());
  const double weights = count_reader_weights(shape);
  if (weights <= kMostWeights) return shape;
  const std::string millions = std::to_string(static_cast<long long>(weights / 1e6));
  throw Error(ErrorCode::kTooLarge,
              "The model has " + millions + " million weights. Choose a smaller one.",
              {"weights", millions + " million", "at most 250 million"});
}

/// The distinct words of some sentences, as the character network reads them.
struct Spellings {
  Vocabulary vocabulary;
  std::vector<std::vector<std::int32_t>> ids;  // by sentence

  explicit Spellings(std::span<const std::vector<std::string>> sentences) {
    for (const auto& words : sentences) {
      std::vector<std::int32_t>& sentence = ids.emplace_back();
      for (const std::string& word : words) {
        const auto known = vocabulary.find(word);
        sentence.push_back(known ? *known : vocabulary.add(word, 1));
      }
    }
  }
  std::vector<WordIds> sentences() const { return {ids.begin(), ids.end()}; }
};

}  // namespace

double count_reader_weights(const ElmoShape& shape) {
  const CharCnnOptions& characters = *shape.char_cnn;
  const auto size = double(shape.projection_dim), cells = double(shape.dim);
  const auto letter = double(characters.embedding_dim);
  double filters = 0, kernels = 0;
  for (const auto& [width, count] : characters.filters) {
    filters += double(count);
    kernels += double(count) * (double(width) * letter + 1);
  }
  const double tokens = double(characters.n_characters) * letter + kernels +
                        double(characters.n_highway) * 2 * filters * (filters + 1) +
                        (shape.projection_dim == Index(filters) ? 0 : (filters + 1) * size);
  const double lstm = (2 * size + 1) * 4 * cells + (shape.projects() ? cells * size : 0);
  return tokens + 2 * double(shape.n_layers) * lstm;
}

ElmoReader::ElmoReader(const ElmoShape& shape) : ElmoReader(checked(shape), Rng(1)) {}

ElmoReader::ElmoReader(const ElmoShape& shape, Rng start)
    : shape_(shape),
      characters_("characters", *shape.char_cnn, shape.projection_dim, start),
      stacks_{ElmoStack<float>("forward", shape, start),
              ElmoStack<float>("backward", shape, start)} {
  for (Parameter<float>* p : parameters()) p->grad.resize(0, 0);
}

std::vector<Parameter<float>*> ElmoReader::parameters() {
  std::vector<Parameter<float>*> all = characters_.parameters();
  for (auto& stack : stacks_) {
    for (Parameter<float>* p : stack.parameters()) all.push_back(p);
  }
  return all;
}

std::size_t ElmoReader::words_within(double multiplications) const {
  const double words = multiplications / count_reader_weights(shape_);
  return static_cast<std::size_t>(std::clamp(words, 1.0, 512.0));
}

std::vector<std::vector<Matrix<float>>> ElmoReader::context_vectors(
    std::span<const std::vector<std::string>> sentences) const {
  const Spellings spelt(sentences);
  const std::int32_t vocabulary = spelt.vocabulary.size();
  CharCnnCache<float> cnn;
  Matrix<float> vectors, x;  // of each distinct word, <s> and </s>: [V+2, D]; of every place
  characters_.forward(character_table(spelt.vocabulary, static_cast<int>(characters_.characters())),
                      cnn, vectors);

  const Index dims = shape_.projection_dim;
  const auto layers = static_cast<std::size_t>(shape_.n_layers) + 1;
  std::vector<std::vector<Matrix<float>>> read(sentences.size());
  TokenSequence tokens;
  ElmoStackCache<float> stack;
  detail::for_each_group(spelt.sentences(), /*one_by_one=*/false, [&](const detail::Group& group) {
    for (const std::size_t s : group.members) {
      read[s].assign(layers, Matrix<float>(group.batch.steps, 2 * dims));
    }
    for (const Direction direction : {kForward, kBackward}) {
      read_sentences(group.batch, direction, vocabulary, tokens);
      x.resize(static_cast<Index>(tokens.inputs.size()), dims);
      for (std::size_t n = 0; n < tokens.inputs.size(); ++n) {
        x.row(static_cast<Index>(n)) = vectors.row(tokens.inputs[n]);
      }
      stacks_[direction].forward(view(std::as_const(x)), group.batch.batch, nullptr,
                                 /*rng=*/nullptr, stack);
      for (std::size_t layer = 0; layer < layers; ++layer) {
        const View<const float> out =
            layer == 0 ? view(std::as_const(x)) : stack.layers[layer - 1].out;
        detail::hand_out(group, direction, out,
                         [&](std::size_t s) -> Matrix<float>& { return read[s][layer]; });
      }
    }
  });
  return read;
}

}  // namespace preformer
