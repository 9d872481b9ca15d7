// Punctuation is surer than the parse: a quotation that ends in a comma is followed by its cue, one after "said," or
// "said:" is preceded by it.
#include "coding/statement_quotes.h"

#include <algorithm>
#include <string_view>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr uint32_t kReachMax = 40;  // tokens between a quotation and its cue

class QuotationPlacer {
 public:
  QuotationPlacer(const Document& doc, const std::vector<StatementCue>& cues) : doc_(doc), cues_(cues) {
    cue_at_.assign(doc.tokens.size(), kNone);
    for (uint32_t cue = 0; cue < cues.size(); ++cue)
      if (cues[cue].form == CueForm::verb || cues[cue].form == CueForm::phrase) cue_at_[cues[cue].token] = cue;
  }

  std::vector<PlacedQuotation> place() {
    for (const Quotation& quotation : find_quotations(doc_.text, line_ends())) add(quotation);
    mark_quoted();
    for (PlacedQuotation& placed : quotations_) find_cue(placed);
    for (size_t q = 0; q < quotations_.size(); ++q) quotations_[q].goes_on = goes_on(q);
    return std::move(quotations_);
  }

 private:
  void add(const Quotation& quotation) {
    const auto begins_at = [](const Token& token, uint32_t at) { return token.span.end <= at; };
    const auto first = std::lower_bound(doc_.tokens.begin(), doc_.tokens.end(), quotation.span.begin, begins_at);
    auto last = first;
    while (last != doc_.tokens.end() && last->span.begin < quotation.span.end) ++last;
    if (first == last || doc_.in_boilerplate(quotation.span)) return;
    PlacedQuotation placed{quotation, {TokenId(first - doc_.tokens.begin()), TokenId(last - doc_.tokens.begin())}};
    placed.fragment = !begins_sentence(placed.tokens.begin);
    quotations_.push_back(placed);
  }

  // Where in the text lines end that are not wrapped.
  std::vector<uint32_t> line_ends() const {
    std::vector<uint32_t> ends;
    for (TokenId t = 0; t < doc_.tokens.size(); ++t)
      if (ends_paragraph(doc_, t)) ends.push_back(doc_.tokens[t].span.begin + uint32_t(doc_.words(t).find('\n')));
    return ends;
  }

  void mark_quoted() {
    quoted_by_.assign(doc_.tokens.size(), kNone);
    for (uint32_t q = 0; q < quotations_.size(); ++q)
      for (TokenId t = quotations_[q].tokens.begin; t < quotations_[q].tokens.end; ++t) quoted_by_[t] = q;
  }

  bool begins_sentence(TokenId first) const {
    const TokenId before = word_before(doc_, first);
    if (before == kNone) return true;
    const Token& left = doc_.tokens[before];
    return ends_paragraph(doc_, before) || ends_sentence(before) || doc_.tokens[first].sentence != left.sentence;
  }

  bool ends_sentence(TokenId t) const {
    const std::string_view word = doc_.tokens[t].lower;
    return word == "." || word == "?" || word == "!" || word == "…" || ends_paragraph(doc_, t) ||
           (quoted_by_.size() > t && quoted_by_[t] != kNone && closes_sentence(quotations_[quoted_by_[t]]));
  }

  char last_inside(const PlacedQuotation& placed) const {
    const Span inside = placed.quotation.inside;
    return inside.empty() ? ' ' : doc_.text[inside.end - 1];
  }

  bool closes_sentence(const PlacedQuotation& placed) const {
    const char last = last_inside(placed);
    return last == '.' || last == '?' || last == '!';
  }

  bool is_comma(TokenId t) const {
    const std::string_view word = doc_.tokens[t].lower;
    return word == "," || word == "-" || word == "--" || word == "–" || word == "—";
  }

  void find_cue(PlacedQuotation& placed) const {
    if (is_title(placed)) return;
    const bool comma = last_inside(placed) == ',' || followed_by_comma(placed);
    if (comma) placed.cue = cue_after(placed);
    if (placed.cue == kNone) placed.cue = cue_before(placed);
    if (placed.cue == kNone && !comma && last_inside(placed) != '.' && closes_sentence(placed))
      placed.cue = cue_after(placed);
    if (placed.cue == kNone && !placed.fragment) placed.cue = dash_after(placed);
  }

  // A fragment that follows a word, not a comma or a cue, is part of its clause: the parse decides what that is.
  bool is_title(const PlacedQuotation& placed) const {
    const TokenId left = word_before(doc_, placed.tokens.begin);
    if (!placed.fragment || left == kNone) return false;
    const std::string_view word = doc_.tokens[left].lower;
    return !is_comma(left) && word != ":" && word != "that" && cue_at_[left] == kNone &&
           doc_.tokens[left].pos != Pos::cconj;
  }

  uint32_t dash_after(const PlacedQuotation& placed) const {
    const unsigned char last = static_cast<unsigned char>(last_inside(placed));
    return last == '-' || last >= 0x80 ? cue_after(placed) : kNone;
  }

  bool followed_by_comma(const PlacedQuotation& placed) const {
    const TokenId next = word_after(doc_, placed.tokens.end - 1);
    return next != kNone && is_comma(next);
  }

  // The first verb after the quotation, when it reports.
  uint32_t cue_after(const PlacedQuotation& placed) const {
    const TokenId end = std::min<TokenId>(TokenId(doc_.tokens.size()), placed.tokens.end + kReachMax);
    for (TokenId t = placed.tokens.end; t < end; ++t) {
      if (quoted_by_[t] != kNone || ends_sentence(t)) return kNone;
      const uint32_t cue = cue_at_[t];
      if (cue != kNone && (cues_[cue].form == CueForm::phrase || cues_[cue].takes(kQuote)) && !is_modifier(t))
        return cue;
      if (doc_.tokens[t].pos == Pos::verb && !is_modifier(t)) return kNone;
    }
    return kNone;
  }

  // The last cue before the quotation, when nothing but its own modifiers stands between them.
  uint32_t cue_before(const PlacedQuotation& placed) const {
    const TokenId first = placed.tokens.begin;
    if (first == 0) return kNone;
    const TokenId before = word_before(doc_, first);
    if (before == kNone) return kNone;
    const std::string_view left = doc_.tokens[before].lower;
    const bool introduced = left == "," || left == ":" || cue_at_[before] != kNone || left == "that" ||
                            doc_.tokens[before].pos == Pos::cconj;
    if (!introduced) return kNone;
    for (TokenId t = first; t-- > 0 && t + kReachMax > first;) {
      if (quoted_by_[t] != kNone || (ends_sentence(t) && doc_.tokens[t].lower != ":")) return kNone;
      const uint32_t cue = cue_at_[t];
      if (cue != kNone && cues_[cue].form == CueForm::verb && cues_[cue].takes(kQuote)) return cue;
      if (doc_.tokens[t].pos == Pos::verb && left != ":" && !is_modifier(t)) return kNone;
    }
    return kNone;
  }

  bool is_modifier(TokenId t) const {
    return has_dep(doc_.tokens[t], {Dep::relcl, Dep::acl, Dep::amod, Dep::advcl, Dep::pcomp}) && !is_only_verb(t);
  }

  // A parse that is wrong around a quotation often hangs the cue as a modifier; a finite verb after a name is one all
  // the same.
  bool is_only_verb(TokenId t) const {
    return cue_at_[t] != kNone && doc_.tokens[t].tag == "VBD" &&
           !has_dep(doc_.tokens[t], {Dep::relcl, Dep::acl, Dep::amod});
  }

  // A quotation without a cue that follows another at once, in its paragraph or as a paragraph of its own.
  bool goes_on(size_t q) const {
    const PlacedQuotation& placed = quotations_[q];
    if (q == 0 || placed.cue != kNone || placed.fragment) return false;
    if (quotations_[q - 1].quotation.continues) return true;
    if (placed.quotation.line_start) return closes_sentence(placed) && fills_line(placed);
    return closes_sentence(placed) || !is_clause_of_another(placed);
  }

  // "“It is a tax increase” for the few.": without a verb after it, the quotation is the sentence.
  bool is_clause_of_another(const PlacedQuotation& placed) const {
    for (TokenId t = placed.tokens.end; t < doc_.tokens.size() && !ends_sentence(t); ++t)
      if (doc_.tokens[t].pos == Pos::verb || doc_.tokens[t].pos == Pos::aux) return true;
    return false;
  }

  bool fills_line(const PlacedQuotation& placed) const {
    return placed.tokens.end >= doc_.tokens.size() || ends_paragraph(doc_, placed.tokens.end);
  }

  const Document& doc_;
  const std::vector<StatementCue>& cues_;
  std::vector<uint32_t> cue_at_;
  std::vector<uint32_t> quoted_by_;
  std::vector<PlacedQuotation> quotations_;
};

}  // namespace

std::vector<PlacedQuotation> place_quotations(const Document& doc, const std::vector<StatementCue>& cues) {
  return QuotationPlacer(doc, cues).place();
}

}  // namespace verbale
