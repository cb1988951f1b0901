#include "preformer/text/encoding.h"
#include "preformer/text/decoding.h"

#include "catch.h"
#include "preformer/text/document.h"

using namespace preformer;
using namespace std::string_literals;

namespace {

/// Without the tables of a system: in every other encoding, each byte fails.
std::string without_tables(std::string_view bytes, const Encoding& encoding) {
  std::string text;
  if (decode_without_table(bytes, encoding, text)) return text;
  for (std::size_t i = 0; i < bytes.size(); ++i) text += "\xEF\xBF\xBD";
  return text;
}

EncodingGuess guess(std::string_view bytes) { return guess_encoding(bytes, without_tables); }

}  // namespace

TEST_CASE("encoding: labels", "[text][encoding]") {
  CHECK(find_encoding("GB2312")->name == "gbk");
  CHECK(find_encoding("latin1")->name == "windows-1252");
  CHECK(find_encoding("utf-8") == &encodings()[0]);
  CHECK(find_encoding("") == nullptr);
  CHECK(find_encoding("gbk big5") == nullptr);
  CHECK(find_encoding("klingon") == nullptr);
}

TEST_CASE("encoding: marks, zeros and valid UTF-8 are certain", "[text][encoding]") {
  const auto is = [](std::string_view bytes, std::string_view name, EncodingSign sign) {
    const EncodingGuess found = guess(bytes);
    return found.encoding->name == name && found.sign == sign;
  };
  CHECK(is("", "utf-8", EncodingSign::kValid));
  CHECK(is("caf\xC3\xA9", "utf-8", EncodingSign::kValid));
  CHECK(
      is("\xEF\xBB\xBF"
         "a",
         "utf-8", EncodingSign::kMark));
  CHECK(
      is("\xEF\xBB\xBF"
         "a \xFF b",
         "utf-8", EncodingSign::kDamaged));
  CHECK(
      is("\xFF\xFE"
         "a\0"s,
         "utf-16le", EncodingSign::kMark));
  CHECK(is("\xFF\xFE\0\0a\0\0\0"s, "utf-32le", EncodingSign::kMark));
  CHECK(is("\0a\0b\0c\0\n"s, "utf-16be", EncodingSign::kZeros));
  CHECK(is("a\0b\0c\0\n\0"s, "utf-16le", EncodingSign::kZeros));
  CHECK(is("\0\0\0a\0\0\0b"s, "utf-32be", EncodingSign::kZeros));
  CHECK(is("\x1B$B", "iso-2022-jp", EncodingSign::kValid));
}

TEST_CASE("encoding: a stray zero makes no UTF-16", "[text][encoding]") {
  CHECK(guess("the cat eats fish\0 and the dog eats bones\n"s).encoding->name == "utf-8");
}

TEST_CASE("encoding: other bytes are guessed from the letters", "[text][encoding]") {
  const EncodingGuess found = guess("Le caf\xE9 \xE9tait ferm\xE9");
  CHECK(found.encoding->name == "windows-1252");
  CHECK(found.sign == EncodingSign::kProbable);
  CHECK(found.others.empty());  // all others lose characters
  CHECK(guess("a \xFF b, 猫吃鱼 and 狗吃骨头").sign == EncodingSign::kDamaged);
}

TEST_CASE("encoding: UTF-16 and UTF-32 are decoded", "[text][encoding]") {
  const auto decoded = [](std::string_view name, std::string_view bytes) {
    std::string text;
    CHECK(decode_without_table(bytes, *find_encoding(name), text));
    return text;
  };
  CHECK(decoded("utf-16le",
                "\xFF\xFE"
                "a\0\x3D\xD8\x31\xDC"s) == "a\U0001F431");
  CHECK(decoded("utf-16be", "\0a\x73\x2B"s) == "a猫");
  CHECK(decoded("utf-16be", "\xD8\x3D\0a"s) ==
        "\xEF\xBF\xBD"
        "a");                                              // half a pair
  CHECK(decoded("utf-16le", "a\0b"s) == "a\xEF\xBF\xBD");  // cut off
  CHECK(decoded("utf-32le", "\x31\xF4\x01\0"s) == "\U0001F431");
  CHECK(decoded("utf-32be", "\0\x11\0\0"s) == "\xEF\xBF\xBD");  // behind the last code point
  CHECK(decoded("windows-1252",
                "\x93"
                "caf\xE9\x94 \x81") == "“café” \xEF\xBF\xBD");
  std::string text;
  CHECK_FALSE(decode_without_table("a", *find_encoding("gbk"), text));
}

TEST_CASE("encoding: what the tables of systems do differently", "[text][encoding]") {
  const auto settled = [](std::string text, std::string_view name) {
    settle(text, *find_encoding(name));
    return text;
  };
  const std::string lost = "\xEF\xBF\xBD";
  CHECK(settled("猫 \xEF\xA3\xB5 \xC2\x80 é", "euc-jp") == "猫 " + lost + " " + lost + " é");
  CHECK(settled("猫", "gbk") == "猫");
  CHECK(settled("a \uE76C \uE815 \uE864 \uE796 \uE7F3", "gbk") == "a € ⺁ \u9FBB \uFE19 ⿻");
  CHECK(settled("\uE000 貓 \uF266", "big5") == lost + " 貓 " + lost);
  CHECK(settled("ª ά", "windows-1253") == lost + " ά");
  CHECK(settled("\u0394\uE01E", "macintosh") == "∆\uF8FF");
  CHECK(settled("\u0085", "iso-8859-2") == "\u0085");
}

TEST_CASE("encoding: Korean has all syllables, whatever the table has", "[text][encoding]") {
  // The first two syllables of KS X 1001 and no others: the added ones begin with U+AC02.
  const Decoder table = [](std::string_view bytes, const Encoding&) -> std::string {
    return bytes == "\xB0\xA1" ? "가" : std::string(bytes.size() > 100 ? "가각" : bytes);
  };
  const auto decoded = [&](std::string_view bytes) {
    return decode_text(bytes, *find_encoding("euc-kr"), table);
  };
  const std::string lost = "\xEF\xBF\xBD";
  CHECK(decoded("a\x81\x41\xB0\xA1") == "a갂가");
  CHECK(decoded("\x81\x5A\x81\x61\x82\x41") == "\uAC1B\uAC1C\uACB4");
  CHECK(decoded("\xA1\x41") == "\uC242");  // 32 · 178 behind the first
  CHECK(decoded("\x81"
                "1\xFF \x81") == lost + "1" + lost + " " + lost);
}

TEST_CASE("encoding: Big5 has the characters of Hong Kong", "[text][encoding]") {
  const Decoder table = [](std::string_view bytes, const Encoding&) -> std::string {
    return bytes == "\xBF\xDF" ? "貓" : std::string(bytes);
  };
  const auto decoded = [&](std::string_view bytes) {
    return decode_text(bytes, *find_encoding("big5"), table);
  };
  CHECK(decoded("\x92\x5D\xBF\xDF\x9D\xEF") == "哋貓嘅");
  CHECK(decoded("a\xFE\x31") ==
        "a\xEF\xBF\xBD"
        "1");
}

TEST_CASE("document: files that are no text", "[text][encoding]") {
  const auto name = [](std::string_view bytes) { return notice_document(bytes).name; };
  CHECK(name("%PDF-1.7\n%\xE2\xE3") == "pdf");
  CHECK(name("PK\x03\x04\x14"s) == "zip");
  CHECK(name("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") == "office");
  CHECK(name("\x89PNG\r\n\x1A\n") == "picture");
  CHECK(name("RIFF1234WEBPVP8") == "picture");
  CHECK(name("\x89HDF\r\n\x1A\n") == "hdf5");
  CHECK(name("\xFD"
             "7zXZ\0"s) == "archive");
  for (const char* text : {"", "PK", "% PDF", "RIFF and WEBP", "II* is a mark", "Rar! he said"}) {
    CHECK(name(text).empty());
  }
}

TEST_CASE("encoding: line ends become one kind", "[text][encoding]") {
  for (const auto& [given, expected] : {std::pair{"a\r\nb\rc\n\r\n"s, "a\nb\nc\n\n"s},
                                        {"a\n"s, "a\n"s},
                                        {"\r"s, "\n"s},
                                        {""s, ""s}}) {
    std::string text = given;
    unify_line_ends(text);
    CHECK(text == expected);
  }
}
