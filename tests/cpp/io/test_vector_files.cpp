#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "../query/fixtures.h"
#include "catch.h"
#include "preformer/io/lines.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"
#include "preformer/io/word2vec.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

std::string floats(std::initializer_list<float> values) {
  std::string bytes;
  for (const float v : values) {
    char raw[4];
    std::memcpy(raw, &v, 4);
    bytes.append(raw, 4);
  }
  return bytes;
}

/// Same words in the same order, same bits.
void check_same(const WordVectors& a, const WordVectors& b) {
  REQUIRE(a.vocabulary.size() == b.vocabulary.size());
  for (std::int32_t id = 0; id < a.vocabulary.size(); ++id) {
    CHECK(a.vocabulary.word(id) == b.vocabulary.word(id));
  }
  REQUIRE(a.vectors.rows() == b.vectors.rows());
  REQUIRE(a.vectors.cols() == b.vectors.cols());
  CHECK(std::memcmp(a.vectors.data(), b.vectors.data(),
                    static_cast<std::size_t>(a.vectors.size()) * sizeof(float)) == 0);
}

WordVectors small() {
  return model_of({{"the", {0.1f, -2}}, {"国王", {1e-7f, 3.5f}}, {"naïve", {-0.0f, 12345.678f}}});
}

const std::string kSmallText = "3 2\nthe 0.1 -2\n国王 1e-07 3.5\nnaïve -0 12345.678\n";

std::string small_binary(bool line_feeds) {
  const std::string end = line_feeds ? "\n" : "";
  return "3 2\nthe " + floats({0.1f, -2}) + end + "国王 " + floats({1e-7f, 3.5f}) + end + "naïve " +
         floats({-0.0f, 12345.678f}) + end;
}

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
  CHECK(detect_vector_format(text) == VectorFormat::kWord2vecText);
  CHECK(detect_vector_format(binary) == VectorFormat::kWord2vecBinary);
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

TEST_CASE("tsv: the Embedding Projector's pair", "[io]") {
  const auto model = small();
  const auto pair = write_tsv(model.vocabulary, model.vectors);
  CHECK(pair.vectors == "0.1\t-2\n1e-07\t3.5\n-0\t12345.678\n");
  CHECK(pair.metadata == "the\n国王\nnaïve\n");
  check_same(read_tsv(pair.vectors, pair.metadata), model);

  const auto counted = write_tsv(model.vocabulary, model.vectors, TsvCounts::kWrite);
  CHECK(counted.metadata == "word\tcount\nthe\t3\n国王\t2\nnaïve\t1\n");
  CHECK(counted.vectors == pair.vectors);

  const auto other = read_tsv("1\t2\r\n3\t4", "Count\tGroup\tWord\r\n70\tx\tb\r\n9\ty\ta");
  CHECK(other.vocabulary.word(0) == "b");
  CHECK(other.vocabulary.count(0) == 70);
  CHECK(other.vocabulary.count(1) == 9);
  CHECK(other.vectors(1, 0) == 3.0f);
  CHECK(read_tsv("1\n2\n", "two words\nb\n").vocabulary.word(0) == "two words");
}

TEST_CASE("tsv: broken pairs name file and line", "[io][errors]") {
  const auto refused = [](std::string_view vectors, std::string_view metadata, const char* says) {
    const Error error = error_of([&] { read_tsv(vectors, metadata); });
    CHECK(error.code() == ErrorCode::kBadFormat);
    CHECK_THAT(error.what(), ContainsSubstring(says));
  };
  refused("", "a\n", "empty");
  refused("1\n", "", "empty");
  refused("1\t2\n", "a\nb\n", "2 words and 1 vectors");
  refused("1\t2\n3\t4\n", "word\na\nb\n", "heading");
  refused("1\t2\n3\n", "a\nb\n", "vectors.tsv, line 2");
  refused("1\t2\nx\t4\n", "a\nb\n", "vectors.tsv, line 2");
  refused("1\t2\n\t4\n", "a\nb\n", "vectors.tsv, line 2");
  refused("1\t2\n3\t4\n", "word\tcount\na\t1\nb\n", "metadata.tsv, line 3");
  refused("1\t2\n3\t4\n", "word\tcount\na\t1\nb\t-2\n", "metadata.tsv, line 3");
  refused("1\t2\n3\t4\n", "a\na\n", "second time");
  refused("1\t2\n3\t4\n", "a\n\xFF\n", "UTF-8");
  std::string wide = "1";
  for (int i = 0; i < 20'000; ++i) wide += "\t1";
  std::string words = "a0\n";
  for (int i = 1; i < 20'000; ++i) {
    wide += "\n1";
    words += "a" + std::to_string(i) + "\n";
  }
  refused(wide, words, "too short");
}

TEST_CASE("vector files: cut anywhere or with any byte changed, never a crash", "[io][fuzz]") {
  // Whatever comes back is a model that fits its own shape; all else is BadFormat. The sanitizers
  // watch.
  const auto read = [](auto call) {
    try {
      const WordVectors model = call();
      CHECK(model.vectors.rows() == model.vocabulary.size());
      CHECK(model.vectors.allFinite());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kBadFormat);
      CHECK(std::strlen(error.what()) > 20);
    }
  };
  const auto model = small();
  const auto pair = write_tsv(model.vocabulary, model.vectors, TsvCounts::kWrite);
  const auto try_all = [&](const std::string& bytes) {
    read([&] { return read_vectors(bytes); });
    read([&] { return read_word2vec_text(bytes); });
    read([&] { return read_word2vec_binary(bytes); });
    read([&] { return read_tsv(bytes, pair.metadata); });
    read([&] { return read_tsv(pair.vectors, bytes); });
  };
  Rng rng{77};
  for (const std::string& whole : {kSmallText, kSmallText.substr(4), small_binary(false),
                                   small_binary(true), pair.vectors, pair.metadata}) {
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
      try_all(whole.substr(0, cut));
      try_all(whole.substr(cut));
    }
    for (std::size_t at = 0; at < whole.size(); ++at) {
      const char other = static_cast<char>(rng.below(256));
      for (const char value : {'\0', '\t', '\n', ' ', '0', '9', '-', 'e', '\x80', '\xff', other}) {
        std::string bytes = whole;
        bytes[at] = value;
        try_all(bytes);
        bytes.insert(at, 1, static_cast<char>(rng.below(256)));
        try_all(bytes);
      }
    }
  }
}

TEST_CASE("lines: fields and words", "[io]") {
  CHECK(trimmed(" \t a b\xE3\x80\x80") == "a b");
  CHECK(trimmed("　 ").empty());
  CHECK(trimmed("").empty());
  std::string_view rest = "一\xE3\x80\x80二 three", word;
  CHECK((next_word(rest, word) && word == "一"));
  CHECK((next_word(rest, word) && word == "二"));
  CHECK((next_word(rest, word) && word == "three"));
  CHECK_FALSE(next_word(rest, word));
  LineReader lines("a\r\n\nb");
  std::string_view line;
  CHECK((lines.next(line) && line == "a"));
  CHECK((lines.next(line) && line.empty()));
  CHECK((lines.next(line) && line == "b"));
  CHECK(lines.number() == 3);
  CHECK(lines.rest().empty());
  CHECK_FALSE(lines.next(line));
}
