// Encodings of text files, for JavaScript: the tables are those of its TextDecoder.
#include "preformer/text/encoding.h"

#include <emscripten/bind.h>

#include "preformer/io/vectors_encoding.h"
#include "preformer/text/decoding.h"
#include "wasm/values.h"

namespace preformer::wasm {

namespace {

std::string decode_by_table(std::string_view bytes, const Encoding& encoding) {
  std::string text;
  if (decode_without_table(bytes, encoding, text)) return text;
  const val decoder = val::global("TextDecoder").new_(to_js(encoding.name));
  text = decoder.call<std::string>("decode", to_uint8_array(bytes));
  mark_undecoded(text);
  return text;
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
  return guarded([&] { return describe_guess(guess_encoding(to_bytes(bytes), decode_by_table)); });
}

/// Of the start of a file of vectors: {takesNamed, guess}; guess is undefined if there is none.
val look_at_vectors(val start, bool ended) {
  return guarded([&] {
    const VectorsEncoding found = look_at_encoding(to_bytes(start), ended, decode_by_table);
    return Object()
        .set("takesNamed", found.takes_named())
        .set("guess", found.guess ? describe_guess(*found.guess) : val::undefined())
        .value();
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
  return guarded(
      [&] { return to_uint8_array(decode_by_table(to_bytes(bytes), *find_encoding(name))); });
}

}  // namespace

EMSCRIPTEN_BINDINGS(preformer_encoding) {
  emscripten::function("guessEncoding", &guess);
  emscripten::function("lookAtVectors", &look_at_vectors);
  emscripten::function("encodings", &all);
  emscripten::function("findEncoding", &find);
  emscripten::function("decode", &decode);
}

}  // namespace preformer::wasm
