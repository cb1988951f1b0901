#include "preformer/text/encoding.h"
#include "preformer/text/decoding.h"

#include "catch.h"

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
  CHECK(found.others.size() == 3);
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

TEST_CASE("encoding: what a decoder passed on undecoded", "[text][encoding]") {
  std::string text = "猫 \xEF\xA3\xB5 \xC2\x80 é";
  mark_undecoded(text);
  CHECK(text == "猫 \xEF\xBF\xBD \xEF\xBF\xBD é");
  text = "猫";
  mark_undecoded(text);
  CHECK(text == "猫");
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
