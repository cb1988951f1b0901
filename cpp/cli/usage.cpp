#include "cli/usage.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace preformer::cli {

namespace {

/// Edits from a to b (optimal string alignment).
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::vector<std::size_t>> edits(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) edits[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) edits[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      edits[i][j] = std::min(
          {edits[i - 1][j] + 1, edits[i][j - 1] + 1, edits[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      const bool exchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (exchanged) edits[i][j] = std::min(edits[i][j], edits[i - 2][j - 2] + 1);
    }
  }
  return edits[a.size()][b.size()];
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

/// The options of a verb, those of its groups included.
std::vector<std::string> options_of(const CLI::App& verb) {
  std::vector<std::string> names;
  for (const CLI::Option* option : verb.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const CLI::App* group : verb.get_subcommands([](const CLI::App*) { return true; })) {
    if (!group->get_name().empty()) continue;
    const std::vector<std::string> more = options_of(*group);
    names.insert(names.end(), more.begin(), more.end());
  }
  return names;
}

bool is_whole(const CLI::Option& option) {
  return option.get_type_name().find("INT") != std::string::npos;
}

/// Decimal digits without leading zeros, which CLI11 takes for octal.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789") == text.npos &&
         (text == "0" || text.front() != '0');
}

std::string not_whole(const std::string& name, const std::string& value) {
  const std::string most = is_plain_number(value) ? ", below 2147483648" : " in decimal digits";
  return name + " must be a whole number" + most + "; it is \"" + value + "\"";
}

}  // namespace

std::optional<std::string> nearest(const std::string& word, const std::vector<std::string>& known) {
  std::optional<std::string> best;
  std::size_t fewest = 0;
  for (const std::string& name : known) {
    const std::size_t edits = distance(word, name);
    if (3 * edits > std::max<std::size_t>(name.size(), 3) || (best && edits >= fewest)) continue;
    best = name;
    fewest = edits;
  }
  return best;
}

std::vector<std::string> verbs_of(const CLI::App& verb) {
  std::vector<std::string> names;
  for (const CLI::App* one : verb.get_subcommands([](const CLI::App*) { return true; })) {
    if (!one->get_name().empty()) names.push_back(one->get_name());
  }
  return names;
}

Way find_way(CLI::App& app, const std::vector<std::string>& words) {
  Way way{&app, app.get_name(), "", "", false};
  for (const std::string& word : words) {
    const std::vector<std::string> verbs = verbs_of(*way.verb);
    if (verbs.empty()) break;
    if (word.starts_with('-')) {
      way.before = word.substr(0, word.find('='));
      continue;
    }
    if (word == "help") {
      way.help = true;
      continue;
    }
    if (std::find(verbs.begin(), verbs.end(), word) == verbs.end()) {
      way.unknown = word;
      break;
    }
    way.verb = way.verb->get_subcommand(word);
    way.before.clear();
    way.name += " " + word;
  }
  return way;
}

std::string unknown_verb(const Way& way) {
  std::vector<std::string> verbs = verbs_of(*way.verb);
  const auto near = nearest(way.unknown, verbs);
  if (near) return "There is no \"" + way.unknown + "\"; did you mean " + *near + "?";
  if (!way.before.empty()) {
    return "After " + way.name + ", before " + way.before +
           ", one of these must follow: " + listed(verbs) + ".";
  }
  return "There is no \"" + way.unknown + "\". There are: " + listed(verbs) + ".";
}

std::string missing_verb(const Way& way) {
  const auto near = nearest(way.before, options_of(*way.verb));
  if (near && *near != way.before) return unknown_option(way, way.before);
  return "After " + way.name + " one of these must follow: " + listed(verbs_of(*way.verb)) + ".";
}

std::optional<std::string> odd_value(const CLI::App& verb) {
  for (const CLI::Option* option : verb.get_options()) {
    if (option->get_lnames().empty()) continue;
    const std::string name = "--" + option->get_lnames().front();
    for (const std::string& value : option->results()) {
      if (value.empty()) {
        return name + " has an empty value. Give one, or leave the option out.";
      }
      if (is_whole(*option) && !is_plain_number(value)) return not_whole(name, value) + ".";
    }
  }
  for (const CLI::App* one : verb.get_subcommands([](const CLI::App*) { return true; })) {
    if (auto found = odd_value(*one)) return found;
  }
  return std::nullopt;
}

std::optional<std::string> unconverted(const CLI::App& verb, const std::string& message) {
  constexpr std::string_view kStart = "Could not convert: ", kBetween = " = ";
  const std::size_t between = message.find(kBetween);
  if (!message.starts_with(kStart) || between == std::string::npos) return std::nullopt;
  const std::string name = message.substr(kStart.size(), between - kStart.size());
  const std::string value = message.substr(between + kBetween.size());
  const CLI::Option* option = verb.get_option_no_throw(name);
  if (option && is_whole(*option)) return not_whole(name, value);
  return name + " must be a number; it is \"" + value + "\"";
}

std::string unknown_option(const Way& way, const std::string& option) {
  const std::string name = option.substr(0, option.find('='));
  if (const auto near = nearest(name, options_of(*way.verb))) {
    return "There is no option " + name + "; did you mean " + *near + "?";
  }
  const std::string page = way.name.substr(std::min(way.name.size(), way.name.find(' ') + 1));
  return "There is no option " + name + ". See preformer help " + page + ".";
}

}  // namespace preformer::cli
