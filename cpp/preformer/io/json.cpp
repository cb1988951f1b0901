#include "preformer/io/json.h"

#include <algorithm>
#include <cstdint>

#include "preformer/io/words.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

constexpr int kMaxDepth = 16;
constexpr std::size_t kMaxMembers = 10'000;  // names are compared one by one

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A cursor over the text; each read_… leaves it behind what was read.
class JsonReader {
 public:
  explicit JsonReader(std::string_view text) : text_(text) {}

  JsonValue whole() {
    JsonValue value = read_value(0);
    skip_space();
    if (at_ < text_.size()) fail("something follows the end");
    return value;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw bad_format("", "The file's header is no valid JSON at byte " + std::to_string(at_) +
                             " (" + what + "). The file is damaged: fetch it again.");
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space() {
    while (at_ < text_.size() && std::string_view(" \t\n\r").find(text_[at_]) < 4) ++at_;
  }
  bool accept(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) fail(std::string(1, c) + " is missing");
  }

  JsonValue read_value(int depth) {
    if (depth > kMaxDepth) fail("too many levels");
    skip_space();
    using Kind = JsonValue::Kind;
    switch (peek()) {
      case '{': return read_object(depth);
      case '[': return read_array(depth);
      case '"': return {Kind::kString, read_string()};
      case 't': return read_word(Kind::kBool, "true");
      case 'f': return read_word(Kind::kBool, "false");
      case 'n': return read_word(Kind::kNull, "null");
      default: return {Kind::kNumber, read_number()};
    }
  }

  JsonValue read_word(JsonValue::Kind kind, std::string_view word) {
    if (text_.substr(at_, word.size()) != word) fail("a value is missing");
    at_ += word.size();
    return {kind, std::string(word)};
  }

  JsonValue read_object(int depth) {
    JsonValue object{JsonValue::Kind::kObject};
    expect('{');
    skip_space();
    if (accept('}')) return object;
    do {
      skip_space();
      std::string name = read_string();
      if (object.members.size() >= kMaxMembers) fail("too many names");
      if (object.find(name)) fail("a name comes twice");
      skip_space();
      expect(':');
      object.members.emplace_back(std::move(name), read_value(depth + 1));
      skip_space();
    } while (accept(','));
    expect('}');
    return object;
  }

  JsonValue read_array(int depth) {
    JsonValue array{JsonValue::Kind::kArray};
    expect('[');
    skip_space();
    if (accept(']')) return array;
    do {
      array.items.push_back(read_value(depth + 1));
      skip_space();
    } while (accept(','));
    expect(']');
    return array;
  }

  void skip_digits() {
    if (!is_digit(peek())) fail("a value is missing");
    while (is_digit(peek())) ++at_;
  }

  std::string read_number() {
    const std::size_t begin = at_;
    accept('-');
    if (!accept('0')) skip_digits();
    if (accept('.')) skip_digits();
    if (accept('e') || accept('E')) {
      if (!accept('-')) accept('+');
      skip_digits();
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string read_string() {
    expect('"');
    std::string text;
    while (!accept('"')) {
      if (at_ >= text_.size()) fail("a text does not end");
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte < 0x20) fail("a control character");
      if (byte == '\\') {
        read_escape(text);
        continue;
      }
      const DecodedCodePoint c = decode_at(text_, at_);
      if (!c.valid) fail("ill-formed UTF-8");
      text += text_.substr(at_, c.bytes);
      at_ += c.bytes;
    }
    return text;
  }

  void read_escape(std::string& text) {
    ++at_;
    const char c = peek();
    ++at_;
    constexpr std::string_view kNames = "\"\\/bfnrt", kValues = "\"\\/\b\f\n\r\t";
    if (const std::size_t i = kNames.find(c); i != std::string_view::npos && c != '\0') {
      text += kValues[i];
    } else if (c == 'u') {
      std::uint32_t code = read_hex4();
      if (code >= 0xD800 && code < 0xDC00) {  // the first half of a surrogate pair
        expect('\\');
        expect('u');
        const std::uint32_t low = read_hex4();
        if (low < 0xDC00 || low > 0xDFFF) fail("half a surrogate pair");
        code = 0x10000 + ((code - 0xD800) << 10u) + (low - 0xDC00);
      } else if (code >= 0xDC00 && code <= 0xDFFF) {
        fail("half a surrogate pair");
      }
      append_utf8(text, static_cast<char32_t>(code));
    } else {
      fail("an unknown escape");
    }
  }

  std::uint32_t read_hex4() {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = peek();
      const char lower = static_cast<char>(c | 0x20);
      if (is_digit(c)) {
        value = 16 * value + static_cast<std::uint32_t>(c - '0');
      } else if (lower >= 'a' && lower <= 'f') {
        value = 16 * value + static_cast<std::uint32_t>(lower - 'a' + 10);
      } else {
        fail("four hexadecimal digits are missing");
      }
    }
    return value;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const JsonValue* JsonValue::find(std::string_view name) const {
  for (const auto& [key, value] : members) {
    if (key == name) return &value;
  }
  return nullptr;
}

JsonValue read_json(std::string_view utf8) { return JsonReader(utf8).whole(); }

void append_json_string(std::string& json, std::string_view text) {
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      const auto digit = [](int value) { return "0123456789abcdef"[value]; };
      json += "\\u00";
      json += digit(c >> 4);
      json += digit(c & 15);
    } else {
      json += c;
    }
  }
  json += '"';
}

}  // namespace preformer
