// Where sentences and inner marks of words end. web/src/text/stops.js repeats the rules on
// sentences for words that the browser cuts; tests/wasm/stops.test.js compares the two.
#pragma once

#include <string_view>

namespace preformer {

/// . ! ? … and the stops of other scripts.
bool is_stop(char32_t c);

/// A stop that does not occur inside words, as 。！？ and the Arabic and Indic ones. It always ends
/// a sentence. The others end one before white space, a closing quote or bracket, an emoji or the
/// end of the text, and between two Chinese, Japanese or Korean letters.
bool always_ends(char32_t c);

/// A quote or bracket that may follow the last stop of a sentence.
bool is_closer(char32_t c);

bool is_apostrophe(char32_t c);

/// Whether a token without white space is the last of its sentence: it ends with a stop, before
/// which and after which quotes and brackets may close.
bool ends_with_stop(std::string_view token);
/// Whether it is such an end and nothing else.
bool only_stops(std::string_view token);

/// How `c` joins the word before it to the word behind it (UAX 29, WB6 to WB12).
struct InnerMark {
  bool letters;  // between two letters
  bool numbers;  // between two numbers
};
/// As Unicode has it, with these exceptions. A colon does not join (as in CLDR: key:value), nor
/// does a semicolon, nor a full-width comma. Marks that are typed for an apostrophe are one: ´ ` ′.
InnerMark inner_mark(char32_t c);

constexpr bool is_hebrew_letter(char32_t c) {
  return (c >= 0x5D0 && c <= 0x5EA) || (c >= 0x5EF && c <= 0x5F2) || (c >= 0xFB1D && c <= 0xFB4F);
}

}  // namespace preformer
