// Attributes are keyed by their numbers in current packages and by their names in older ones; only ORTH and NORM occur.
#include "language/special_cases.h"

#include <simdjson.h>

#include <algorithm>

namespace verbale {
namespace {

constexpr uint64_t kOrth = 65;
constexpr uint64_t kNorm = 67;

std::optional<std::string_view> attribute(MsgpackValue token, uint64_t number, std::string_view name) {
  const auto text = token[number].text();
  return text ? text : token[name].text();
}

// Nothing when the pieces do not spell the text, or are no UTF-8.
std::optional<SpecialCase> read_case(std::string_view text, MsgpackValue tokens) {
  SpecialCase special{text, {}};
  std::string spelled;
  for (const MsgpackValue token : tokens) {
    const auto orth = attribute(token, kOrth, "ORTH");
    if (!orth || orth->empty() || !simdjson::validate_utf8(*orth)) return std::nullopt;
    const auto norm = attribute(token, kNorm, "NORM");
    special.pieces.push_back({*orth, norm ? string_id(*norm) : 0});
    spelled += *orth;
  }
  if (spelled != text || text.empty()) return std::nullopt;
  return special;
}

}  // namespace

Result<SpecialCases> SpecialCases::read(MsgpackValue exceptions, const Package& package) {
  SpecialCases cases;
  for (const auto [key, value] : exceptions.entries()) {
    const std::string_view text = key.text().value_or("");
    std::optional<SpecialCase> special = read_case(text, value);
    if (!special)
      return package.error("tokenizer", "exceptions",
                           "\"" + std::string(text) + "\": expected tokens whose ORTH spell the text in UTF-8");
    cases.cases_.push_back(*std::move(special));
  }
  std::sort(cases.cases_.begin(), cases.cases_.end(),
            [](const SpecialCase& a, const SpecialCase& b) { return a.text < b.text; });
  for (uint32_t at = 0; at < cases.cases_.size(); ++at) cases.by_text_.emplace(cases.cases_[at].text, at);
  return cases;
}

}  // namespace verbale
