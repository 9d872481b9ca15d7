// Few tokens can begin a run and fewer do, so the second pass costs one flag a token in ordinary text.
#include "language/special_spans.h"

#include <algorithm>

#include "language/lexicon.h"
#include "language/tokenizer.h"

namespace verbale {
namespace {

using Match = SpecialSpanScratch::Match;

bool spells(const Lexicon& lexicon, std::span<const TextToken> tokens, const std::vector<std::string>& forms) {
  return tokens.size() >= forms.size() &&
         std::equal(forms.begin(), forms.end(), tokens.begin(), [&](const std::string& form, const TextToken& token) {
           return lexicon[token.lexeme].text == form;
         });
}

bool is_longer_or_earlier(Match a, Match b) {
  const uint32_t a_size = a.end - a.begin, b_size = b.end - b.begin;
  return a_size != b_size ? a_size > b_size : a.begin < b.begin;
}

// Longest first; a match survives when its first and last tokens are free, and takes its tokens in any case.
void choose(SpecialSpanScratch& scratch, size_t token_count) {
  std::sort(scratch.matches.begin(), scratch.matches.end(), is_longer_or_earlier);
  scratch.taken.assign(token_count, false);
  scratch.chosen.clear();
  for (const Match match : scratch.matches) {
    if (!scratch.taken[match.begin] && !scratch.taken[match.end - 1]) scratch.chosen.push_back(match);
    std::fill(scratch.taken.begin() + match.begin, scratch.taken.begin() + match.end, true);
  }
  std::sort(scratch.chosen.begin(), scratch.chosen.end(), [](Match a, Match b) { return a.begin < b.begin; });
}

std::string_view text_of(std::string_view text, std::span<const TextToken> run) {
  const TextToken& last = run.back();
  return text.substr(run.front().begin, last.begin + last.size - run.front().begin);
}

void append_case(const SpecialCase& special, std::span<const TextToken> run, Lexicon& lexicon,
                 std::vector<TextToken>& output) {
  uint32_t begin = run.front().begin;
  for (const SpecialPiece& piece : special.pieces) {
    output.push_back(
        {.begin = begin, .size = uint32_t(piece.text.size()), .lexeme = lexicon.add(piece.text), .norm = piece.norm});
    begin += uint32_t(piece.text.size());
  }
  output.back().space_after = run.back().space_after;
}

}  // namespace

void SpecialSpans::add(std::vector<std::string> forms) {
  if (forms.empty()) return;
  by_first_[forms.front()].push_back(std::move(forms));
}

void SpecialSpans::find_matches(const Lexicon& lexicon, std::span<const TextToken> tokens,
                                SpecialSpanScratch& scratch) const {
  scratch.matches.clear();
  for (uint32_t at = 0; at < tokens.size(); ++at) {
    if (!tokens[at].may_begin_special) [[likely]]
      continue;
    for (const auto& forms : by_first_.find(lexicon[tokens[at].lexeme].text)->second)
      if (spells(lexicon, tokens.subspan(at), forms)) scratch.matches.push_back({at, at + uint32_t(forms.size())});
  }
}

void SpecialSpans::apply(std::string_view text, const SpecialCases& cases, Lexicon& lexicon,
                         SpecialSpanScratch& scratch, std::vector<TextToken>& tokens) const {
  find_matches(lexicon, tokens, scratch);
  if (scratch.matches.empty()) return;
  choose(scratch, tokens.size());

  scratch.output.clear();
  uint32_t copied = 0;
  for (const Match match : scratch.chosen) {
    const std::span<const TextToken> run(tokens.data() + match.begin, match.end - match.begin);
    const SpecialCase* special = cases.find(text_of(text, run));
    if (special == nullptr) continue;
    scratch.output.insert(scratch.output.end(), tokens.begin() + copied, tokens.begin() + match.begin);
    append_case(*special, run, lexicon, scratch.output);
    copied = match.end;
  }
  scratch.output.insert(scratch.output.end(), tokens.begin() + copied, tokens.end());
  tokens.swap(scratch.output);
}

}  // namespace verbale
