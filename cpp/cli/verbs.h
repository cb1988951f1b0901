// The verbs of the command line, one file each. Each adds its options and returns an answer.
#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>

namespace preformer::cli {

using Json = nlohmann::ordered_json;

/// The result of a verb: `json` for programs, `text` for people.
struct Answer {
  Json json;
  std::string text;
};

/// The options that all verbs have, and the verb that was chosen.
struct Command {
  bool json = false;
  std::string program_folder;  // may contain prepared data
  std::function<Answer()> run;
};

void add_train(CLI::App& app, Command& command);
void add_query(CLI::App& app, Command& command);
void add_predict(CLI::App& query, Command& command);  // a question with its own options
void add_embed(CLI::App& app, Command& command);
void add_inside(CLI::App& app, Command& command);
void add_parameters(CLI::App& app, Command& command);
void add_eval(CLI::App& app, Command& command);
void add_transfer(CLI::App& app, Command& command);

/// `value` with this number of digits after the point, for people.
inline std::string fixed(double value, int digits) {
  char text[400];  // the largest double has 309 digits before its point
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

/// The largest whole number that JavaScript holds exactly, and so the largest seed.
inline constexpr std::uint64_t kMostCount = (std::uint64_t{1} << 53u) - 1;

/// An option that takes whole numbers from 0 to kMostCount: anything else is refused instead of
/// wrapped or rounded.
inline CLI::Option* add_count(CLI::App& verb, const std::string& name, std::uint64_t& value,
                              const std::string& help) {
  const auto check = [](const std::string& text) -> std::string {
    const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
    const bool small = text.size() < 17 && digits && std::stoull(text) <= kMostCount;
    if (small) return "";
    return "must be a whole number from 0 to " + std::to_string(kMostCount) + "; it is \"" + text +
           "\"";
  };
  return verb.add_option(name, value, help)->check(check)->capture_default_str();
}

/// `--json` of a verb.
inline void add_json_flag(CLI::App& verb, Command& command) {
  verb.add_flag("--json", command.json, "Print one JSON object on the last line");
}

}  // namespace preformer::cli
