// Files that are no text at all: documents, archives, pictures.
#pragma once

#include <string_view>

namespace preformer {

struct Document {
  std::string_view name;      // for programs; empty: it may be text
  std::string_view sentence;  // what it is, and the way out
};

/// By the first bytes.
Document notice_document(std::string_view bytes);

}  // namespace preformer
