#include "preformer/query/predictions.h"

#include <cmath>

#include "catch.h"
#include "fixtures.h"
#include "preformer/query/generate.h"
#include "preformer/text/sentence_boundaries.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

constexpr std::int32_t kWords = 4;

/// Four words a b c d; after each comes the next one with ½, after d the end. The other half is
/// shared by ties.
class Chain final : public LanguageModel {
 public:
  Index classes() const override { return class_count(kWords); }

  RowVector<float> next_word(WordIds before) const override {
    RowVector<float> p = RowVector<float>::Constant(classes(), 0.1f);
    const std::int32_t next = before.empty() ? 0 : before.back() + 1;
    p[next == kWords ? end_id(kWords) : next] = 0.5f;
    return p;
  }
  RowVector<float> previous_word(WordIds after) const override {
    RowVector<float> p = RowVector<float>::Constant(classes(), 0.1f);
    const std::int32_t previous = after.empty() ? kWords - 1 : after.front() - 1;
    p[previous < 0 ? begin_id(kWords) : previous] = 0.5f;
    return p;
  }
  RowVector<float> middle_word(WordIds before, WordIds) const override { return next_word(before); }
  std::vector<std::vector<double>> score(std::span<const WordIds> sentences) const override {
    std::vector<std::vector<double>> all;
    for (const WordIds sentence : sentences) {
      all.emplace_back();
      for (std::size_t i = 0; i <= sentence.size(); ++i) {
        const auto id = i < sentence.size() ? sentence[i] : end_id(kWords);
        all.back().push_back(std::log(double(next_word(sentence.first(i))[id])));
      }
    }
    return all;
  }
  std::vector<std::vector<double>> score_backward(std::span<const WordIds> s) const override {
    return {std::vector<double>(s[0].size() + 1, std::log(0.25))};
  }
};

Vocabulary letters() {
  Vocabulary vocabulary;
  for (const char* word : {"apple", "b", "c", "d"}) vocabulary.add(word, 1);
  return vocabulary;
}

std::vector<std::int32_t> ids_of(const std::vector<Prediction>& predictions) {
  std::vector<std::int32_t> ids;
  for (const Prediction& p : predictions) ids.push_back(p.id);
  return ids;
}

using Ids = std::vector<std::int32_t>;

}  // namespace

TEST_CASE("predictions: by falling probability, ties by id, boundaries where they belong",
          "[query][predictions]") {
  const Chain model;
  const Ids before{0};
  const auto next = predict_next(model, before, 10);
  CHECK(ids_of(next) == Ids{1, 0, 2, 3, end_id(kWords)});
  CHECK(next[0].probability == 0.5);
  CHECK(ids_of(predict_next(model, before, 2)) == Ids{1, 0});
  CHECK(ids_of(predict_next(model, {}, 1)) == Ids{0});
  CHECK(ids_of(predict_previous(model, before, 9)) == Ids{begin_id(kWords), 0, 1, 2, 3});
  CHECK(ids_of(predict_middle(model, before, before, Directions::kBoth, 9)) == Ids{1, 0, 2, 3});
  CHECK(ids_of(predict_middle(model, before, Ids{3}, Directions::kBackward, 1)) == Ids{2});
  CHECK(ids_of(predict_middle(model, before, Ids{3}, Directions::kForward, 1)) == Ids{1});
  CHECK(error_of([&] { predict_next(model, before, 0); }).name() == "topn");
  CHECK(class_word(letters(), 2) == "c");
  CHECK(class_word(letters(), begin_id(kWords)) == "<s>");
  CHECK(class_word(letters(), end_id(kWords)) == "</s>");
}

TEST_CASE("predictions: a sentence's score word by word", "[query][predictions]") {
  const Chain model;
  const auto score = score_sentence(model, Ids{0, 1, 3}, Directions::kForward);
  CHECK(ids_of(score.words) == Ids{0, 1, 3, end_id(kWords)});
  const double expected[] = {0.5, 0.5, 0.1, 0.5};
  for (std::size_t i = 0; i < 4; ++i) CHECK(score.words[i].probability == Approx(expected[i]));
  const double mean = -std::log(0.5 * 0.5 * 0.1 * 0.5) / 4;
  CHECK(score.perplexity == Approx(std::exp(mean)));
  CHECK(score.bits_per_word == Approx(mean / std::log(2.0)));
  const auto backward = score_sentence(model, Ids{0, 1}, Directions::kBackward);
  CHECK(ids_of(backward.words) == Ids{begin_id(kWords), 0, 1});
  CHECK(backward.perplexity == Approx(4.0));
  CHECK(error_of([&] { score_sentence(model, {}, Directions::kForward); }).name() == "sentence");
  CHECK(error_of([&] { score_sentence(model, Ids{0}, Directions::kBoth); }).name() == "direction");
}

TEST_CASE("predictions: words asked about", "[query][predictions]") {
  const Vocabulary plain = letters();
  Vocabulary with_unknown;
  with_unknown.add("<unk>", 3);
  with_unknown.add("b", 1);
  const std::vector<std::string> words{"b", "zebra"};
  const Error unknown = error_of([&] { asked_ids(plain, words); });
  CHECK(unknown.code() == ErrorCode::kUnknownWord);
  CHECK(unknown.value() == "zebra");
  CHECK(asked_ids(with_unknown, words) == Ids{1, 0});
  CHECK(asked_ids(plain, std::vector<std::string>{}).empty());
  CHECK(error_of([&] { sentence_ids(plain, {}); }).name() == "sentence");
  CHECK(error_of([&] { asked_ids(plain, std::vector<std::string>{"aple"}); }).permitted() ==
        "apple");
  const std::vector<std::string> many(2000, "b");
  CHECK(error_of([&] { asked_ids(plain, many); }).code() == ErrorCode::kTooLarge);
  CHECK(sentence_ids(plain, std::span(many).first(1000)).size() == 1000);
}

TEST_CASE("predictions: where the blank is", "[query][predictions]") {
  using Sides = std::pair<std::string_view, std::string_view>;
  CHECK(split_at_blank("the _ sat") == Sides{"the ", " sat"});
  CHECK(split_at_blank("_") == Sides{"", ""});
  CHECK(split_at_blank("in new_york _ _is_") == Sides{"in new_york ", " _is_"});
  CHECK(split_at_blank("我吃_了") == Sides{"我吃", "了"});
  CHECK(split_at_blank("我　_　了") == Sides{"我　", "　了"});
  for (const char* text : {"", "no blank", "_ _", "a_b_c", "我_吃_了"}) {
    CAPTURE(text);
    CHECK(error_of([&] { split_at_blank(text); }).name() == "context");
  }
  std::vector<std::string> words{"in", "new_york", "_", "lives"};
  CHECK(take_before_blank(words) == std::vector<std::string>{"in", "new_york"});
  CHECK(words == std::vector<std::string>{"lives"});
  for (const std::vector<std::string>& unclear :
       {std::vector<std::string>{"a"}, std::vector<std::string>{"_", "b", "_"}}) {
    words = unclear;
    CHECK(error_of([&] { take_before_blank(words); }).name() == "context");
    CHECK(words == unclear);
  }
}

TEST_CASE("generate: seeded, cooled, cut", "[query][generate]") {
  const Chain model;
  GenerateOptions options{.length = 10, .temperature = 0};
  const auto greedy = generate(model, {}, options);
  CHECK(greedy.ids == Ids{0, 1, 2, 3});
  CHECK(greedy.ended);
  CHECK(generate(model, Ids{1}, options).ids == Ids{2, 3});
  options.length = 2;
  CHECK(generate(model, {}, options).ids == Ids{0, 1});
  CHECK_FALSE(generate(model, {}, options).ended);

  options = {.length = 50, .temperature = 1, .top_k = 1, .seed = 7};
  CHECK(generate(model, {}, options).ids == greedy.ids);
  options.top_k = 0;
  const auto first = generate(model, {}, options);
  CHECK(generate(model, {}, options).ids == first.ids);

  // At temperature 1 the first word is `a` half of the time; when cool nearly always, when hot as
  // often as the others; <s> never is.
  const auto share = [&](double temperature) {
    int hits = 0;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
      const auto text =
          generate(model, {}, {.length = 1, .temperature = temperature, .seed = seed});
      hits += text.ids == Ids{0};
      CHECK((text.ended || text.ids[0] < kWords));
    }
    return hits / 2000.0;
  };
  CHECK(share(1) == Approx(0.5 / 0.9).margin(0.04));
  CHECK(share(0.2) > 0.98);
  CHECK(share(100) == Approx(0.2).margin(0.04));
}

TEST_CASE("generate: options out of range are named", "[query][generate]") {
  const Chain model;
  const auto name_of = [&](GenerateOptions options) {
    return error_of([&] { generate(model, {}, options); }).name();
  };
  CHECK(name_of({.length = 0}) == "length");
  CHECK(name_of({.length = 1001}) == "length");
  CHECK(name_of({.temperature = -1}) == "temperature");
  CHECK(name_of({.temperature = std::nan("")}) == "temperature");
  CHECK(name_of({.top_k = -1}) == "topK");
}
