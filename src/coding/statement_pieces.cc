// Where quotation marks and parse disagree, the marks win.
#include "coding/statement_pieces.h"

#include <algorithm>
#include <cctype>

#include "coding/statement_content.h"
#include "coding/statement_tree.h"

namespace verbale {

std::vector<TokenRange> StatementPieces::of(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                                            const std::vector<TokenRange>& quotes) const {
  std::vector<TokenRange> pieces = find_complement(doc_, cue, speaker);
  if (pieces.empty() && quotes.empty()) pieces = find_surrounding(doc_, cue, speaker, sentences_.around(cue.token));
  for (TokenRange& piece : pieces) piece = over_colon(cue, bounded(cue, extended(cue, piece)));
  if (speaker)
    for (TokenRange& piece : pieces) piece = without_speaker(*speaker, piece);
  if (!quotes.empty()) pieces = with_quotes(cue, pieces, quotes);
  if (const TokenRange first = before_parenthesis(cue, speaker, pieces); first.size() > 0)
    pieces.insert(pieces.begin(), first);
  return widened(cue, std::move(pieces));
}

// "When the road opens, she said, the school will too": between commas, the cue only interrupts what is said.
TokenRange StatementPieces::before_parenthesis(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                                               const std::vector<TokenRange>& pieces) const {
  if (cue.form != CueForm::verb || !cue.takes(kQuote) || !speaker || pieces.empty()) return {};
  if (pieces.front().begin < cue.token || speaker->tokens.begin > cue.token) return {};
  const TokenId begin = std::min(speaker->tokens.begin, cue.words.begin);
  const TokenRange sentence = sentences_.around(cue.token);
  if (begin <= sentence.begin + 1 || !follows(doc_, begin, ",") || !follows(doc_, pieces.front().begin, ",")) return {};
  return begins_small(pieces.front()) ? without_edges(doc_, {sentence.begin, begin}) : TokenRange{};
}

bool StatementPieces::begins_small(TokenRange piece) const {
  TokenId first = piece.begin;
  while (first + 1 < piece.end && doc_.tokens[first].pos == Pos::punct) ++first;
  return std::islower(static_cast<unsigned char>(doc_.words(first)[0])) != 0;
}

// Who speaks at an edge of the piece is no part of it.
TokenRange StatementPieces::without_speaker(const SpeakerPhrase& speaker, TokenRange piece) const {
  const TokenRange words = speaker.tokens;
  if (words.begin > piece.begin && words.begin < piece.end && words.end >= piece.end) piece.end = words.begin;
  if (words.begin <= piece.begin && words.end > piece.begin && words.end < piece.end) piece.begin = words.end;
  return without_edges(doc_, piece);
}

TokenRange StatementPieces::extended(const StatementCue& cue, TokenRange piece) const {
  if (cue.form != CueForm::verb) return piece;
  const TokenRange sentence = sentences_.around(cue.token);
  if (piece.begin < cue.token) return extend_left(doc_, cue, piece, sentence);
  return over_false_end(extend_right(doc_, cue, piece, sentence), sentence);
}

// "cited remarks | Berg had made about her": where the parse begins a sentence though no mark has ended the one before.
TokenRange StatementPieces::over_false_end(TokenRange piece, TokenRange sentence) const {
  const TokenId next = piece.end;
  if (piece.size() == 0 || next >= sentence.end) return piece;
  const Token& first = doc_.tokens[next];
  const bool marked = first.pos == Pos::punct || first.pos == Pos::space || doc_.tokens[next - 1].pos == Pos::punct;
  if (marked || first.sentence == doc_.tokens[next - 1].sentence || quotations_.at(next)) return piece;
  TokenId end = std::min(sentence.end, doc_.sentences[first.sentence].tokens.end);
  TokenId comma = end;
  for (TokenId t = next; t < end; ++t) {  // "…, she said" closes it
    if (doc_.tokens[t].lower == ",") comma = t;
    const StatementCue* cue = cue_at(cues_, t);
    if (cue != nullptr && cue->form == CueForm::verb && cue->takes(kQuote)) end = std::min(end, comma);
  }
  return without_edges(doc_, {piece.begin, end});
}

// "noted that three things come together: rates are low, …": what a clause announces belongs to it.
TokenRange StatementPieces::over_colon(const StatementCue& cue, TokenRange piece) const {
  if (cue.form != CueForm::verb || !cue.takes(kClause) || piece.begin < cue.token || !has_verb(piece)) return piece;
  const TokenRange sentence = sentences_.around(cue.token);
  const TokenId colon = piece.end;
  if (colon + 1 >= sentence.end || doc_.tokens[colon].lower != ":" || ends_paragraph(doc_, colon + 1)) return piece;
  for (TokenId t = colon; t < sentence.end; ++t)
    if (quotations_.at(t)) return piece;
  return without_edges(doc_, {piece.begin, sentence.end});
}

TokenRange StatementPieces::bounded(const StatementCue& cue, TokenRange piece) const {
  piece = before_verdict(doc_, before_finite_conjunct(doc_, cue, before_next_cue(cue, piece)));
  return before_aside(cue, before_turn(cue, piece));
}

// ", adding that …" begins the speaker's next statement.
TokenRange StatementPieces::before_next_cue(const StatementCue& cue, TokenRange piece) const {
  const TokenId from = std::max(cue.token + 1, piece.begin);
  auto at =
      std::lower_bound(cues_.begin(), cues_.end(), from, [](const StatementCue& c, TokenId t) { return c.token < t; });
  for (; at != cues_.end() && at->token < piece.end; ++at) {
    const StatementCue& next = *at;
    if (next.form != CueForm::verb) continue;
    const TokenId first = next.words.begin;
    const TokenId before = word_before(doc_, first);
    const bool joined = before != kNone && doc_.tokens[before].pos == Pos::cconj;
    const bool begins = (next.takes(kQuote) && is_added(next)) || is_outer_conjunct(doc_, next.token);
    if (begins && first > piece.begin) return without_edges(doc_, {piece.begin, joined ? before : first});
  }
  return piece;
}

// "said it was a mistake, but she denied …", "says the plan works, and Oslo warns …": behind a comma a clause with a
// subject of its own that turns against the first, or reports in its own right, is the article's.
TokenRange StatementPieces::before_turn(const StatementCue& cue, TokenRange piece) const {
  if (cue.form != CueForm::verb || piece.begin < cue.token) return piece;
  for (TokenId t = piece.begin + 2; t < piece.end; ++t)
    if (turns(cue, t, piece.end)) return without_edges(doc_, {piece.begin, t});
  return piece;
}

bool StatementPieces::turns(const StatementCue& cue, TokenId conjunction, TokenId end) const {
  const Token& token = doc_.tokens[conjunction];
  if (is_one_of(token.lower, {"though", "although"}) && token.dep == Dep::mark) return concedes(conjunction);
  if (token.dep != Dep::cc || quotations_.at(conjunction)) return false;
  const TokenId last = std::min(end, doc_.tokens[token.head].right_edge + 1);
  TokenId verb = conjunction + 1;
  while (verb < last && (doc_.tokens[verb].dep != Dep::conj || doc_.tokens[verb].head != token.head)) ++verb;
  if (verb == last || !is_verbal(doc_.tokens[verb]) || child_with(doc_, verb, {Dep::mark}) != kNone) return false;
  if (child_with(doc_, verb, {Dep::nsubj, Dep::nsubjpass, Dep::expl}) == kNone)
    return token.lower == "but" && is_speakers_own(cue, verb);
  if (!follows(doc_, conjunction, ",")) return false;
  if (token.lower != "but") return cue_at(cues_, verb) != nullptr;
  const TokenId auxiliary = child_with(doc_, verb, {Dep::aux});  // "said …, but the road would stay closed"
  return doc_.tokens[cue.token].tag != "VBD" || auxiliary == kNone || doc_.tokens[auxiliary].lower != "would";
}

// "said it would pay, although he refused to name the day": another word of the speaker, weighed by the article.
bool StatementPieces::concedes(TokenId mark) const {
  const TokenId verb = doc_.tokens[mark].head;
  const TokenId subject = child_with(doc_, verb, {Dep::nsubj});
  return doc_.tokens[verb].dep == Dep::advcl && follows(doc_, mark, ",") && !quotations_.at(mark) &&
         cue_at(cues_, verb) != nullptr && subject != kNone && doc_.tokens[subject].pos == Pos::pron;
}

// "said the ministry could raise the tax, but gave no date": behind a modal or a participle, a past form that cannot
// be one goes on from the cue. "… had gone but left a note" stays open for forms that serve as both.
bool StatementPieces::is_speakers_own(const StatementCue& cue, TokenId verb) const {
  const Token& token = doc_.tokens[verb];
  if (token.pos != Pos::verb || token.tag != "VBD" || doc_.tokens[cue.token].tag != "VBD") return false;
  if (child_with(doc_, verb, {Dep::aux, Dep::auxpass}) != kNone) return false;
  const TokenId auxiliary = child_with(doc_, token.head, {Dep::aux});
  const bool modal = auxiliary != kNone && doc_.tokens[auxiliary].tag == "MD";
  return modal || (doc_.tokens[token.head].tag == "VBN" && !token.lower.ends_with("ed"));
}

// "praised the plan, which costs two millions": behind its comma, the clause explains the object to the reader.
TokenRange StatementPieces::before_aside(const StatementCue& cue, TokenRange piece) const {
  if (piece.begin < cue.token || doc_.tokens[piece.begin].lower == "that") return piece;
  if (child_with(doc_, cue.token, {Dep::ccomp}) != kNone) return piece;
  for (TokenId t = piece.begin + 2; t < piece.end; ++t) {
    const Token& token = doc_.tokens[t];
    const TokenId first = token.left_edge;
    const bool closing = token.dep == Dep::relcl && token.right_edge + 1 >= piece.end && first > piece.begin + 1;
    if (closing && doc_.tokens[first].tag[0] == 'W' && follows(doc_, first, ",") && !quotations_.at(t))
      return without_edges(doc_, {piece.begin, first});
  }
  return piece;
}

bool StatementPieces::is_added(const StatementCue& cue) const {
  const Token& verb = doc_.tokens[cue.token];
  return verb.tag == "VBG" && verb.dep == Dep::advcl && follows(doc_, cue.words.begin, ",");
}

// A clause on the quotation's side of the cue is the quotation with what leads into it.
std::vector<TokenRange> StatementPieces::with_quotes(const StatementCue& cue, const std::vector<TokenRange>& clauses,
                                                     const std::vector<TokenRange>& quotes) const {
  std::vector<TokenRange> pieces = quotes;
  for (const TokenRange& clause : clauses) {
    bool taken = false;
    for (TokenRange& quote : pieces) {
      const bool same_side = (clause.begin < cue.token) == (quote.begin < cue.token);
      if (!same_side) continue;
      taken = true;
      if (leads_into(cue, clause, quote))
        quote = {std::min(quote.begin, clause.begin), std::max(quote.end, clause.end)};
    }
    if (!taken && says_more(clause)) pieces.push_back(clause);
  }
  std::sort(pieces.begin(), pieces.end(), [](TokenRange a, TokenRange b) { return a.begin < b.begin; });
  return pieces;
}

// "said she had one thing to offer: “Patience”": only a colon or a comma stands between the clause and its quotation.
bool StatementPieces::leads_into(const StatementCue& cue, TokenRange clause, TokenRange quote) const {
  if (clause.begin >= quote.end) return false;
  if (clause.end <= quote.begin) {
    if (clause.begin < cue.token) return false;  // "It was plain: “…,” she said"
    TokenId last = quote.begin - 1;
    while (last > clause.end && doc_.tokens[last].pos == Pos::space) --last;
    return last == clause.end && is_one_of(doc_.tokens[last].lower, {":", ","}) && has_verb(clause);
  }
  if (clause.begin < cue.token && follows(doc_, quote.begin, ":")) return false;
  return !quotations_.begins_sentence(quote.begin);
}

// Beside a quotation, a clause on the other side of the cue is content only when it says so: "and that the road …".
bool StatementPieces::says_more(TokenRange clause) const {
  const std::string_view first = doc_.tokens[clause.begin].lower;
  return clause.size() > 1 && quotations_.at(clause.begin) == nullptr && (first == "that" || first == "whether");
}

// A piece never cuts a quotation in two; a cue inside a quotation says nothing outside it.
std::vector<TokenRange> StatementPieces::widened(const StatementCue& cue, std::vector<TokenRange> pieces) const {
  const PlacedQuotation* around = quotations_.at(cue.token);
  for (TokenRange& piece : pieces) {
    if (around)
      piece = inside(piece, *around);
    else
      piece = in_brackets(after_connective(after_dateline(over_quotations(in_line(piece, cue), cue))));
  }
  std::erase_if(pieces, [this](TokenRange piece) { return !has_word(piece); });
  return pieces;
}

// Neither half of a bracket, nor a conjunction whose conjunct was cut off, closes a piece.
TokenRange StatementPieces::in_brackets(TokenRange piece) const {
  TokenId open = kNone;
  for (TokenId t = piece.begin; t < piece.end; ++t) {
    if (doc_.tokens[t].lower == "(") open = t;
    if (doc_.tokens[t].lower != ")") continue;
    if (open == kNone) return without_edges(doc_, {piece.begin, t});
    open = kNone;
  }
  if (open != kNone) piece.end = open;
  piece = without_edges(doc_, piece);
  if (piece.size() > 1 && doc_.tokens[piece.end - 1].dep == Dep::cc) --piece.end;
  return piece;
}

bool StatementPieces::has_verb(TokenRange clause) const {
  for (TokenId t = clause.begin; t < clause.end; ++t)
    if (is_verbal(doc_.tokens[t])) return true;
  return false;
}

bool StatementPieces::has_word(TokenRange piece) const {
  for (TokenId t = piece.begin; t < piece.end; ++t)
    if (doc_.tokens[t].pos != Pos::punct && doc_.tokens[t].pos != Pos::space) return true;
  return false;
}

TokenRange StatementPieces::inside(TokenRange piece, const PlacedQuotation& around) const {
  const Span words = around.quotation.inside;
  piece.begin = std::max(piece.begin, around.tokens.begin);
  piece.end = std::min(piece.end, around.tokens.end);
  while (piece.begin < piece.end && doc_.tokens[piece.begin].span.begin < words.begin) ++piece.begin;
  while (piece.end > piece.begin && doc_.tokens[piece.end - 1].span.end > words.end) --piece.end;
  return without_edges(doc_, piece);
}

// Nothing is said across the end of a line: headlines and labels stand there.
TokenRange StatementPieces::in_line(TokenRange piece, const StatementCue& cue) const {
  for (TokenId t = piece.end; t-- > piece.begin;)
    if (ends_paragraph(doc_, t)) {
      if (piece.begin < cue.token) return without_edges(doc_, {t + 1, piece.end});
      piece.end = t;
    }
  return without_edges(doc_, piece);
}

// "KYIV, April 20 - The talks failed, she said."
TokenRange StatementPieces::after_dateline(TokenRange piece) const {
  if (!doc_.dateline) return piece;
  while (piece.begin < piece.end && doc_.tokens[piece.begin].span.begin < doc_.dateline->end) ++piece.begin;
  return without_edges(doc_, piece);
}

// "But the road is closed, the mayor said.": the first word joins the sentence to the one before.
TokenRange StatementPieces::after_connective(TokenRange piece) const {
  if (piece.size() > 1 && doc_.tokens[piece.begin].pos == Pos::cconj && quotations_.at(piece.begin) == nullptr &&
      std::isupper(static_cast<unsigned char>(doc_.words(piece.begin)[0])) != 0)
    ++piece.begin;
  return without_edges(doc_, piece);
}

TokenRange StatementPieces::over_quotations(TokenRange piece, const StatementCue& cue) const {
  if (const PlacedQuotation* first = quotations_.at(piece.begin)) {
    if (!first->tokens.contains(cue.token)) piece.begin = std::min(piece.begin, first->tokens.begin);
  }
  if (const PlacedQuotation* last = quotations_.at(piece.end - 1)) piece.end = std::max(piece.end, last->tokens.end);
  return piece;
}

}  // namespace verbale
