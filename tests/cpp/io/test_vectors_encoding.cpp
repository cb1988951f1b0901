#include "catch.h"
#include "files.h"
#include "preformer/io/vector_kind.h"
#include "preformer/io/vectors_encoding.h"
#include "preformer/text/decoding.h"

using namespace preformer;
using namespace preformer::fixtures;
using namespace std::string_literals;

namespace {

/// Windows-1252 and Unicode; in every other encoding, each byte fails.
std::string without_tables(std::string_view bytes, const Encoding& encoding) {
  std::string text;
  if (decode_without_table(bytes, encoding, text)) return text;
  for (std::size_t i = 0; i < bytes.size(); ++i) text += "\xEF\xBF\xBD";
  return text;
}

VectorsEncoding look(std::string_view bytes) {
  return look_at_encoding(bytes, true, without_tables);
}

/// Rows of Windows-1252 among rows of ASCII.
std::string with_accents(int rows, int accents) {
  std::string file;
  for (int i = 0; i < rows; ++i) {
    const bool accent = i < accents;
    file += (accent ? "caf\xE9" : "word") + std::to_string(i) + " 0.5 1\n";
  }
  return file;
}

}  // namespace

TEST_CASE("encoding of vectors: words that are not UTF-8 are guessed", "[io][encoding]") {
  const VectorsEncoding found = look("3 2\n"s + with_accents(3, 2));
  REQUIRE(found.guess.has_value());
  CHECK(found.guess->encoding->name == "windows-1252");
  CHECK(found.guess->sign == EncodingSign::kProbable);
  CHECK(found.other == 2);
  CHECK(found.takes_named());
  std::string returns = with_accents(3, 2);
  for (char& c : returns) c = c == '\n' ? '\r' : c;
  CHECK(look(returns).guess.has_value());
}

TEST_CASE("encoding of vectors: stray bytes are no encoding", "[io][encoding]") {
  CHECK_FALSE(look(with_accents(30, 1)).guess.has_value());   // one row
  CHECK_FALSE(look(with_accents(200, 3)).guess.has_value());  // fewer than one in fifty
  CHECK(look(with_accents(200, 4)).guess.has_value());
  const std::string valid = "\xC3\xA9 1 2\n\xC3\xA8 1 2\n\xC3\xA0 1 2\n";
  const VectorsEncoding mostly = look(with_accents(10, 2) + valid);
  CHECK_FALSE(mostly.guess.has_value());
  CHECK(mostly.takes_named());
  CHECK_FALSE(look("\xFF\xFEnoise\xB0\xA1\xB0\xA2 x\n\xB0\xA1 y\n"s.substr(2)).guess.has_value());
}

TEST_CASE("encoding of vectors: UTF-8 and binary files are never decoded", "[io][encoding]") {
  CHECK_FALSE(look("\xC3\xA9 1 2\n\xC3\xA8 1 2\n\xC3\xA0 1 2\n").takes_named());
  CHECK(look("a 1 2\nb 1 2\n").takes_named());
  const VectorsEncoding binary =
      look("2 2\ncat "s + floats({0, 0}) + "\n\xB0\xA1 " + floats({0, 1}));
  CHECK(binary.binary);
  CHECK_FALSE(binary.guess.has_value());
  CHECK_FALSE(binary.takes_named());
}

TEST_CASE("encoding of vectors: UTF-16 and UTF-32 are certain", "[io][encoding]") {
  const auto name = [](std::string_view bytes) {
    const VectorsEncoding found = look(bytes);
    return found.guess ? std::string(found.guess->encoding->name) : "";
  };
  CHECK(name("\xFF\xFE"
             "a\0 \0001\0\n\0"s) == "utf-16le");
  CHECK(name("\0a\0 \0001\0\n"s) == "utf-16be");
  CHECK(name("a\0\0\0 \0\0\0001\0\0\0\n\0\0\0"s) == "utf-32le");
  CHECK(name("a 1\nb\0 2\nc 3\n"s) == "");
}

TEST_CASE("encoding of vectors: a document has none", "[io][encoding]") {
  const std::string document = "%PDF-1.7\n%\xE2\xE3\xCF\xD3 1 0 obj\n";
  CHECK_FALSE(look_at_encoding(document, true, without_tables).guess);
  CHECK_THROWS_AS(refuse_other_kinds(document), Error);
}

TEST_CASE("vectors instead of a text are noticed", "[io][encoding]") {
  const auto noticed = [](std::string_view file) { return notice_vectors(file, true); };
  CHECK(noticed("2 3\ncat 1 2.5 -3\ndog 1e-2 0 1\n") == VectorsInstead::kText);
  CHECK(noticed("cat 1 2 3 4\ndog 4 3 2 1\n. . . 1 2 3 4\n") == VectorsInstead::kText);
  CHECK(noticed("2 1\ncat \0\0\x80?\ndog \0\0\0@"s) == VectorsInstead::kBinary);
  for (const char* text :
       {"", "2 3\n", "2 3\nThe cat eats.\nThe dog runs.\n", "cat 1 2 3 4\n", "cat 1 2\ndog 3 4\n",
        "0 0\n0 0\n", "In 1 2 3 4\nIn the year 1999\n", "1 2 3 4 5\n6 7 8 9 1\n"}) {
    CAPTURE(text);
    CHECK(noticed(text) == VectorsInstead::kNone);
  }
}
