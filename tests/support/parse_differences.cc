// Every field is brought to a string, so that one loop compares all of them and a report can show both sides.
#include "support/parse_differences.h"

#include <algorithm>

namespace verbale::testing {
namespace {

bool begins_sentence(const Document& doc, TokenId token) {
  return doc.sentences[doc.tokens[token].sentence].tokens.begin == token;
}

std::string name_of(const Token& token) {
  return token.name_type.empty() ? "-" : (token.name_begin ? "B-" : "I-") + std::string(token.name_type);
}

// In the order of kParseFields, without the first.
std::array<std::string, kParseFields.size() - 1> fields_of(const Document& doc, TokenId token) {
  const Token& t = doc.tokens[token];
  return {t.space_after ? "yes" : "no",
          std::string(t.tag),
          std::string(to_label(t.pos)),
          std::string(t.morph),
          std::to_string(t.head),
          std::string(t.label),
          std::string(t.lemma),
          name_of(t),
          begins_sentence(doc, token) ? "yes" : "no"};
}

std::string span_text(const Document& doc, TokenId token) {
  return token < doc.tokens.size() ? std::string(doc.words(token)) : "the end";
}

// The first token that is cut differently, or kNone.
TokenId first_cut_differently(const Document& ours, const Document& theirs) {
  const auto same_span = [](const Token& a, const Token& b) { return a.span == b.span; };
  const auto [our, their] =
      std::mismatch(ours.tokens.begin(), ours.tokens.end(), theirs.tokens.begin(), theirs.tokens.end(), same_span);
  if (our == ours.tokens.end() && their == theirs.tokens.end()) return kNone;
  return TokenId(their - theirs.tokens.begin());
}

}  // namespace

std::vector<ParseDifference> find_differences(const Document& ours, const Document& theirs) {
  if (const TokenId cut = first_cut_differently(ours, theirs); cut != kNone)
    return {{kParseFields[0], cut, span_text(ours, cut), span_text(theirs, cut)}};

  std::vector<ParseDifference> differences;
  for (TokenId token = 0; token < theirs.tokens.size(); ++token) {
    const auto our_fields = fields_of(ours, token), their_fields = fields_of(theirs, token);
    for (size_t at = 0; at < our_fields.size(); ++at)
      if (our_fields[at] != their_fields[at])
        differences.push_back({kParseFields[at + 1], token, our_fields[at], their_fields[at]});
  }
  return differences;
}

std::string describe(const ParseDifference& difference, const Document& theirs) {
  return std::string(difference.field) + " of \"" + span_text(theirs, difference.token) + "\" (token " +
         std::to_string(difference.token) + "): ours \"" + difference.ours + "\", theirs \"" + difference.theirs + "\"";
}

}  // namespace verbale::testing
