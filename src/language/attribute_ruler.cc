// A pattern is tried only where its first token can match: the form's patterns are found once a form, the tag's by one
// look into a table, and few remain that any token has to be tried for.
#include "language/attribute_ruler.h"

#include <algorithm>

#include "language/components.h"

namespace verbale {
namespace {

using Match = AttributeRulerScratch::Match;

bool is_required(const PatternStep& step) { return step.repeat == PatternStep::Repeat::once && !step.negated; }

// The step's condition that an attribute is one of a list; null when there is none.
const TokenCondition* find_list(const PatternStep& step, Attribute attribute) {
  const auto found = std::find_if(step.analytic.begin(), step.analytic.end(), [&](const TokenCondition& condition) {
    return condition.attribute == attribute && condition.test == TokenCondition::Test::is_in;
  });
  return found == step.analytic.end() ? nullptr : &*found;
}

}  // namespace

// ---- opening ---------------------------------------------------------------------------------------------------

Result<AttributeRuler> AttributeRuler::open(const Package& package, Interner& interner) {
  AttributeRuler ruler;
  Result<Components> components = Components::read(package);
  if (!components) return std::move(components).error();
  const std::string* component = components->name(Factory::attribute_ruler);
  if (component == nullptr) return ruler;
  const std::string file = *component + "/patterns";
  Result<PackageData> data = package.read_msgpack(file);
  if (!data) return std::move(data).error();
  if (!data->root().is_list()) return package.error(file, "rules", "expected a list");
  for (const MsgpackValue rule : data->root())
    if (Status added = ruler.add_rule(rule, interner); !added)
      return package.error(file, "rule " + std::to_string(ruler.rules_.size()), added.error().what());
  ruler.index_patterns();
  return ruler;
}

Status AttributeRuler::read_attribute(std::string_view name, std::string_view value, Interner& interner,
                                      Attributes& out) {
  if (name == "TAG")
    out.tag = interner.label(value);
  else if (name == "DEP")
    out.dep = interner.label(value);
  else if (name == "POS")
    out.pos = pos_from_label(value);
  else if (name == "MORPH")
    out.morphology = interner.morphology(value);
  else if (name == "LEMMA")
    out.lemma = value;
  else
    return Error{Error::Kind::input, "cannot set the attribute \"" + std::string(name) + "\""};
  return {};
}

Status AttributeRuler::add_rule(MsgpackValue rule, Interner& interner) {
  Rule read;
  read.index = int(rule["index"].integer().value_or(0));
  for (const auto [name, value] : rule["attrs"].entries())
    if (Status set = read_attribute(name.text().value_or(""), value.text().value_or(""), interner, read.attributes);
        !set)
      return set;

  for (const MsgpackValue specifications : rule["patterns"]) {
    Result<TokenPattern> pattern = read_pattern(specifications);
    if (!pattern) return std::move(pattern).error();
    const bool is_single = pattern->steps.size() == 1 && is_required(pattern->steps[0]);
    patterns_.push_back({*std::move(pattern), uint32_t(rules_.size()), is_single});
  }
  rules_.push_back(std::move(read));
  return {};
}

void AttributeRuler::index_patterns() {
  for (uint32_t at = 0; at < patterns_.size(); ++at) {
    const PatternStep& first = patterns_[at].tokens.steps[0];
    const TokenCondition* tags = find_list(first, Attribute::tag);
    const TokenCondition* parts_of_speech = find_list(first, Attribute::pos);
    if (!is_required(first))
      others_.push_back(at);
    else if (!first.lexical.empty())
      by_form_.push_back(at);
    else if (tags != nullptr)
      index_by_tag(at, *tags);
    else if (parts_of_speech != nullptr)
      index_by_pos(at, *parts_of_speech);
    else
      others_.push_back(at);
  }
}

void AttributeRuler::index_by_tag(uint32_t pattern, const TokenCondition& tags) {
  for (const StringId tag : tags.values) by_tag_[tag].push_back(pattern);
}

// A value that names no part of speech of this layer is met by no token.
void AttributeRuler::index_by_pos(uint32_t pattern, const TokenCondition& parts_of_speech) {
  for (size_t pos = 0; pos < kPosCount; ++pos) {
    const StringId id = string_id(to_label(Pos(pos)));
    if (std::binary_search(parts_of_speech.values.begin(), parts_of_speech.values.end(), id))
      by_pos_[pos].push_back(pattern);
  }
}

// ---- matching --------------------------------------------------------------------------------------------------

const AttributeRulerScratch::Candidates& AttributeRuler::candidates_of(LexemeId id, const Lexicon& lexicon,
                                                                       AttributeRulerScratch& scratch) const {
  AttributeRulerScratch::Candidates& candidates = scratch.by_lexeme[id];
  if (candidates.known) [[likely]]
    return candidates;
  candidates = {uint32_t(scratch.pool.size()), 0, true};
  for (const uint32_t pattern : by_form_)
    if (patterns_[pattern].tokens.steps[0].matches_lexeme(lexicon[id], scratch.regex)) scratch.pool.push_back(pattern);
  candidates.end = uint32_t(scratch.pool.size());
  return candidates;
}

void AttributeRuler::try_pattern(uint32_t number, size_t at, const Lexicon& lexicon, std::span<const Analysis> tokens,
                                 AttributeRulerScratch& scratch) const {
  const Pattern& pattern = patterns_[number];
  const auto begin = uint32_t(at);
  if (pattern.is_single) {
    // Candidates by form have met the form's conditions already, and no other single pattern has any.
    if (pattern.tokens.steps[0].matches_analysis(tokens[at], scratch.regex))
      scratch.matches.push_back({pattern.rule, begin, begin + 1});
    return;
  }
  pattern.tokens.find_ends(lexicon, tokens, at, scratch.regex, scratch.ends);
  for (const size_t end : scratch.ends) scratch.matches.push_back({pattern.rule, begin, uint32_t(end)});
}

void AttributeRuler::match_at(size_t at, const Lexicon& lexicon, std::span<const Analysis> tokens,
                              AttributeRulerScratch& scratch) const {
  const AttributeRulerScratch::Candidates by_form = candidates_of(tokens[at].lexeme, lexicon, scratch);
  for (uint32_t i = by_form.begin; i < by_form.end; ++i) try_pattern(scratch.pool[i], at, lexicon, tokens, scratch);

  const auto by_tag = by_tag_.find(tokens[at].tag ? tokens[at].tag->id : 0);
  if (by_tag != by_tag_.end())
    for (const uint32_t pattern : by_tag->second) try_pattern(pattern, at, lexicon, tokens, scratch);

  for (const uint32_t pattern : by_pos_[size_t(tokens[at].pos)]) try_pattern(pattern, at, lexicon, tokens, scratch);
  for (const uint32_t pattern : others_) try_pattern(pattern, at, lexicon, tokens, scratch);
}

void AttributeRuler::write(Match match, std::span<Analysis> tokens) const {
  const Rule& rule = rules_[match.rule];
  const int64_t target = rule.index >= 0 ? int64_t(match.begin) + rule.index : int64_t(match.end) + rule.index;
  if (target < match.begin || target >= match.end) return;

  Analysis& token = tokens[size_t(target)];
  const Attributes& set = rule.attributes;
  if (set.tag) token.tag = set.tag;
  if (set.dep) token.dep = set.dep;
  if (set.morphology) token.morphology = set.morphology;
  if (set.pos) token.pos = *set.pos;
  if (set.lemma) token.lemma = *set.lemma;
}

void AttributeRuler::apply(const Lexicon& lexicon, AttributeRulerScratch& scratch, std::span<Analysis> tokens) const {
  if (patterns_.empty()) return;
  if (scratch.generation != lexicon.generation()) {
    scratch.generation = lexicon.generation();
    scratch.by_lexeme.clear();
    scratch.pool.clear();
  }
  scratch.by_lexeme.resize(lexicon.size());
  scratch.matches.clear();

  for (size_t at = 0; at < tokens.size(); ++at) match_at(at, lexicon, tokens, scratch);
  std::sort(scratch.matches.begin(), scratch.matches.end());
  for (const Match match : scratch.matches) write(match, tokens);
}

}  // namespace verbale
