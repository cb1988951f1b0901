// What is wrong with a command's words: an unknown verb or option, and the nearest that there is.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

namespace preformer::cli {

/// The nearest of `known`, at most a third of its letters away: a letter left out, added, replaced,
/// or two exchanged count as one. Nothing if none is that near.
std::optional<std::string> nearest(const std::string& word, const std::vector<std::string>& known);

/// Where a command's words lead: the verb, and whether its help is asked for.
struct Way {
  CLI::App* verb;
  std::string name;     // "preformer query predict"
  std::string unknown;  // the first word that is no verb there; may be empty
  std::string before;   // an option that stands before it, where a verb should be
  bool help = false;
};
Way find_way(CLI::App& app, const std::vector<std::string>& words);

/// The names of a verb's own verbs.
std::vector<std::string> verbs_of(const CLI::App& verb);

/// "There is no verb "trian"; did you mean train?", or which verbs must precede an option.
std::string unknown_verb(const Way& way);

/// Which verbs must follow where there is none, or the option that is meant: "--vers".
std::string missing_verb(const Way& way);

/// What is wrong with the value of an option, if anything is: it is empty, as by a variable of the
/// shell that is not set, or a whole number in another way of writing (0x10, 010). Words may be
/// anything.
std::optional<std::string> odd_value(const CLI::App& verb);

/// "--size must be a whole number; it is "1e3"" for what CLI11 cannot convert; else nothing.
std::optional<std::string> unconverted(const CLI::App& verb, const std::string& message);

/// Says which option there is not, with the nearest that there is.
std::string unknown_option(const Way& way, const std::string& option);

}  // namespace preformer::cli
