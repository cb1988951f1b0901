#include "preformer/text/token_writer.h"

#include <algorithm>

#include "preformer/text/utf8.h"

namespace preformer {

void TokenWriter::append_any(char32_t c) {
  if (overlong_) {
    counts_.overlong_bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    return;
  }
  append_utf8(token_, c);
  overlong_ = token_.size() > kMaxTokenBytes;
}

void TokenWriter::append_ascii(std::string_view run) {
  if (overlong_ || token_.size() + run.size() > kMaxTokenBytes) {
    counts_.overlong_bytes += run.size();
    overlong_ = true;
    return;
  }
  token_.append(run);
}

void TokenWriter::append_lower(std::string_view letters) {
  const std::size_t begin = token_.size();
  append_ascii(letters);
  for (std::size_t i = begin; i < token_.size(); ++i) {
    token_[i] = static_cast<char>(token_[i] | 0x20);
  }
  sigma_ = std::string::npos;
}

void TokenWriter::end_token() {
  if (!in_token()) return;
  if (overlong_) {
    ++counts_.overlong;
    counts_.overlong_bytes += token_.size();
  } else {
    if (sigma_ != std::string::npos) token_.replace(sigma_, 2, "ς");
    visitor_.token(token_);
    ++sentence_tokens_;
  }
  overlong_ = false;
  token_.clear();
  sigma_ = std::string::npos;
  if (sentence_tokens_ == kMaxSentenceTokens) end_sentence();
}

void TokenWriter::end_sentence() {
  if (sentence_tokens_ > 0) {
    visitor_.end_sentence();
    line_is_empty_ = false;
  }
  sentence_tokens_ = 0;
}

void TokenWriter::end_line(bool second_half) {
  end_sentence();
  if (line_is_empty_ && !second_half) visitor_.empty_line();
  line_is_empty_ = true;
}

void TokenWriter::drop(char32_t c) {
  std::string sign;
  append_utf8(sign, c);
  ++counts_.dropped;
  auto& signs = counts_.dropped_signs;
  if (signs.size() == kMaxDroppedSigns) return;
  if (std::find(signs.begin(), signs.end(), sign) == signs.end()) signs.push_back(sign);
}

std::string dropped_note(std::size_t dropped, const std::vector<std::string>& signs) {
  if (dropped == 0) return "";
  std::string note = std::to_string(dropped) + (dropped == 1 ? " sign" : " signs") + " left out:";
  for (const std::string& sign : signs) note += " " + sign;
  return note;
}

}  // namespace preformer
