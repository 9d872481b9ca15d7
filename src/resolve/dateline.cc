// The form is the record's (dateline_form.h); here its words must name a place.
#include "resolve/dateline.h"

#include <algorithm>

#include "record/dateline_form.h"

namespace verbale {
namespace {

constexpr uint32_t kSentencesTried = 4;

TokenRange before_comma(const Document& doc, TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t)
    if (doc.words(t) == ",") return {range.begin, t};
  return range;
}

// In capitals any town will do; otherwise, with nothing but a dash behind, it must be a town of its own name.
bool names_a_place(const Gazetteer& gazetteer, const Document& doc, const DatelineForm& form) {
  const auto found = gazetteer.lookup(doc.words(doc.span_of(before_comma(doc, form.place))));
  if (found.empty()) return false;
  if (is_in_capitals(doc.words(form.place.begin))) return true;
  return std::any_of(found.begin(), found.end(), [&](GazetteerPosting p) {
    return GazetteerNameKind(p.kind) <= GazetteerNameKind::alias &&
           (!form.is_bare() || gazetteer.kind(p.row) == PlaceKind::city);
  });
}

}  // namespace

std::optional<Dateline> find_dateline(const Gazetteer& gazetteer, const Document& doc) {
  const auto sentences = std::min<size_t>(doc.sentences.size(), kSentencesTried);
  for (size_t s = 0; s < sentences; ++s) {
    TokenId begin = doc.sentences[s].tokens.begin;
    while (begin < doc.sentences[s].tokens.end && doc.tokens[begin].pos == Pos::space) ++begin;
    const auto form = read_dateline_form(doc, begin);
    if (form && names_a_place(gazetteer, doc, *form)) return Dateline{form->tokens, form->place};
  }
  return std::nullopt;
}

}  // namespace verbale
