// Encodings of text files, for JavaScript: the tables are those of its TextDecoder.
#include "preformer/text/encoding.h"

#include <emscripten/bind.h>

#include "preformer/base/error.h"
#include "preformer/io/vector_kind.h"
#include "preformer/io/vectors_encoding.h"
#include "preformer/text/decoding.h"
#include "preformer/text/document.h"
#include "wasm/values.h"

namespace preformer::wasm {

namespace {

std::string by_table(std::string_view bytes, const Encoding& encoding) {
  // Node's "gbk" has no characters of four bytes.
  const std::string_view label = encoding.name == "gbk" ? "gb18030" : encoding.name;
  const val decoder = val::global("TextDecoder").new_(to_js(label));
  return decoder.call<std::string>("decode", to_uint8_array(bytes));
}

std::string decoded(std::string_view bytes, const Encoding& encoding) {
  return decode_text(bytes, encoding, by_table);
}

std::string_view name_of(EncodingSign sign) {
  switch (sign) {
    case EncodingSign::kMark: return "mark";
    case EncodingSign::kValid: return "valid";
    case EncodingSign::kZeros: return "zeros";
    case EncodingSign::kDamaged: return "damaged";
    case EncodingSign::kProbable: return "probable";
  }
  return "";
}

val describe(const Encoding& encoding) {
  return Object().set("name", encoding.name).set("title", encoding.title).value();
}

/// {name, title, sign, others: [{name, title}]}
val describe_guess(const EncodingGuess& found) {
  const val others = val::array();
  for (const Encoding* other : found.others) push(others, describe(*other));
  return Object()
      .set("name", found.encoding->name)
      .set("title", found.encoding->title)
      .set("sign", name_of(found.sign))
      .set("others", others)
      .value();
}

val guess(val bytes) {
  return guarded([&] { return describe_guess(guess_encoding(to_bytes(bytes), decoded)); });
}

/// Of the start of a file of vectors: {takesNamed, guess}; guess is undefined if there is none.
val look_at_vectors(val start, bool ended) {
  return guarded([&] {
    const VectorsEncoding found = look_at_encoding(to_bytes(start), ended, decoded);
    return Object()
        .set("takesNamed", found.takes_named())
        .set("guess", found.guess ? describe_guess(*found.guess) : val::undefined())
        .value();
  });
}

/// Throws BadFormat if the file is a document, a picture or binary vectors; the parameter is the
/// name of the problem.
void refuse_other_files(val bytes) {
  guarded([&] {
    const std::string file = to_bytes(bytes);
    const Document document = notice_document(file);
    if (!document.name.empty()) {
      throw Error(ErrorCode::kBadFormat, std::string(document.sentence),
                  {"import.document." + std::string(document.name), "", "a text"});
    }
    const std::string_view start = std::string_view(file).substr(0, kLook);
    if (notice_vectors(start, file.size() <= kLook) != VectorsInstead::kBinary) return;
    throw Error(ErrorCode::kBadFormat, "These are word vectors, not a text. Load them as vectors.",
                {"import.document.vectors", "", "a text"});
  });
}

/// All of them, as {name, title}.
val all() {
  const val list = val::array();
  for (const Encoding& one : encodings()) push(list, describe(one));
  return list;
}

/// {name, title} of a label; undefined if there is no such encoding.
val find(std::string label) {
  const Encoding* found = find_encoding(label);
  return found ? describe(*found) : val::undefined();
}

/// As UTF-8. What cannot be decoded becomes U+FFFD.
val decode(val bytes, std::string name) {
  return guarded([&] { return to_uint8_array(decoded(to_bytes(bytes), *find_encoding(name))); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_encoding) {
  emscripten::function("guessEncoding", &guess);
  emscripten::function("lookAtVectors", &look_at_vectors);
  emscripten::function("refuseOtherFiles", &refuse_other_files);
  emscripten::function("encodings", &all);
  emscripten::function("findEncoding", &find);
  emscripten::function("decode", &decode);
}

}  // namespace preformer::wasm
