#include "cli/text_files.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <utility>

#include "cli/decode.h"
#include "cli/files.h"
#include "preformer/base/error.h"
#include "preformer/io/vector_kind.h"
#include "preformer/io/vectors_encoding.h"
#include "preformer/text/carrier.h"
#include "preformer/text/decoding.h"
#include "preformer/text/document.h"
#include "preformer/text/encoding.h"
#include "preformer/text/utf8.h"

namespace preformer::cli {

namespace {

/// Characters that could not be decoded.
struct Lost {
  std::size_t count = 0;
  std::size_t line = 0;  // of the first
};

/// Of bytes that should be UTF-8.
Lost lost_of(std::string_view bytes) {
  Lost lost;
  std::size_t line = 1;
  for (std::size_t i = 0; i < bytes.size();) {
    const DecodedCodePoint one = decode_at(bytes, i);
    if (!one.valid && lost.count++ == 0) lost.line = line;
    line += bytes[i] == '\n';
    i += one.bytes;
  }
  return lost;
}

/// Of text that was decoded from another encoding, in which U+FFFD does not occur.
Lost replaced_in(std::string_view text) {
  constexpr std::string_view kReplaced = "\xEF\xBF\xBD";
  Lost lost;
  const std::size_t first = text.find(kReplaced);
  if (first == std::string_view::npos) return lost;
  lost.line = 1 + static_cast<std::size_t>(std::count(
                      text.begin(), text.begin() + static_cast<std::ptrdiff_t>(first), '\n'));
  for (std::size_t i = first; i != std::string_view::npos; i = text.find(kReplaced, i + 3)) {
    ++lost.count;
  }
  return lost;
}

/// Back to ill-formed UTF-8: whoever reads the text replaces and counts it, as in damaged UTF-8.
void unreplace(std::string& text) {
  constexpr std::string_view kReplaced = "\xEF\xBF\xBD";
  std::string marked;
  std::size_t from = 0;
  for (std::size_t i = text.find(kReplaced); i != std::string::npos;
       i = text.find(kReplaced, from)) {
    marked.append(text, from, i - from).push_back('\xFF');
    from = i + kReplaced.size();
  }
  text = marked.append(text, from);
}

std::string places(const Lost& lost) {
  const std::string count = std::to_string(lost.count) + (lost.count == 1 ? " place" : " places");
  return count + " (line " + std::to_string(lost.line) + (lost.count == 1 ? ")" : " is the first)");
}

void warn(const std::string& line) { std::fprintf(stderr, "preformer: %s\n", line.c_str()); }

std::string name_of(const std::string& path) { return path == "-" ? "standard input" : path; }

std::string permitted_names() {
  std::string all;
  for (const Encoding& one : encodings()) all += (all.empty() ? "" : ", ") + std::string(one.name);
  return all;
}

const Encoding& chosen(const std::string& label) {
  const Encoding* found = find_encoding(label);
  if (found) return *found;
  throw Error(ErrorCode::kBadParameter,
              "There is no encoding " + preformer::quoted(label) + ". Choose one of " +
                  permitted_names() + ".",
              {"encoding", label, permitted_names()});
}

[[noreturn]] void refuse(const std::string& path, const std::string& option,
                         const EncodingGuess& guess) {
  const std::string name(guess.encoding->name);
  std::string others;
  for (const Encoding* other : guess.others) {
    others += (others.empty() ? " (or " : ", ") + std::string(other->title);
  }
  if (!others.empty()) others += ")";
  throw Error(ErrorCode::kBadFormat,
              name_of(path) + " is no UTF-8; it looks like " + std::string(guess.encoding->title) +
                  others + ". Give --encoding " + name + ", or convert it: iconv -f " +
                  std::string(guess.encoding->system) + " -t UTF-8",
              {option, path, "--encoding " + name});
}

[[noreturn]] void refuse_damaged(const std::string& path, const std::string& option,
                                 const Lost& lost) {
  throw Error(ErrorCode::kBadFormat,
              name_of(path) + " is UTF-8, but damaged in " + places(lost) +
                  ". Repair it, or give --encoding utf-8 to have each replaced by U+FFFD.",
              {option, path, "--encoding utf-8"});
}

/// A document, a picture or binary vectors instead of a text.
void refuse_other_files(std::string_view bytes, const std::string& path,
                        const std::string& option) {
  std::string sentence(notice_document(bytes).sentence);
  const bool ended = bytes.size() <= kLook;
  if (notice_vectors(bytes.substr(0, kLook), ended) == VectorsInstead::kBinary) {
    sentence = "These are word vectors, not a text. Give them as --vectors or --start.";
  }
  if (sentence.empty()) return;
  throw Error(ErrorCode::kBadFormat, name_of(path) + ": " + sentence, {option, path, "a text"});
}

/// What the text of a corpus seems to be carried by: it is trained on as it is.
void note_carrier(std::string_view text, const std::string& path) {
  const auto what = [&]() -> std::string_view {
    switch (notice_carrier(text)) {
      case Carrier::kMarkup: return "HTML or XML: its tags and entities become words";
      case Carrier::kSubtitles: return "subtitles: their numbers and times become words";
      case Carrier::kTable: return "a table: all of its columns become words";
      case Carrier::kJson: return "JSON: the names of its fields become words";
      case Carrier::kTagged: return "words with tags or slashes (cat/NN, 我/爱): they become words";
      case Carrier::kMarkdown: return "Markdown: addresses and marks become words";
      case Carrier::kNone: break;
    }
    return "";
  }();
  if (!what.empty()) warn(name_of(path) + " looks like " + std::string(what) + ".");
}

}  // namespace

std::string as_text(std::string bytes, const std::string& path, const std::string& option,
                    const std::string& encoding) {
  refuse_other_files(bytes, path, option);
  const Encoding* in = encoding.empty() ? nullptr : &chosen(encoding);
  // A mark is certain, and as text of another encoding it would be part of the first word.
  const Encoding* const marked = in ? marked_encoding(bytes) : nullptr;
  if (marked && marked != in) {
    warn(name_of(path) + " is " + std::string(marked->title) + " by its byte-order mark: " +
         "--encoding " + std::string(in->name) + " is not applied to it.");
    in = marked;
  }
  if (!in) {
    const EncodingGuess guess = guess_encoding(bytes, decode_text);
    if (guess.sign == EncodingSign::kProbable) refuse(path, option, guess);
    if (guess.sign == EncodingSign::kDamaged) refuse_damaged(path, option, lost_of(bytes));
    in = guess.encoding;
    if (in->name != "utf-8") warn(name_of(path) + " is read as " + std::string(in->title) + ".");
  }
  std::string text = std::move(bytes);
  Lost lost;
  if (in->name == "utf-8") {
    if (!encoding.empty()) lost = lost_of(text);  // the tokenizer replaces and counts them
  } else {
    text = decode_text(text, *in);
    lost = replaced_in(text);
    if (lost.count > 0) unreplace(text);
  }
  if (lost.count > 0) {
    warn(name_of(path) + ": " + places(lost) + " could not be read as " + std::string(in->title) +
         " and became U+FFFD.");
  }
  unify_line_ends(text);
  const bool ended = text.size() <= kLook;
  if (option != "vectors" &&
      notice_vectors(std::string_view(text).substr(0, kLook), ended) != VectorsInstead::kNone) {
    warn(name_of(path) + " looks like word vectors: they are read by --vectors and --start.");
  } else if (option == "corpus" || option == "heldout") {
    note_carrier(text, path);
  }
  return text;
}

std::string encoding_of_vectors(std::string_view start, bool ended, const std::string& path,
                                const std::string& named) {
  const VectorsEncoding found = look_at_encoding(start, ended, decode_text);
  if (!named.empty()) {
    const std::string name(chosen(named).name);
    if (name == "utf-8" || found.binary) return "";
    if (found.takes_named()) return name;
    warn(name_of(path) + " is UTF-8: --encoding " + name + " is not applied to it.");
    return "";
  }
  if (!found.guess) return "";
  if (found.guess->sign == EncodingSign::kProbable) refuse(path, "vectors", *found.guess);
  warn(name_of(path) + " is read as " + std::string(found.guess->encoding->title) + ".");
  return std::string(found.guess->encoding->name);
}

std::string read_text(const std::string& path, const std::string& option,
                      const std::string& encoding) {
  return as_text(read_file(path, option), path, option, encoding);
}

void add_encoding_option(CLI::App& verb, std::string& encoding) {
  verb.add_option("--encoding", encoding,
                  "Encoding of the text files, such as gbk, big5, shift_jis or windows-1252; "
                  "without it: UTF-8, UTF-16 or UTF-32");
}

}  // namespace preformer::cli
