#include "preformer/io/words.h"

#include <cmath>
#include <set>
#include <utility>

#include "preformer/text/unicode.h"
#include "preformer/text/utf8.h"

namespace preformer {
namespace {

bool is_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    const DecodedCodePoint c = decode_at(bytes, i);
    if (!c.valid) return false;
    i += c.bytes;
  }
  return true;
}

/// The word with _ for every character that a file of words cannot hold.
std::string written(std::string_view word) {
  std::string name;
  for (std::size_t i = 0; i < word.size();) {
    const DecodedCodePoint c = decode_at(word, i);
    if (!c.valid || is_space(c.code_point) || is_control(c.code_point)) {
      name += '_';
    } else {
      name.append(word, i, c.bytes);
    }
    i += c.bytes;
  }
  return name.empty() ? "_" : name;
}

}  // namespace

WrittenWords::WrittenWords(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  std::set<std::string> taken;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    std::string name = written(vocabulary.word(id));
    if (name == vocabulary.word(id)) continue;
    while (vocabulary.find(name) || taken.contains(name)) name += '_';
    taken.insert(name);
    changed_.emplace(id, std::move(name));
  }
}

std::string_view WrittenWords::operator[](std::int32_t id) const {
  const auto changed = changed_.find(id);
  return changed == changed_.end() ? vocabulary_.word(id) : std::string_view(changed->second);
}

Error bad_format(const std::string& place, const std::string& message) {
  std::string sentence = place.empty() ? message : place + ": " + message;
  if (place.starts_with("line ")) sentence[0] = 'L';
  if (place.starts_with("byte ")) sentence[0] = 'B';
  return Error(ErrorCode::kBadFormat, sentence, {"file", place, ""});
}

std::string line_place(std::size_t number) { return "line " + std::to_string(number); }
std::string byte_place(std::size_t offset) { return "byte " + std::to_string(offset); }

void check_writable(const Vocabulary& vocabulary, const MatrixRef& vectors) {
  if (vocabulary.size() != vectors.rows() || vectors.rows() == 0 || vectors.cols() == 0) {
    throw Error(ErrorCode::kBadFormat,
                "There must be one vector for each word, and one word at least.",
                {"vectors", std::to_string(vectors.rows()), std::to_string(vocabulary.size())});
  }
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    for (Index d = 0; d < vectors.cols(); ++d) {
      if (std::isfinite(vectors(id, d))) continue;
      throw Error(
          ErrorCode::kBadFormat,
          "The vector of " + quoted(vocabulary.word(id)) +
              " holds a number that is not finite. Train again with a smaller learning rate.",
          {"word", std::string(vocabulary.word(id)), "finite numbers"});
    }
  }
}

void add_word(Vocabulary& vocabulary, std::string_view word, std::uint64_t count,
              const std::string& place) {
  if (word.empty()) throw bad_format(place, "the word is missing. Every vector needs a word.");
  if (!is_utf8(word)) {
    throw bad_format(
        place, "the word " + quoted(word) + " is not valid UTF-8. Convert the file to UTF-8.");
  }
  if (vocabulary.find(word)) {
    throw bad_format(place,
                     "the word " + quoted(word) + " comes a second time. Keep one of the two.");
  }
  vocabulary.add(word, count);
}

std::optional<std::uint64_t> parse_count(std::string_view text) {
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return value;
}

}  // namespace preformer
