#include <bit>
#include <cmath>
#include <limits>

#include "catch.h"
#include "files.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

void check_refused(std::string_view bytes, const char* says) {
  CAPTURE(std::string(bytes));
  const Error error = error_of([&] { read_vectors(bytes); });
  CHECK(error.code() == ErrorCode::kBadFormat);
  CHECK_THAT(error.what(), ContainsSubstring(says));
}

}  // namespace

TEST_CASE("word2vec files: the exact bytes", "[io]") {
  const auto model = small();
  CHECK(write_word2vec_text(model.vocabulary, model.vectors) == kSmallText);
  CHECK(write_word2vec_binary(model.vocabulary, model.vectors) == small_binary(false));
}

TEST_CASE("word2vec files: counts unknown fall with the rank", "[io]") {
  const auto read = read_vectors(kSmallText);
  CHECK(read.vocabulary.count(0) == 3);
  CHECK(read.vocabulary.count(2) == 1);
}

TEST_CASE("word2vec files: both ways, bit by bit", "[io]") {
  WordVectors model = random_model(200, 17, 11);
  Rng rng{5};
  for (Index i = 0; i < model.vectors.size(); ++i) {  // every kind of finite float
    const float value = std::bit_cast<float>(rng.next());
    if (std::isfinite(value)) model.vectors.data()[i] = value;
  }
  const auto text = write_word2vec_text(model.vocabulary, model.vectors);
  const auto binary = write_word2vec_binary(model.vocabulary, model.vectors);
  check_same(read_vectors(text), model);
  check_same(read_vectors(binary), model);
  check_same(read_word2vec_text(text), model);
  check_same(read_word2vec_binary(binary), model);
}

TEST_CASE("word2vec files: what other programs write", "[io]") {
  const auto model = small();
  SECTION("word2vec.c ends binary rows with a line feed") {
    check_same(read_vectors(small_binary(true)), model);
  }
  SECTION("word2vec.c ends text rows with a space") {
    check_same(read_vectors("3 2\nthe 0.1 -2 \n国王 1e-07 3.5 \nnaïve -0 12345.678 \n"), model);
  }
  SECTION("Windows line ends, a byte-order mark, tabs, no last line end") {
    check_same(read_vectors("\xEF\xBB\xBF"
                            "3 2\r\nthe\t0.1\t-2\r\n国王 1e-07 3.5\r\n"
                            "naïve -0 12345.678"),
               model);
  }
  SECTION("GloVe has no first line") { check_same(read_vectors(kSmallText.substr(4)), model); }
  SECTION("numbers as numpy prints them") {
    check_same(read_vectors("3 2\nthe 0.10000000149011612 -2.0\n国王 1.0000000116860974e-07 3.5\n"
                            "naïve -0.0 1.2345678e4\n"),
               model);
  }
  SECTION("words that look like numbers, one dimension") {
    const auto read = read_vectors("2 1\n1 5\n2.5 -1\n");
    CHECK(read.vocabulary.word(1) == "2.5");
    CHECK(read.vectors(1, 0) == -1.0f);
  }
  SECTION("binary floats that hold bytes of space and line feed") {
    const float odd = std::bit_cast<float>(0x3f0a200au);
    const auto read = read_word2vec_binary("2 1\na " + floats({odd}) + "b " + floats({odd}));
    CHECK(read.vectors(1, 0) == odd);
  }
}

TEST_CASE("words that would break a file are refused", "[io][errors]") {
  for (const char* word : {"New York", "tab\there", "line\nfeed", " ", "", "wide\xE3\x80\x80space",
                           "no\xC2\xA0"
                           "break",
                           "bell\x07", "bad\xFFutf8", "lone\xED\xA0\x80"}) {
    const auto model = model_of({{"fine", {1, 2}}, {word, {3, 4}}});
    for (auto write : {write_word2vec_text, write_word2vec_binary}) {
      const Error error = error_of([&] { write(model.vocabulary, model.vectors); });
      CHECK(error.code() == ErrorCode::kBadFormat);
      CHECK(error.value() == word);
    }
    CHECK(error_of([&] { write_tsv(model.vocabulary, model.vectors); }).code() ==
          ErrorCode::kBadFormat);
  }
  const auto model = model_of({{"fine", {1, 2}}, {"new york", {3, 4}}});
  CHECK_THAT(error_of([&] { write_word2vec_text(model.vocabulary, model.vectors); }).what(),
             ContainsSubstring("new york"));
}

TEST_CASE("numbers that are not finite are not written", "[io][errors]") {
  auto model = small();
  for (const float bad :
       {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
    model.vectors(1, 1) = bad;
    const Error error = error_of([&] { write_word2vec_text(model.vocabulary, model.vectors); });
    CHECK(error.code() == ErrorCode::kBadFormat);
    CHECK(error.value() == "国王");
  }
  CHECK(error_of([&] { write_word2vec_text(model.vocabulary, model.vectors.topRows(2)); }).code() ==
        ErrorCode::kBadFormat);
  CHECK(error_of([&] { write_word2vec_text(Vocabulary{}, Matrix<float>(0, 2)); }).code() ==
        ErrorCode::kBadFormat);
}

TEST_CASE("broken text files name the line", "[io][errors]") {
  check_refused("", "empty");
  check_refused("3 2\n", "more than the file can hold");
  check_refused("1 1\n\n\n\n\n", "after 0 of 1");
  check_refused("3 2\nthe 0.1 -2\n国王 1e-07 3.5\n", "after 2 of 3");
  check_refused("2 2\na 1 2\nb 3 4\nc 5 6\n", "Line 4");
  check_refused("3 2\nthe 0.1 -2\n国王 1e-07\nx 1 2\n", "Line 3");
  check_refused("2 2\nthe 0.1 -2\nNew York 1 2\n", "Line 3");
  check_refused("2 2\na 1 2\nb 3 nan\n", "Line 3");
  check_refused("2 2\na 1 inf\nb 3 4\n", "Line 2");
  check_refused("2 2\na 1 1e39\nb 3 4\n", "Line 2");
  check_refused("2 2\na 1 2\na 3 4\n", "second time");
  check_refused("2 2\na 1 2\nb\xFF 3 4\n", "UTF-8");
  check_refused("1 2\n\xED\xA0\x80 1 2\n", "UTF-8");
}

TEST_CASE("a header is not believed before memory is taken", "[io][errors]") {
  for (const char* header :
       {"1000000000000000000 5", "5 1000000000000000000", "1000000000 1000000000",
        "999999999999999 999999999999999", "99999999999999999999999999 3", "4294967297 1", "0 5",
        "5 0", "-3 4", "2.5 3", "1e18 5"}) {
    CAPTURE(header);
    for (const std::string& body : {std::string("a 1 2 3 4 5\n"), "a " + floats({1, 2, 3, 4, 5})}) {
      const std::string bytes = std::string(header) + "\n" + body;
      CHECK(error_of([&] { read_vectors(bytes); }).code() == ErrorCode::kBadFormat);
      CHECK(error_of([&] { read_word2vec_binary(bytes); }).code() == ErrorCode::kBadFormat);
      CHECK(error_of([&] { read_word2vec_text(bytes); }).code() == ErrorCode::kBadFormat);
    }
  }
  // Without header the first line could promise as much: many numbers, then many short lines.
  std::string bytes = "word";
  for (int i = 0; i < 20'000; ++i) bytes += " 1";
  for (int i = 0; i < 20'000; ++i) bytes += "\na";
  check_refused(bytes, "others have fewer");
}

TEST_CASE("broken binary files name the byte", "[io][errors]") {
  const std::string whole = small_binary(false);
  check_refused(whole.substr(0, whole.size() - 1), "after 2 of 3");
  check_refused(whole + "x", "left over");
  check_refused("2 1\na " + floats({1}) + "a " + floats({2}), "Byte 10");
  check_refused("2 1\na " + floats({1}) + "b " + floats({std::numeric_limits<float>::infinity()}),
                "Byte 12");
  check_refused("2 1\n\xFFzz " + floats({1}) + "b " + floats({2}), "UTF-8");
  check_refused("2 1\n " + floats({1}) + "bcd " + floats({2}), "word is missing");
}

TEST_CASE("files of other kinds are recognised", "[io][errors]") {
  check_refused("\x1f\x8b\x08\x00", "compressed");
  check_refused("PK\x03\x04", "compressed");
  check_refused("\x93NUMPY\x01", "NumPy");
  check_refused("0.1\t0.2\n0.3\t0.4\n", "metadata.tsv");
  check_refused(std::string_view("\0\1\2\3\n\xff\xfe", 7), "neither text nor");
  check_refused("<!doctype html>\n<html>\n", "not a finite number");
  check_refused("word\n", "a word and its numbers");
  check_refused("\n", "a word and its numbers");
}
