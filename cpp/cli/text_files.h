// Text files of any encoding. Everything that the command line reads as text comes through here.
#pragma once

#include <string>

#include "cli/verbs.h"

namespace preformer::cli {

/// A text file as UTF-8, with line ends of one kind. `encoding` is what --encoding gives.
///
/// Without it, UTF-8 is read as it is, and UTF-16 and UTF-32 if a byte-order mark or their zero
/// bytes show them. Any other file is refused with the encoding it seems to be in: replaced
/// characters would be trained on. With it, what cannot be decoded becomes U+FFFD; standard error
/// reports how often and where.
std::string read_text(const std::string& path, const std::string& option,
                      const std::string& encoding);

/// The same for bytes that were read before.
std::string as_text(std::string bytes, const std::string& path, const std::string& option,
                    const std::string& encoding);

/// `--encoding` of a verb.
void add_encoding_option(CLI::App& verb, std::string& encoding);

}  // namespace preformer::cli
