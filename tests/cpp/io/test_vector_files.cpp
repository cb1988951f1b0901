#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "catch.h"
#include "files.h"
#include "preformer/io/read_vectors.h"
#include "preformer/io/tsv.h"
#include "preformer/io/vector_reader.h"
#include "preformer/io/word2vec.h"
#include "preformer/io/words.h"
#include "preformer/text/utf8.h"

using namespace preformer;
using namespace preformer::fixtures;

namespace {

std::string words_of(const VectorsRead& read) {
  std::string words;
  for (std::int32_t id = 0; id < read.vectors.vocabulary.size(); ++id) {
    words += (id > 0 ? " " : "") + std::string(read.vectors.vocabulary.word(id));
  }
  return words;
}

void check_refused(std::string_view bytes, const char* name) {
  CAPTURE(std::string(bytes));
  const Error error = error_of([&] { read_vectors(bytes); });
  CHECK(error.code() == ErrorCode::kBadFormat);
  CHECK(error.name() == std::string("import.") + name);
}

}  // namespace

TEST_CASE("word2vec files: the exact bytes", "[io]") {
  const auto model = small();
  CHECK(write_word2vec_text(model.vocabulary, model.vectors) == kSmallText);
  CHECK(write_word2vec_binary(model.vocabulary, model.vectors) == small_binary(false));
}

TEST_CASE("word2vec files: counts unknown fall with the rank", "[io]") {
  const auto read = read_vectors(kSmallText).vectors;
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
  check_same(read_vectors(write_word2vec_text(model.vocabulary, model.vectors)).vectors, model);
  check_same(read_vectors(write_word2vec_binary(model.vocabulary, model.vectors)).vectors, model);
  const TsvPair pair = write_tsv(model.vocabulary, model.vectors);
  check_same(read_vector_pair(pair.vectors, pair.metadata).vectors, model);
}

TEST_CASE("word2vec files: what other programs write", "[io]") {
  const auto check = [](std::string_view bytes) {
    CAPTURE(std::string(bytes));
    const VectorsRead read = read_vectors(bytes);
    check_same(read.vectors, small());
    CHECK(read.found.left_out + read.found.renamed == 0);
    check_same(read_vectors(bytes, {.strict = true}).vectors, small());
  };
  check(small_binary(true));  // word2vec.c ends binary rows with a line feed
  check("3 2\nthe 0.1 -2 \n国王 1e-07 3.5 \nnaïve -0 12345.678 \n");  // and text rows with a space
  check(
      "\xEF\xBB\xBF"
      "3 2\r\nthe\t0.1\t-2\r\n国王 1e-07 3.5\r\nnaïve -0 12345.678");  // Windows
  check("3 2\rthe 0.1 -2\r国王 1e-07 3.5\rnaïve -0 12345.678\r");      // old Macs
  check(kSmallText.substr(4));                                         // GloVe has no first line
  check("\n\n3 2\n\nthe 0.1 -2\n\r\n国王 1e-07 3.5\n\nnaïve -0 12345.678\n\n\n");
  check(
      "3 2\nthe 0.10000000149011612 -2.0\n国王 1.0000000116860974e-07 3.5\n"
      "naïve -0.0 1.2345678e4\n");  // numpy
  CHECK(words_of(read_vectors("2 1\n1 5\n2.5 -1\n")) == "1 2.5");
  const float odd = std::bit_cast<float>(0x3f0a200au);  // holds bytes of space and line feed
  const VectorsRead read = read_vectors("2 2\na " + floats({odd, 1}) + "b " + floats({odd, 1}));
  CHECK(read.vectors.vectors(1, 0) == odd);
}

TEST_CASE("rows with a fault are left out and counted", "[io]") {
  struct Case {
    const char* file;
    const char* words;
    const char* report;
  };
  const Case cases[] = {
      {"cat 1 2 3\n. . . 4 5 6\ndog 7 8 9\n", "cat ._._. dog", "read 3, left out 0, renamed 1"},
      {"cat 1 2 3\nNew York 4 5 6\n10 000 7 8 9\n", "cat New_York 10_000",
       "read 3, left out 0, renamed 2"},
      {"cat 1 2 3\n 0.5 5 6\ndog 7 8 9\n", "cat dog",
       "read 2, left out 1 (first: line 2, because it has no word, or only a blank one), "
       "renamed 0"},
      {"cat 1 2 3\n 4 5 6\ndog 7 8 9\n", "cat dog",
       "read 2, left out 1 (first: line 2, because it has no word, or only a blank one), "
       "renamed 0"},
      {"cat 1 2 3\ncat 4 5 6\ndog 7 8 9\ncat 4 5 6\n", "cat dog",
       "read 2, left out 2 (first: line 2, because the word \"cat\" comes a second time), "
       "renamed 0"},
      {"cat 1 2 3\ndog 7 8\nfox 7 8 9\n", "cat fox",
       "read 2, left out 1 (first: line 2, because it has 2 numbers instead of 3), renamed 0"},
      {"cat 1 2 3\ndog 7 8 9 10\nfox 7 8 9\n", "cat fox",
       "read 2, left out 1 (first: line 2, because it has 4 numbers instead of 3), renamed 0"},
      {"cat 1 2 3\ndog 7 x 9\nfox 7 8 9\n", "cat fox",
       "read 2, left out 1 (first: line 2, because \"x\" is not a number), renamed 0"},
      {"3 3\ncat 1 2 3\ndog 7 nan 9\nfox 7 8 -inf\n", "cat",
       "read 1, left out 2 (first: line 3, because one of its numbers is not finite), renamed 0"},
      {"2 3\ncat nan 2 3\ndog 7 8 9\n", "dog",
       "read 1, left out 1 (first: line 2, because one of its numbers is not finite), renamed 0"},
      {"cat 1 2 3\n\xFF\xFE 4 5 6\ndog 7 8 9\n", "cat dog",
       "read 2, left out 1 (first: line 2, because its word is not valid UTF-8), renamed 0"},
      {"5 3\ncat 1 2 3\ndog 7 8 9\n", "cat dog",
       "read 2, left out 0, renamed 0; the first line promises 5 words"},
      {"1 3\ncat 1 2 3\ndog 7 8 9\n", "cat dog",
       "read 2, left out 0, renamed 0; the first line promises 1 words"},
      {"3 3\ncat 1 2\ndog 7 8 9\nfox 1 2 3\n", "dog fox",
       "read 2, left out 1 (first: line 2, because it has 2 numbers instead of 3), renamed 0"},
      {"2 3\ncat 1 2 3\ndog 7 8 9\n<html>the end</html>\n", "cat dog",
       "read 2, left out 1 (first: line 4, because \"end</html>\" is not a number), renamed 0; "
       "the first line promises 2 words"},
  };
  for (const auto& [file, words, report] : cases) {
    CAPTURE(file);
    const VectorsRead read = read_vectors(file);
    CHECK(words_of(read) == words);
    CHECK(report_of(read.found) == report);
    const bool faultless =
        std::string(report).find(", left out 0, renamed 0") != std::string::npos &&
        read.found.promised == 0;
    if (faultless) continue;
    const Error error = error_of([&] { read_vectors(file, {.strict = true}); });
    CHECK(error.name() == "import.strict");
    const auto because = std::string(report).find("because ");
    if (because == std::string::npos || read.found.goes_on) continue;
    const auto end = std::string(report).find(')');
    CHECK_THAT(error.what(),
               ContainsSubstring(std::string(report).substr(because + 8, end - because - 8)));
  }
}

TEST_CASE("every white space and control character of a word becomes _", "[io]") {
  std::string file = "plain 1\n", binary;
  const char32_t odd[] = {0x01,   0x0B,   0x1F,   0x7F,   0x85,   0xA0,   0x1680, 0x2000,
                          0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
                          0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000};
  int i = 0;
  std::string wanted = "plain", labels = "plain\n", rows = "1\n";
  for (const char32_t c : odd) {
    const std::string name = "a" + encode(std::u32string(1, c)) + std::to_string(++i);
    file += name + " 1\n";
    binary += name + " " + floats({1});
    labels += name + "\n";
    rows += "1\n";
    wanted += " a_" + std::to_string(i);
  }
  binary = std::to_string(i + 2) + " 1\nplain " + floats({1}) + binary + "x\ny " + floats({1});
  CHECK(words_of(read_vectors(file)) == wanted);
  CHECK(read_vectors(file).found.renamed == static_cast<std::uint64_t>(i));
  CHECK(words_of(read_vectors(binary)) == wanted + " x_y");
  CHECK(words_of(read_vector_pair(rows, labels)) == wanted);
  // What becomes the same name is a duplicate.
  const VectorsRead same = read_vectors("a\xC2\xA0z 1\na\xE3\x80\x80z 2\na_z 3\n");
  CHECK(words_of(same) == "a_z");
  CHECK(same.found.duplicates == 2);
}

TEST_CASE("the result does not depend on how a file is divided", "[io]") {
  const std::string text = "6 2\nthe 1 2\nNew York 3 4\nthe 5 6\n国王 1e-07 3.5\nbad 1\n 1 2\n";
  const std::string binary = "4 2\nthe " + floats({1, 2}) + "\n\xC2\xA0 " + floats({3, 4}) +
                             "\nthe " + floats({5, 6}) + "x " + floats({NAN, 1});
  std::string returns = text;
  std::replace(returns.begin(), returns.end(), '\n', '\r');
  for (const std::string& file : {text, text.substr(4), returns, binary}) {
    const VectorsRead whole = read_vectors(file);
    for (const std::size_t size : {1, 2, 3, 7}) {
      VectorReader reader({});
      VectorsGathered gathered;
      for (std::size_t at = 0; at < file.size(); at += size) {
        reader.feed(std::string_view(file).substr(at, size));
        gathered.add(reader.take(), static_cast<Index>(reader.found().dimensions));
      }
      reader.finish();
      gathered.add(reader.take(), static_cast<Index>(reader.found().dimensions));
      check_same(gathered.finish(), whole.vectors);
      CHECK(report_of(reader.found()) == report_of(whole.found));
    }
  }
}

TEST_CASE("binary files: faults and limits", "[io]") {
  const auto report = [](const std::string& bytes, const VectorReadOptions& options = {}) {
    const VectorsRead read = read_vectors(bytes, options);
    return words_of(read) + ": " + report_of(read.found);
  };
  const std::string a = "a\xC3\xA9 " + floats({1, -2}), b = "b " + floats({3, -4});
  const std::string nan = "n " + floats({1, NAN});
  CHECK(report("3 2\n" + a + nan + b) ==
        "aé b: read 2, left out 1 (first: word 2, because one of its numbers is not finite), "
        "renamed 0");
  CHECK(report("3 2\n" + a + b + a) ==
        "aé b: read 2, left out 1 (first: word 3, because the word \"aé\" comes a second time), "
        "renamed 0");
  CHECK(report("3 2\n" + a + " " + floats({5, -6}) + b) ==
        "aé b: read 2, left out 1 (first: word 2, because it has no word, or only a blank one), "
        "renamed 0");
  CHECK(report("3 2\n" + a + b) ==
        "aé b: read 2, left out 0, renamed 0; the first line promises 3 words");
  CHECK(report("3 2\n" + a + b + "c " + floats({1})) ==
        "aé b: read 2, left out 1 (first: word 3, because the file ends within it), renamed 0; "
        "the first line promises 3 words");
  CHECK(report("1 2\n" + a + b) ==
        "aé: read 1, left out 0, renamed 0; the first line promises 1 words, and more follows");
  CHECK(report("2 2\n" + a + b, {.limit = 1}) ==
        "aé: read 1, left out 0, renamed 0; more words follow");
  CHECK(report("2 2\n" + a + b, {.limit = 2}) == "aé b: read 2, left out 0, renamed 0");
  CHECK(report("c 1\nd 2\n", {.limit = 1}) ==
        "c: read 1, left out 0, renamed 0; more words follow");
  const Error damaged =
      error_of([&] { read_vectors("9 2\n" + a + std::string(2000, '\xFF') + b); });
  CHECK(damaged.name() == "import.damaged");
  CHECK(damaged.value() == "16");
}

TEST_CASE("words that would break a file are written with _", "[io]") {
  const auto model = model_of({{"fine", {1, 2}},
                               {"New York", {3, 4}},
                               {"New\xC2\xA0York", {5, 6}},
                               {"New_York_", {7, 8}},
                               {"", {9, 1}},
                               {"bad\xFF", {2, 3}}});
  const auto check = [](const VectorsRead& read) {
    CHECK(words_of(read) == "fine New_York New_York__ New_York_ _ bad_");
    CHECK(read.found.left_out + read.found.renamed == 0);
  };
  CHECK(WrittenWords(model.vocabulary).renamed() == 4);
  check(read_vectors(write_word2vec_text(model.vocabulary, model.vectors)));
  check(read_vectors(write_word2vec_binary(model.vocabulary, model.vectors)));
  const TsvPair pair = write_tsv(model.vocabulary, model.vectors);
  check(read_vector_pair(pair.vectors, pair.metadata));
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

TEST_CASE("what is no file of vectors is refused by name", "[io][errors]") {
  check_refused("", "empty");
  check_refused("\x1f\x8b\x08\x01", "packed");
  check_refused("PK\x03\x04", "packed");
  check_refused("\x93NUMPY\x01", "npy");
  check_refused("\x89HDF\r\n\x1a\n", "hdf5");
  check_refused(std::string_view("\xFF\xFE"
                                 "c\0a\0t\0",
                                 8),
                "utf16");
  check_refused("0.1\t0.2\n0.3\t0.4\n", "alone");
  check_refused(std::string_view("\0\1\2\3\n\xff\xfe", 7), "noise");
  check_refused("word\n", "start");
  check_refused("word,1.5,2\nmore,3,4\n", "start");
  check_refused("word 1,5 2,5 3\nmore 1,5 2 3,25\n", "start");
  check_refused("\n \n", "empty");
  check_refused("<!doctype html>\n<html>\n", "start");
  check_refused("2 5\ncat 1 2 3\ndog 4 5 6\n", "width");
  check_refused("5 3\n", "cut");
  check_refused("2 3\none 1 2 x\n", "none");
  for (const char* header : {"0 5", "5 0", "-3 4", "2.5 3", "1e18 5", "5 1000000000000000000",
                             "99999999999999999999999999 3"}) {
    CAPTURE(header);
    for (const std::string& body : {std::string("a 1 2 3 4 5\n"), "a " + floats({1, 2, 3, 4, 5})}) {
      check_refused(std::string(header) + "\n" + body, "header");
    }
  }
  // A first line that promises more than any memory holds takes none.
  CHECK(words_of(read_vectors("999999999999999 2\na 1 2\n")) == "a");
}
