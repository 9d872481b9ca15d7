// Values are compared as string ids, as spaCy does; only REGEX looks at the text.
#include "language/token_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "language/unicode.h"

namespace verbale {
namespace {

struct AttributeName {
  std::string_view name;
  Attribute attribute;
};

constexpr std::array<AttributeName, 13> kAttributeNames = {{{"ORTH", Attribute::orth},
                                                            {"TEXT", Attribute::orth},
                                                            {"LOWER", Attribute::lower},
                                                            {"NORM", Attribute::norm},
                                                            {"SHAPE", Attribute::shape},
                                                            {"PREFIX", Attribute::prefix},
                                                            {"SUFFIX", Attribute::suffix},
                                                            {"IS_SPACE", Attribute::is_space},
                                                            {"TAG", Attribute::tag},
                                                            {"POS", Attribute::pos},
                                                            {"MORPH", Attribute::morph},
                                                            {"DEP", Attribute::dep},
                                                            {"LEMMA", Attribute::lemma}}};

std::string to_upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& letter : upper)
    if (letter >= 'a' && letter <= 'z') letter = char(letter - 'a' + 'A');
  return upper;
}

Error pattern_error(std::string_view what, std::string_view name) {
  return {Error::Kind::input, std::string(what) + " \"" + std::string(name) + "\""};
}

// ---- values ----------------------------------------------------------------------------------------------------

StringId lexical_id(const Lexeme& lexeme, Attribute attribute) {
  switch (attribute) {
    case Attribute::lower:
      return lexeme.ids.lower;
    case Attribute::norm:
      return lexeme.ids.norm;
    case Attribute::shape:
      return lexeme.ids.shape;
    case Attribute::prefix:
      return lexeme.ids.prefix;
    case Attribute::suffix:
      return lexeme.ids.suffix;
    case Attribute::is_space:
      return lexeme.ids.is_space;
    default:
      return lexeme.ids.orth;
  }
}

std::string lexical_text(const Lexeme& lexeme, Attribute attribute) {
  switch (attribute) {
    case Attribute::lower:
      return std::string(lexeme.lower);
    case Attribute::shape:
      return word_shape(lexeme.text);
    case Attribute::prefix:
      return std::string(first_code_points(lexeme.text, 1));
    case Attribute::suffix:
      return std::string(last_code_points(lexeme.text, 3));
    default:
      return std::string(lexeme.text);
  }
}

std::string_view analytic_text(const Analysis& analysis, Attribute attribute) {
  switch (attribute) {
    case Attribute::tag:
      return analysis.tag ? std::string_view(analysis.tag->text) : std::string_view();
    case Attribute::pos:
      return to_label(analysis.pos);
    case Attribute::morph:
      return analysis.morphology ? std::string_view(analysis.morphology->feats) : std::string_view();
    case Attribute::dep:
      return analysis.dep ? std::string_view(analysis.dep->text) : std::string_view();
    default:
      return analysis.lemma;
  }
}

StringId analytic_id(const Analysis& analysis, Attribute attribute) {
  switch (attribute) {
    case Attribute::tag:
      return analysis.tag ? analysis.tag->id : 0;
    case Attribute::morph:
      return analysis.morphology ? analysis.morphology->id : 0;
    case Attribute::dep:
      return analysis.dep ? analysis.dep->id : 0;
    default:
      return string_id(analytic_text(analysis, attribute));
  }
}

bool test_id(const TokenCondition& condition, StringId id) {
  const bool found = std::binary_search(condition.values.begin(), condition.values.end(), id);
  return found == (condition.test == TokenCondition::Test::is_in);
}

// ---- reading ---------------------------------------------------------------------------------------------------

StringId value_id(Attribute attribute, MsgpackValue value) {
  if (const auto flag = value.boolean()) return *flag;
  if (const auto number = value.unsigned_integer()) return *number;
  const std::string_view text = value.text().value_or("");
  return attribute == Attribute::morph ? Interner().morphology(text)->id : string_id(text);
}

Result<TokenCondition> read_test(Attribute attribute, std::string_view test, MsgpackValue operand) {
  TokenCondition condition{attribute, TokenCondition::Test::is_in, {}, nullptr};
  if (test == "REGEX") {
    Result<Regex> regex = Regex::compile(operand.text().value_or(""));
    if (!regex) return std::move(regex).error();
    condition.test = TokenCondition::Test::regex;
    condition.regex = std::make_shared<const Regex>(*std::move(regex));
    return condition;
  }
  if (test != "IN" && test != "NOT_IN") return pattern_error("unknown test", test);
  if (test == "NOT_IN") condition.test = TokenCondition::Test::is_not_in;
  for (const MsgpackValue value : operand) condition.values.push_back(value_id(attribute, value));
  std::sort(condition.values.begin(), condition.values.end());
  return condition;
}

Status add_condition(PatternStep& step, Result<TokenCondition> condition) {
  if (!condition) return std::move(condition).error();
  auto& conditions = is_lexical(condition->attribute) ? step.lexical : step.analytic;
  conditions.push_back(*std::move(condition));
  return {};
}

Status add_conditions(PatternStep& step, std::string_view name, MsgpackValue value) {
  const auto* known = std::find_if(kAttributeNames.begin(), kAttributeNames.end(),
                                   [&](const AttributeName& entry) { return entry.name == name; });
  if (known == kAttributeNames.end()) return pattern_error("unknown attribute", name);
  if (!value.is_map())
    return add_condition(
        step,
        TokenCondition{known->attribute, TokenCondition::Test::is_in, {value_id(known->attribute, value)}, nullptr});
  for (const auto [test, operand] : value.entries())
    if (Status added = add_condition(step, read_test(known->attribute, test.text().value_or(""), operand)); !added)
      return added;
  return {};
}

struct Repetition {
  int min = 1;
  std::optional<int> max = 1;
  bool negated = false;
};

constexpr int kRepetitionMax = 32;

std::optional<int> read_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 && number <= kRepetitionMax ? std::optional(number) : std::nullopt;
}

std::optional<Repetition> read_braces(std::string_view inside) {
  const size_t comma = inside.find(',');
  const auto min = read_number(inside.substr(0, comma));
  if (comma == std::string_view::npos) return min ? std::optional(Repetition{*min, *min}) : std::nullopt;
  const auto max = read_number(inside.substr(comma + 1));
  if ((!min && !max) || (min && max && *min > *max)) return std::nullopt;
  return Repetition{min.value_or(0), max};
}

std::optional<Repetition> read_operator(std::string_view op) {
  if (op == "1") return Repetition{};
  if (op == "!") return Repetition{1, 1, true};
  if (op == "?") return Repetition{0, 1};
  if (op == "*") return Repetition{0, std::nullopt};
  if (op == "+") return Repetition{1, std::nullopt};
  if (op.size() < 3 || op.front() != '{' || op.back() != '}') return std::nullopt;
  return read_braces(op.substr(1, op.size() - 2));
}

void append_steps(std::vector<PatternStep>& steps, PatternStep step, const Repetition& repetition) {
  step.negated = repetition.negated;
  for (int i = 0; i < repetition.min; ++i) steps.push_back(step);
  step.repeat = repetition.max ? PatternStep::Repeat::at_most_once : PatternStep::Repeat::any_number;
  const int more = repetition.max ? *repetition.max - repetition.min : 1;
  for (int i = 0; i < more; ++i) steps.push_back(step);
}

Status append_specification(std::vector<PatternStep>& steps, MsgpackValue specification) {
  PatternStep step;
  std::optional<Repetition> repetition = Repetition{};
  for (const auto [key, value] : specification.entries()) {
    const std::string name = to_upper_ascii(key.text().value_or(""));
    if (name == "OP")
      repetition = read_operator(value.text().value_or(""));
    else if (Status added = add_conditions(step, name, value); !added)
      return added;
  }
  if (!repetition) return pattern_error("unknown operator", specification["OP"].text().value_or(""));
  append_steps(steps, std::move(step), *repetition);
  return {};
}

}  // namespace

bool TokenCondition::holds(const Lexeme& lexeme, RegexScratch& scratch) const {
  return test == Test::regex ? regex->matches(lexical_text(lexeme, attribute), scratch)
                             : test_id(*this, lexical_id(lexeme, attribute));
}

bool TokenCondition::holds(const Analysis& analysis, RegexScratch& scratch) const {
  return test == Test::regex ? regex->matches(analytic_text(analysis, attribute), scratch)
                             : test_id(*this, analytic_id(analysis, attribute));
}

bool PatternStep::matches_lexeme(const Lexeme& lexeme, RegexScratch& scratch) const {
  return std::all_of(lexical.begin(), lexical.end(), [&](const TokenCondition& c) { return c.holds(lexeme, scratch); });
}

bool PatternStep::matches_analysis(const Analysis& analysis, RegexScratch& scratch) const {
  return std::all_of(analytic.begin(), analytic.end(),
                     [&](const TokenCondition& c) { return c.holds(analysis, scratch); });
}

bool PatternStep::matches(const Lexicon& lexicon, const Analysis& analysis, RegexScratch& scratch) const {
  const bool all = matches_lexeme(lexicon[analysis.lexeme], scratch) && matches_analysis(analysis, scratch);
  return all != negated;
}

// Adds the steps that can be reached by leaving out steps that may be left out.
uint64_t TokenPattern::with_skipped(uint64_t reached) const {
  for (size_t step = 0; step < steps.size(); ++step)
    if ((reached >> step & 1) != 0 && steps[step].repeat != PatternStep::Repeat::once) reached |= uint64_t(2) << step;
  return reached;
}

uint64_t TokenPattern::after(uint64_t reached, const Lexicon& lexicon, const Analysis& token,
                             RegexScratch& scratch) const {
  uint64_t next = 0;
  for (size_t step = 0; step < steps.size(); ++step) {
    if ((reached >> step & 1) == 0 || !steps[step].matches(lexicon, token, scratch)) continue;
    next |= uint64_t(steps[step].repeat == PatternStep::Repeat::any_number ? 1 : 2) << step;
  }
  return with_skipped(next);
}

// All ways through the pattern at once, as a set of the steps that come next: linear in the tokens, whatever repeats.
void TokenPattern::find_ends(const Lexicon& lexicon, std::span<const Analysis> tokens, size_t begin,
                             RegexScratch& scratch, std::vector<size_t>& ends) const {
  ends.clear();
  uint64_t reached = with_skipped(1);
  for (size_t at = begin; at < tokens.size() && reached != 0; ++at) {
    reached = after(reached, lexicon, tokens[at], scratch);
    if ((reached >> steps.size() & 1) != 0) ends.push_back(at + 1);
  }
}

Result<TokenPattern> read_pattern(MsgpackValue specifications) {
  TokenPattern pattern;
  for (const MsgpackValue specification : specifications)
    if (Status appended = append_specification(pattern.steps, specification); !appended)
      return std::move(appended).error();
  if (pattern.steps.empty()) return Error{Error::Kind::input, "a pattern without tokens"};
  if (pattern.steps.size() > TokenPattern::kStepsMax)
    return Error{Error::Kind::input, "a pattern of more than 63 tokens"};
  return pattern;
}

}  // namespace verbale
