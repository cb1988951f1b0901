// Questions to a model, in the form that JavaScript uses.
#include <emscripten/emscripten.h>

#include <algorithm>
#include <numeric>

#include "preformer/base/slices.h"
#include "preformer/query/comparisons.h"
#include "preformer/query/evaluation_file.h"
#include "preformer/query/most_similar.h"
#include "preformer/query/pca.h"
#include "preformer/query/procrustes.h"
#include "preformer/query/similarity.h"
#include "preformer/query/word_pairs.h"
#include "wasm/lines.h"
#include "wasm/words/model.h"

namespace preformer::wasm {

namespace {

std::vector<std::string> to_words(const val& list) {
  return emscripten::vecFromJSArray<std::string>(list);
}

/// Adds a list of words and vectors.
void add_terms(MixedDirection& direction, const val& terms, double sign) {
  const auto count = terms["length"].as<int>();
  for (int i = 0; i < count; ++i) {
    const val term = terms[i];
    if (term.isString()) {
      direction.add_word(term.as<std::string>(), sign);
    } else {
      direction.add_vector(to_floats(term), sign);
    }
  }
}

bool only_words(const val& terms) {
  const auto count = terms["length"].as<int>();
  for (int i = 0; i < count; ++i) {
    if (!terms[i].isString()) return false;
  }
  return true;
}

val to_section(const AnalogySection& section) {
  return Object()
      .set("name", section.name)
      .set("correct", section.correct)
      .set("total", section.total)
      .set("oov", section.oov)
      .set("accuracy", section.accuracy())
      .value();
}

/// Neighbours as JavaScript reads them.
val to_neighbours(const Vocabulary& vocabulary, const std::vector<Neighbour>& found) {
  val result = val::array();
  for (const Neighbour& neighbour : found) {
    push(result, Object()
                     .set("word", vocabulary.word(neighbour.id))
                     .set("similarity", neighbour.similarity)
                     .value());
  }
  return result;
}

std::int64_t to_count(const val& number) { return static_cast<std::int64_t>(number.as<double>()); }

val first_unknown(std::int64_t oov, const std::string& word) {
  return oov > 0 ? to_js(word) : val::null();
}

val reason_to_js(NoCorrelation reason) {
  switch (reason) {
    case NoCorrelation::kOnePair: return val("onePair");
    case NoCorrelation::kEqualScores: return val("equalScores");
    case NoCorrelation::kEqualSimilarities: return val("equalSimilarities");
    case NoCorrelation::kNone: break;
  }
  return val::null();
}

}  // namespace

MatrixRef Model::matrix_of(const val& name) const {
  if (name.as<std::string>() != "output") return input();
  if (trainer_) return trainer_->output_vectors();
  throw Error(ErrorCode::kBadParameter, "A file of word vectors has no output layer.",
              {"matrix", "output", "input"});
}

/// Hierarchical softmax has one output row per inner node of its tree, not one per word.
MatrixRef Model::rows_of_words(const val& name) const {
  if (trainer_ && trainer_->config().objective == Objective::kHierarchicalSoftmax &&
      trainer_->config().model != ModelKind::kOneHot && name.as<std::string>() == "output") {
    throw Error(ErrorCode::kBadParameter,
                "Under hierarchical softmax words have no output vectors. Ask for input vectors.",
                {"matrix", "output", "input"});
  }
  return matrix_of(name);
}

val Model::vocabulary_list(double topn) const {
  return guarded([&] {
    const Vocabulary& words = vocabulary();
    const auto size = static_cast<std::int32_t>(std::min<double>(topn, words.size()));
    std::string joined;
    for (std::int32_t id = 0; id < size; ++id) {
      if (id > 0) joined += '\n';
      joined += words.word(id);
    }
    const auto known = words.counts().first(static_cast<std::size_t>(size));
    const std::vector<double> counts(known.begin(), known.end());
    return Object().set("words", joined).set("counts", to_float64_array(counts)).value();
  });
}

val Model::vector(val word, val matrix) const {
  return guarded([&] {
    const std::int32_t id = vocabulary().id_or_throw(word.as<std::string>());
    const MatrixRef rows = rows_of_words(matrix);
    return to_float32_array({row_of(rows, id), static_cast<std::size_t>(rows.cols())});
  });
}

val Model::vectors(val matrix) const {
  return guarded([&] {
    const MatrixRef rows = matrix_of(matrix);
    return to_float32_array({rows.data(), static_cast<std::size_t>(rows.size())});
  });
}

val Model::most_similar(val query) const {
  return guarded([&] {
    const val positive = query["positive"], negative = query["negative"];
    const MatrixRef rows = rows_of_words(query["matrix"]);
    const std::int64_t topn = to_count(query["topn"]), limit = to_count(query["restrictVocab"]);
    std::vector<Neighbour> found;
    if (limit == 0 && only_words(positive) && only_words(negative)) {
      found =
          preformer::most_similar(vocabulary(), rows, to_words(positive), to_words(negative), topn);
    } else {
      MixedDirection direction(vocabulary(), rows);
      add_terms(direction, positive, 1);
      add_terms(direction, negative, -1);
      found = most_similar_to_vector(first_rows(rows, limit), direction.values(), topn,
                                     direction.words());
    }
    return to_neighbours(vocabulary(), found);
  });
}

val Model::most_similar_cosmul(val query) const {
  return guarded([&] {
    const auto found = preformer::most_similar_cosmul(
        vocabulary(), rows_of_words(query["matrix"]), to_words(query["positive"]),
        to_words(query["negative"]), to_count(query["topn"]), to_count(query["restrictVocab"]));
    return to_neighbours(vocabulary(), found);
  });
}

double Model::similarity(val a, val b, val matrix) const {
  return guarded([&] {
    return preformer::similarity(vocabulary(), rows_of_words(matrix), a.as<std::string>(),
                                 b.as<std::string>());
  });
}

val Model::doesnt_match(val words, val matrix) const {
  return guarded([&] {
    const std::vector<std::string> list = to_words(words);
    const OddOneOut odd = preformer::doesnt_match(vocabulary(), rows_of_words(matrix), list);
    return Object()
        .set("word", list[odd.index])
        .set("similarities", val::array(odd.similarities))
        .value();
  });
}

double Model::rank(val a, val b, val matrix) const {
  return guarded([&] {
    return static_cast<double>(preformer::rank(vocabulary(), rows_of_words(matrix),
                                               a.as<std::string>(), b.as<std::string>()));
  });
}

val Model::projection(val options) {
  return guarded([&] {
    const MatrixRef all = input();
    std::vector<std::int32_t> ids;
    const val words = options["words"];
    if (words.isNull()) {
      ids.resize(static_cast<std::size_t>(vocabulary().size()));
      std::iota(ids.begin(), ids.end(), 0);
    } else {
      for (const std::string& word : to_words(words)) ids.push_back(vocabulary().id_or_throw(word));
    }
    const Matrix<float> some = words.isNull() ? Matrix<float>() : gather_rows(all, ids);
    const MatrixRef shown = words.isNull() ? all : MatrixRef(some);
    Projection frame = pca(shown);
    const double similarity = mean_similarity(shown);
    if (options["align"].as<bool>() && !frame_ids_.empty()) {
      frame.positions = align_frame(frame_ids_, frame_, ids, frame.positions);
    }
    frame_ids_ = std::move(ids);
    frame_ = std::move(frame.positions);
    return Object()
        .set("positions",
             to_float32_array({frame_.data(), static_cast<std::size_t>(frame_.size())}))
        .set("explained", val::array(frame.explained_variance_ratio))
        .set("meanSimilarity", similarity)
        .value();
  });
}

val Model::align_positions(val previous, val current, val all) const {
  return guarded([&] {
    const auto points = [](const std::vector<float>& numbers) {
      return Eigen::Map<const Matrix<float>>(numbers.data(), static_cast<Index>(numbers.size() / 2),
                                             2);
    };
    const std::vector<float> from = to_floats(previous), to = to_floats(current),
                             moved = to_floats(all);
    const Alignment alignment = procrustes(points(from), points(to), AlignScale::kFit);
    const Matrix<float> aligned = align(alignment, points(moved));
    return to_float32_array({aligned.data(), static_cast<std::size_t>(aligned.size())});
  });
}

val Model::evaluate_word_pairs(val text, val strict) const {
  return guarded([&] {
    const WordPairsResult result = preformer::evaluate_word_pairs(
        vocabulary(), input(), text.as<std::string>(), {.strict = strict.as<bool>()});
    val object = Object()
                     .set("spearman", result.spearman)
                     .set("pearson", result.pearson)
                     .set("pairs", result.pairs)
                     .set("oov", result.oov)
                     .set("firstUnknown", first_unknown(result.oov, result.unknown))
                     .set("noCorrelation", reason_to_js(result.reason))
                     .value();
    set_lines(object, result.lines);
    return object;
  });
}

val Model::evaluation_kind(val text) const {
  return guarded([&] {
    const bool pairs =
        preformer::evaluation_kind(text.as<std::string>()) == EvaluationKind::kWordPairs;
    return val(pairs ? "wordPairs" : "wordAnalogies");
  });
}

bool AnalogyEvaluation::run_for(double milliseconds) {
  return guarded([&] {
    return finish_within(milliseconds, emscripten_get_now, [&] { return evaluation_.step(); });
  });
}

val AnalogyEvaluation::result() const {
  return guarded([&] {
    const WordAnalogiesResult& result = evaluation_.result();
    val sections = val::array();
    for (const AnalogySection& section : result.sections) {
      val one = to_section(section);
      one.set("asked",
              to_float32_array(std::vector<float>(section.asked.begin(), section.asked.end())));
      push(sections, one);
    }
    val object = to_section(result.total);
    object.set("sections", sections);
    object.set("firstUnknown", first_unknown(result.total.oov, result.unknown));
    set_lines(object, result.lines);
    return object;
  });
}

}  // namespace preformer::wasm
