#include <cmath>

#include "catch.h"
#include "fixtures.h"
#include "golden.h"
#include "preformer/query/most_similar.h"
#include "preformer/query/spellings.h"
#include "preformer/query/word_analogies.h"
#include "preformer/query/word_pairs.h"
#include "preformer/text/unicode.h"

using namespace preformer;
using namespace preformer::fixtures;

TEST_CASE("correlations equal scipy's, ties and all", "[query][golden]") {
  const auto ranks = average_ranks(golden::kX);
  for (std::size_t i = 0; i < ranks.size(); ++i) CHECK(ranks[i] == golden::kRanksX[i]);
  CHECK(pearson_correlation(golden::kX, golden::kY) == Approx(golden::kPearsonXY).epsilon(1e-12));
  CHECK(spearman_correlation(golden::kX, golden::kY) == Approx(golden::kSpearmanXY).epsilon(1e-12));
}

TEST_CASE("correlations: closed forms", "[query]") {
  using V = std::vector<double>;
  CHECK(pearson_correlation(V{1, 2, 3}, V{10, 20, 30}) == Approx(1));
  CHECK(spearman_correlation(V{1, 2, 3, 4}, V{1, 10, 100, 1000}) == Approx(1));
  CHECK(spearman_correlation(V{1, 2, 3, 4}, V{9, 7, 5, -1}) == Approx(-1));
  CHECK(pearson_correlation(V{-1, 0, 1}, V{1, 0, 1}) == 0.0);
  CHECK(std::isnan(pearson_correlation(V{1}, V{1})));
  CHECK(std::isnan(pearson_correlation(V{1, 1}, V{1, 2})));
  CHECK(std::isnan(pearson_correlation(V{1, 2}, V{1, 2, 3})));
  CHECK(average_ranks(V{}).empty());
  CHECK(average_ranks(V{5, 5, 5}) == V{2, 2, 2});
}

TEST_CASE("evaluate_word_pairs equals gensim", "[query][golden]") {
  const auto model = golden::model();
  const auto r = evaluate_word_pairs(model.vocabulary, model.vectors, golden::kPairsFile);
  CHECK(r.pearson == Approx(golden::kPearson).margin(1e-6));
  CHECK(r.spearman == Approx(golden::kSpearman).margin(1e-6));
  CHECK(100 * r.oov_ratio() == Approx(golden::kOovPercent).margin(1e-6));
  CHECK(r.pairs == 8);
  CHECK(r.oov == 1);
  CHECK(r.lines.headings == 1);
  CHECK(r.lines.left_out.count == 0);
}

TEST_CASE("evaluate_word_pairs: tabs, commas, spaces, line ends", "[query]") {
  const auto model = golden::model();
  const auto evaluate = [&](const char* file) {
    return evaluate_word_pairs(model.vocabulary, model.vectors, file);
  };
  const auto tabs = evaluate("king\tqueen\t8\nman\twoman\t3\napple\tpear\t9\n");
  for (const char* file :
       {"king,queen,8\nman,woman,3\napple,pear,9", "king queen 8\nman  woman  3\napple pear 9",
        "\xEF\xBB\xBFking\tqueen\t8\r\nman\twoman\t3\r\n\r\napple , pear , 9.0\r\n",
        "# people\nking　queen　8\nman\twoman\t3e0\nWord 1,Word 2,Human "
        "(mean)\nAPPLE\tpear\t9\n",
        "king;queen;8,0\nman;woman;3\napple;pear;9",
        "king\tqueen\t8\rman\twoman\t3\rapple\tpear\t9",
        "\"king\",\"queen\",\"8,0\"\n\"man\" , woman,3\napple,\"pear\",9\n"}) {
    const auto r = evaluate(file);
    CHECK(r.pairs == 3);
    CHECK(r.pearson == tabs.pearson);
    CHECK(r.spearman == tabs.spearman);
  }
  // A phrase between tabs is one word; a fourth column is not read; a line without number is no
  // pair.
  const auto r = evaluate("New York\tking\t3\nking\tqueen\t8\t1\nking\tqueen\tnan\nman\tking\t1\n");
  CHECK(r.oov == 1);
  CHECK(r.unknown == "New York");
  CHECK(r.lines.left_out.count == 1);
  CHECK(r.lines.left_out.line == 3);
  CHECK(r.lines.left_out.reason == "noNumber");
  CHECK(r.pairs == 2);
  CHECK(r.reason == NoCorrelation::kNone);
}

TEST_CASE("evaluate_word_pairs: why there is no correlation", "[query]") {
  const auto model = golden::model();
  const auto reason = [&](const char* file) {
    const auto r = evaluate_word_pairs(model.vocabulary, model.vectors, file);
    CHECK(std::isnan(r.pearson));
    CHECK(std::isnan(r.spearman));
    return r.reason;
  };
  CHECK(reason("king queen 3\n") == NoCorrelation::kOnePair);
  CHECK(reason("king queen 3\nman king 3\n") == NoCorrelation::kEqualScores);
  CHECK(reason("king queen 3\nqueen king 4\n") == NoCorrelation::kEqualSimilarities);
}

TEST_CASE("evaluations: strict refuses the first line that is left out", "[query][errors]") {
  const auto model = golden::model();
  const EvaluationOptions strict{.strict = true};
  const auto pairs = error_of([&] {
    evaluate_word_pairs(model.vocabulary, model.vectors, "king queen 8\n\nking man\nx\n", strict);
  });
  CHECK(pairs.code() == ErrorCode::kBadFormat);
  CHECK(pairs.value() == "3");
  CHECK_THAT(pairs.what(), ContainsSubstring("Line 3"));
  const auto analogies = error_of([&] {
    evaluate_word_analogies(model.vocabulary, model.vectors,
                            ": s\nman king woman queen\nman king woman\n", strict);
  });
  CHECK(analogies.value() == "3");
  // A heading, a section and an unknown word are no faults.
  CHECK(evaluate_word_pairs(model.vocabulary, model.vectors,
                            "word1,word2,score\nking,queen,8\nking,unicorn,2\n", strict)
            .oov == 1);
}

TEST_CASE("evaluate_word_pairs: case and the size of the vocabulary", "[query]") {
  const auto model =
      model_of({{"The", {1, 0}}, {"the", {0, 1}}, {"cat", {1, 0}}, {"Émile", {0, 1}}});
  const Vocabulary& vocabulary = model.vocabulary;
  const Matrix<float>& vectors = model.vectors;
  const char* file = "the cat 2\nÉMILE CAT 1\n";
  const auto folded = evaluate_word_pairs(vocabulary, vectors, file);
  CHECK(folded.pairs == 2);
  CHECK(folded.pearson == Approx(1));  // "The" stands for "the": the first is the most frequent
  const auto exact = error_of([&] {
    evaluate_word_pairs(vocabulary, vectors, "THE cat 2\n", {.case_insensitive = false});
  });
  CHECK(exact.code() == ErrorCode::kUnknownWord);
  CHECK(exact.value() == "THE");
  CHECK(evaluate_word_pairs(vocabulary, vectors, file, {.restrict_vocab = 3}).oov == 1);
  CHECK(evaluate_word_pairs(vocabulary, vectors, file, {.restrict_vocab = 0}).oov == 0);
}

TEST_CASE("evaluate_word_pairs: bad files have their error code", "[query][errors]") {
  const auto model = golden::model();
  const auto error = [&](std::string_view file, EvaluationOptions options = {}) {
    return error_of([&] { evaluate_word_pairs(model.vocabulary, model.vectors, file, options); });
  };
  CHECK(error("").code() == ErrorCode::kBadFormat);
  CHECK(error("# only a comment\n\n").code() == ErrorCode::kBadFormat);
  CHECK(error("king queen\n").code() == ErrorCode::kBadFormat);
  CHECK(error(std::string_view("\0\xff\x80,,\t\n", 7)).code() == ErrorCode::kBadFormat);
  CHECK(error("unicorn dragon 5\n").code() == ErrorCode::kUnknownWord);
  CHECK(error("king queen 5\n", {.restrict_vocab = -1}).code() == ErrorCode::kBadParameter);
}

TEST_CASE("evaluations find words in another spelling of themselves", "[query]") {
  const auto model = fixtures::model_of(
      {{"café", {1, 0}}, {"nai\u0308ve", {0, 1}}, {"λόγος", {1, 1}}, {"tea", {1, 2}}});
  const auto pairs =
      evaluate_word_pairs(model.vocabulary, model.vectors,
                          "cafe\u0301 naïve 1\nCAFE\u0301 tea 2\nΛΌΓΟΣ tea 3\nλόγος café 2.5\n");
  CHECK(pairs.pairs == 4);
  CHECK(pairs.oov == 0);
  const auto analogies = evaluate_word_analogies(model.vocabulary, model.vectors,
                                                 ": all\ncafe\u0301 naïve ΛΌΓΟΣ tea\n", {});
  CHECK(analogies.sections[0].oov == 0);
}

TEST_CASE("lower_case: letters of several alphabets", "[query]") {
  CHECK(lower_case("ÀÉÎ Straße ΣΩ Ж 国王 a1") == "àéî straße σω ж 国王 a1");
  CHECK(lower_case("ΛΌΓΟΣ") == "λόγος");
  CHECK(without_case("ΛΌΓΟΣ λόγος") == "λόγοσ λόγοσ");
  CHECK(lower_case("A\xff\x42") ==
        "a\xff"
        "b");  // ill-formed bytes pass through
}

TEST_CASE("evaluate_word_analogies equals gensim", "[query][golden]") {
  const auto model = golden::model();
  const auto check = [&](bool case_insensitive, const auto& expected) {
    const auto r = evaluate_word_analogies(model.vocabulary, model.vectors, golden::kAnalogiesFile,
                                           {.case_insensitive = case_insensitive});
    REQUIRE(r.sections.size() + 1 == std::size(expected));
    for (std::size_t i = 0; i < std::size(expected); ++i) {
      const AnalogySection& s = i < r.sections.size() ? r.sections[i] : r.total;
      CAPTURE(s.name);
      CHECK(s.name == expected[i].name);
      CHECK(s.correct == expected[i].correct);
      CHECK(s.total == expected[i].total);
    }
    CHECK(r.lines.left_out.count == 1);
    CHECK(r.lines.left_out.line == 6);
    CHECK(r.sections[0].oov == (case_insensitive ? 1 : 2));
    CHECK(r.total.oov == r.sections[0].oov);
  };
  check(true, golden::kSections);
  check(false, golden::kCasedSections);
}

TEST_CASE("evaluate_word_analogies: each answer is most_similar's first", "[query]") {
  const auto model = random_model(2500, 10, 6);  // more than two tiles of words
  Rng rng{12};
  std::string file = ": random\n";
  std::int64_t expected = 0, questions = 0;
  for (int i = 0; i < 150; ++i) {
    const std::string a = "w" + std::to_string(rng.below(2500)), b = "W" + std::to_string(i),
                      c = "w" + std::to_string(rng.below(2500));
    const auto best = most_similar(model.vocabulary, model.vectors,
                                   std::vector<std::string>{"w" + std::to_string(i), c},
                                   std::vector<std::string>{a}, 1);
    const bool right = i % 3 == 0;
    expected += right;
    ++questions;
    file +=
        a + " " + b + " " + c + " w" + std::to_string(right ? best[0].id : best[0].id ^ 1) + "\n";
  }
  const auto whole = evaluate_word_analogies(model.vocabulary, model.vectors, file);
  CHECK(whole.total.total == questions);
  CHECK(whole.total.correct == expected);

  // Any slices give the same.
  WordAnalogyEvaluation sliced(model.vocabulary, model.vectors, file);
  CHECK(sliced.progress() == 0.0);
  double before = -1;
  std::int64_t n = 1;
  while (!sliced.finished()) {
    CHECK(sliced.progress() > before);
    before = sliced.progress();
    sliced.step(n++ % 7 + 1);
  }
  CHECK(sliced.progress() == 1.0);
  CHECK(sliced.result().total.correct == expected);
  CHECK(sliced.step());
  CHECK(sliced.result().total.total == questions);  // asking again answers nothing twice
}

TEST_CASE("evaluate_word_analogies: none of the three words answers, in any case", "[query]") {
  // b − a + c is nearest to b itself, then to B, then to d.
  const auto model = model_of({{"a", {1, 0, 0}},
                               {"b", {1, 1, 0}},
                               {"B", {1, 1, .01f}},
                               {"c", {1, 0, .1f}},
                               {"d", {.9f, 1, .3f}}});
  const Vocabulary& vocabulary = model.vocabulary;
  const Matrix<float>& vectors = model.vectors;
  CHECK(evaluate_word_analogies(vocabulary, vectors, ": s\na b c d\n").total.correct == 1);
  CHECK(evaluate_word_analogies(vocabulary, vectors, ": s\na b c d\n", {.case_insensitive = false})
            .total.correct == 0);
  // The expected word may not be one of the question: gensim never gets it right either.
  CHECK(evaluate_word_analogies(vocabulary, vectors, ": s\na b c b\n").total.correct == 0);
}

TEST_CASE("evaluate_word_analogies: sections, unknown words and bad files", "[query][errors]") {
  const auto model = golden::model();
  const auto evaluate = [&](std::string_view file, EvaluationOptions options = {}) {
    return evaluate_word_analogies(model.vocabulary, model.vectors, file, options);
  };
  const auto r = evaluate(
      "\xEF\xBB\xBF:  a b \r\n\r\nman king woman unicorn\r\nman, king, woman, queen\r\n:\tempty\n");
  REQUIRE(r.sections.size() == 2);
  CHECK(r.sections[0].name == "a b");
  CHECK(r.sections[1].name == "empty");
  CHECK(r.total.total == 1);
  CHECK(r.total.oov == 1);
  CHECK(r.unknown == "unicorn");
  // Questions before any section are in one without a name.
  const auto early = evaluate("\nman king woman queen\n: s\n");
  CHECK(early.sections[0].name.empty());
  CHECK(early.sections[0].total == 1);
  // Nothing known is an error, not an accuracy of 0.
  const auto unknown = error_of([&] { evaluate(": s\nman king dragon unicorn\n"); });
  CHECK(unknown.code() == ErrorCode::kUnknownWord);
  CHECK(unknown.value() == "dragon");
  CHECK(error_of([&] { evaluate(": s\nman king woman queen\n", {.restrict_vocab = 3}); }).code() ==
        ErrorCode::kUnknownWord);
  for (const std::string_view file :
       {std::string_view(""), std::string_view(": s\n"), std::string_view(": s\none two\n"),
        std::string_view("\0\xff", 2)}) {
    CHECK(error_of([&] { evaluate(file); }).code() == ErrorCode::kBadFormat);
  }
  CHECK(error_of([&] { evaluate(": s\na b c d\n", {.restrict_vocab = -1}); }).code() ==
        ErrorCode::kBadParameter);
}
