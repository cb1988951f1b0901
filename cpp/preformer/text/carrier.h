// Files that carry a text among other things, whose tags, times or headings would become words.
#pragma once

#include <string_view>

namespace preformer {

enum class Carrier { kNone, kMarkup, kSubtitles, kTable, kJson, kTagged, kMarkdown };

/// Judged by the beginning of the text. The rules are those of web/src/text/carrier.js, which can
/// also take the text alone; tests/cli/carriers.test.js compares the two.
Carrier notice_carrier(std::string_view text);

}  // namespace preformer
