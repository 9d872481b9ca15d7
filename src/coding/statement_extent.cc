#include "coding/statement_extent.h"

#include <algorithm>
#include <string_view>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

bool is_stop(const Document& doc, TokenId token) {
  const std::string_view word = doc.tokens[token].lower;
  return word == "." || word == "?" || word == "!" || word == "…" || word == ";" || ends_paragraph(doc, token);
}

bool ends_in_stop(const Document& doc, const Quotation& quotation) {
  if (quotation.inside.empty()) return false;
  const char last = doc.text[quotation.inside.end - 1];
  return last == '.' || last == '?' || last == '!';
}

// A sentence that ends within quotation marks goes on when a small letter or a comma follows: “Why?” he asked.
bool goes_on_after(const Document& doc, TokenId next) {
  if (next >= doc.tokens.size() || ends_paragraph(doc, next)) return false;
  const std::string_view words = doc.words(next);
  return is_one_of(words, {",", "-", "--", "–", "—"}) || (words[0] >= 'a' && words[0] <= 'z');
}

// The governor of a token that lies outside the range, through tokens that lie in it.
TokenId top_within(const Document& doc, TokenId token, TokenRange range) {
  while (range.contains(doc.tokens[token].head) && doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

bool has_subject(const Document& doc, TokenId verb) {
  return child_with(doc, verb, {Dep::nsubj, Dep::nsubjpass, Dep::expl}) != kNone;
}

// "wants to build a port and open a school": a bare infinitive, or a present plural after another tense, cannot be a
// second predicate of the speaker.
bool is_second_complement(const Document& doc, const StatementCue& cue, TokenId verb) {
  const std::string_view tag = doc.tokens[verb].tag;
  const std::string_view first = doc.tokens[cue.token].tag;
  const bool bare = (tag == "VB" && first != "VB") || (tag == "VBP" && first != "VBP" && first != "VB");
  return bare && has_dep(doc.tokens[verb], {Dep::conj, Dep::dep}) && cue.takes(kTo | kObjectTo) &&
         !has_subject(doc, verb) && child_with(doc, verb, {Dep::aux}) == kNone;
}

// "mentioned building a port and opening a school"
bool is_second_gerund(const Document& doc, const StatementCue& cue, TokenRange content, TokenId verb) {
  return doc.tokens[verb].tag == "VBG" && doc.tokens[verb].dep == Dep::conj && doc.tokens[cue.token].tag != "VBG" &&
         doc.tokens[content.begin].tag == "VBG" && child_with(doc, verb, {Dep::aux}) == kNone;
}

bool has_modal(const Document& doc, TokenId verb) {
  const TokenId aux = child_with(doc, verb, {Dep::aux});
  return aux != kNone && doc.tokens[aux].tag == "MD";
}

// "says it would cost little, but would help": the speaker says; the plan would.
bool is_second_modal(const Document& doc, const StatementCue& cue, TokenId verb) {
  return doc.tokens[verb].dep == Dep::conj && cue.takes(kClause) && has_modal(doc, verb) &&
         !has_modal(doc, cue.token) && !has_subject(doc, verb);
}

bool is_second_clause(const Document& doc, const StatementCue& cue, TokenId verb) {
  if (is_infinitive(doc, verb)) return cue.takes(kTo | kObjectTo);  // "agreed to build a port, to help …"
  // "pledged a loan, and the bank will pay it": what is pledged is no clause, so the next one is nobody's words.
  const bool says_clause =
      child_with(doc, cue.token, {Dep::dobj}) == kNone || child_with(doc, cue.token, {Dep::ccomp}) != kNone;
  return has_dep(doc.tokens[verb], {Dep::conj, Dep::ccomp, Dep::parataxis}) && has_subject(doc, verb) &&
         cue.takes(kClause | kQuote) && (says_clause || doc.tokens[verb].dep != Dep::conj);
}

bool is_condition(const Document& doc, TokenId verb) {
  const TokenId mark = child_with(doc, verb, {Dep::mark});
  return doc.tokens[verb].dep == Dep::advcl && mark != kNone &&
         is_one_of(doc.tokens[mark].lower, {"if", "because", "unless", "since", "until"});
}

bool is_qualifier(const Document& doc, const StatementCue& cue, TokenId prep) {
  if (doc.tokens[prep].dep != Dep::prep && doc.tokens[prep].dep != Dep::dative) return false;
  const TokenId object = child_with(doc, prep, {Dep::pobj});
  if (doc.tokens[prep].lower == "by")  // "rejects charges by Northwind", never "congratulated her by phone"
    return object != kNone && doc.tokens[object].pos == Pos::propn && doc.tokens[object].name_type != "DATE";
  if (cue.takes(kObject | kLike) && !cue.takes(kDocument))
    return is_one_of(doc.tokens[prep].lower, {"for", "as", "of", "over", "to", "with", "from", "about", "against",
                                              "between", "among", "behind", "towards", "toward", "without", "under"});
  return true;
}

// "cited the bank's drive to sell more": beside the object, the parse often gives its infinitive to the verb.
bool is_purpose_of_object(const Document& doc, const StatementCue& cue, TokenId verb) {
  return cue.takes(kObject) && !cue.takes(kTo | kObjectTo) && doc.tokens[verb].dep == Dep::advcl &&
         is_infinitive(doc, verb);
}

}  // namespace

PunctuatedSentences::PunctuatedSentences(const Document& doc, const std::vector<PlacedQuotation>& quotations) {
  sentence_of_.assign(doc.tokens.size(), 0);
  ranges_.push_back({0, 0});
  size_t quotation = 0;
  bool inside = false;
  for (TokenId t = 0; t < doc.tokens.size(); ++t) {
    while (quotation < quotations.size() && t >= quotations[quotation].tokens.end) ++quotation;
    inside = quotation < quotations.size() && quotations[quotation].tokens.contains(t);
    sentence_of_[t] = uint32_t(ranges_.size() - 1);
    ranges_.back().end = t + 1;
    const bool quotation_ends = inside && t + 1 == quotations[quotation].tokens.end;
    const bool ends = quotation_ends ? ends_in_stop(doc, quotations[quotation].quotation) && !goes_on_after(doc, t + 1)
                                     : ends_paragraph(doc, t) || (!inside && is_stop(doc, t));
    if (ends && t + 1 < doc.tokens.size()) ranges_.push_back({t + 1, t + 1});
  }
}

TokenRange extend_right(const Document& doc, const StatementCue& cue, TokenRange content, TokenRange sentence) {
  for (bool extended = true; extended;) {
    extended = false;
    TokenId next = content.end;
    bool comma = false;
    bool own = false;  // "promising to meet and even exceed …": joined to the cue, whatever the verb hangs on
    while (next < sentence.end && (doc.tokens[next].lower == "," || doc.tokens[next].pos == Pos::cconj)) {
      comma = comma || doc.tokens[next].lower == ",";
      own = own || (doc.tokens[next].dep == Dep::cc && doc.tokens[next].head == cue.token);
      ++next;
    }
    if (next >= sentence.end || doc.tokens[next].pos == Pos::punct) break;
    const TokenId top = top_within(doc, next, {content.end, sentence.end});
    const bool joined =
        next > content.end && (is_second_complement(doc, cue, top) || is_second_modal(doc, cue, top) ||
                               is_second_gerund(doc, cue, content, top) || is_second_clause(doc, cue, top));
    const bool qualifies = !comma && next == content.end &&
                           ((top == next && is_qualifier(doc, cue, top)) || is_purpose_of_object(doc, cue, top));
    const bool hangs = doc.tokens[top].head == cue.token || (own && is_second_complement(doc, cue, top));
    if (!hangs || !(joined || is_condition(doc, top) || qualifies)) break;
    content.end = std::min(sentence.end, std::max(content.end, doc.tokens[top].right_edge + 1));
    content = without_edges(doc, content);
    extended = content.end > next;
  }
  return content;
}

TokenRange before_finite_conjunct(const Document& doc, const StatementCue& cue, TokenRange content) {
  if (content.begin < cue.token || doc.tokens[content.begin].tag != "TO") return content;
  for (TokenId t = content.begin + 1; t < content.end; ++t) {
    const Token& token = doc.tokens[t];
    const bool finite = token.tag == "VBZ" || token.tag == "VBD";
    if (!finite || token.dep != Dep::conj || doc.tokens[token.head].tag != "VB" || has_subject(doc, t)) continue;
    TokenId end = t;
    while (end > content.begin && doc.tokens[end - 1].head != token.head) --end;
    return without_edges(doc, {content.begin, end > content.begin + 1 ? end - 1 : t});
  }
  return content;
}

TokenRange before_verdict(const Document& doc, TokenRange content) {
  for (TokenId t = content.begin + 1; t < content.end; ++t) {
    const Token& noun = doc.tokens[t];
    const bool names_words = is_one_of(
        noun.lemma, {"charge", "claim", "accusation", "allegation", "assertion", "assessment", "suggestion", "view"});
    if (noun.dep != Dep::appos || !names_words || child_with(doc, t, {Dep::relcl}) == kNone) continue;
    if (noun.left_edge <= content.begin || doc.tokens[noun.left_edge - 1].lower != ",") continue;
    return without_edges(doc, {content.begin, noun.left_edge - 1});
  }
  return content;
}

TokenRange extend_left(const Document& doc, const StatementCue& cue, TokenRange content, TokenRange sentence) {
  if (!cue.takes(kQuote) || content.end > cue.token) return content;
  const TokenId next = word_after(doc, content.end - 1);
  if (next == kNone || doc.tokens[next].lower != ",") return content;
  content.begin = std::min(content.begin, sentence.begin);
  return without_edges(doc, content);
}

}  // namespace verbale
