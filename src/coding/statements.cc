// Cues first, then their quotations, then the complement that the parse shows; where quotation marks and parse
// disagree, the marks win. Finer questions live in their own files: statement_cues, _speaker, _content, _quotes.
#include "coding/statements.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "coding/statement_content.h"
#include "coding/statement_extent.h"
#include "coding/statement_images.h"
#include "coding/statement_labels.h"
#include "coding/statement_quotes.h"
#include "coding/statement_speaker.h"
#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr uint32_t kStatementsBackMax = 16;
constexpr uint32_t kCarriersMax = 64;
constexpr int kClimbsMax = 4;

uint32_t start_of(const Statement& statement) {
  uint32_t start = statement.cue->begin;
  if (statement.speaker_span) start = std::min(start, statement.speaker_span->begin);
  for (Span span : statement.content) start = std::min(start, span.begin);
  return start;
}

bool is_first_or_second(std::string_view word) {
  return word == "i" || word == "we" || word == "you" || word == "me" || word == "us";
}

bool is_thought(const SpeechVerb& reading) {
  return reading.kind == "believe" || reading.kind == "want" || reading.kind == "plan" || reading.kind == "support";
}

// "went there to ask whether": an infinitive that nobody has carried out, unless the governing verb only says how
// ("continued to call for", "declined to say").
bool is_purpose(const Document& doc, const StatementTables& tables, const StatementCue& cue) {
  if (cue.form != CueForm::verb || !is_infinitive(doc, cue.token)) return false;
  const Token& token = doc.tokens[cue.token];
  if (token.dep != Dep::xcomp)
    return has_dep(token, {Dep::advcl, Dep::acl, Dep::relcl, Dep::ccomp, Dep::pcomp, Dep::csubj});
  for (const SpeechVerb& reading : tables.verbs(doc.tokens[token.head].lemma))
    if (reading.takes(kTo | kObjectTo)) return true;
  return false;
}

class StatementFinder {
 public:
  StatementFinder(const StatementTables& tables, Document& doc) : tables_(tables), doc_(doc) {}

  void find() {
    cues_ = find_cues(tables_, doc_);
    quotations_ = place_quotations(doc_, cues_);
    sentences_.emplace(doc_, quotations_);
    index_quotations();
    for (uint32_t cue = 0; cue < cues_.size(); ++cue) add(cue);
    continue_quotations();
    for (const LabelledSpeech& speech : find_labelled_speech(tables_, doc_, quotations_)) add(speech);
    for (const ImageReport& report : find_image_reports(tables_, doc_)) add(report);
    sort();
    nest();
  }

 private:
  void add(uint32_t index) {
    const StatementCue& cue = cues_[index];
    const std::optional<SpeakerPhrase> speaker = find_speaker(tables_, doc_, cue);
    const std::vector<TokenRange>& quotes = quotes_of(index);
    std::vector<TokenRange> pieces = pieces_of(cue, speaker, quotes);
    if (pieces.empty() || !is_reported(cue, speaker, pieces)) return;
    if (cue.form == CueForm::noun && is_said_already(pieces)) return;
    Statement statement;
    statement.cue = doc_.span_of(cue.words);
    statement.cue_token = cue.token;
    set_speaker(statement, speaker);
    set_content(statement, std::move(pieces));
    doc_.statements.push_back(std::move(statement));
  }

  // "repeated its claim that …": the parse gives the clause to the verb and to the noun.
  bool is_said_already(const std::vector<TokenRange>& pieces) const {
    const Span last = doc_.span_of(pieces.back());
    const size_t looked = std::min<size_t>(doc_.statements.size(), kStatementsBackMax);
    return std::any_of(doc_.statements.end() - std::ptrdiff_t(looked), doc_.statements.end(),
                       [&](const Statement& statement) { return statement.content.back() == last; });
  }

  void add(const LabelledSpeech& speech) {
    Statement statement;
    statement.cue = speech.mark_span;
    statement.cue_token = speech.mark;
    set_speaker(statement, SpeakerPhrase{speech.speaker.end - 1, speech.speaker});
    if (speech.direct && statement.speaker == kNone) statement.speaker_kind = SpeakerKind::named;
    statement.content.push_back(speech.content);
    if (speech.direct) statement.form = StatementForm::direct;
    doc_.statements.push_back(std::move(statement));
  }

  void add(const ImageReport& report) {
    Statement statement;
    statement.cue = doc_.span_of(report.cue);
    statement.cue_token = report.cue_token;
    set_speaker(statement, SpeakerPhrase{report.source, report.source_words});
    statement.content.push_back(doc_.span_of(report.content));
    doc_.statements.push_back(std::move(statement));
  }

  const std::vector<TokenRange>& quotes_of(uint32_t cue) const {
    static const std::vector<TokenRange> none;
    const auto found = quotes_by_cue_.find(cue);
    return found == quotes_by_cue_.end() ? none : found->second;
  }

  void index_quotations() {
    for (const PlacedQuotation& placed : quotations_) {
      if (placed.cue == kNone) continue;
      quotes_by_cue_[placed.cue].push_back(placed.tokens);
      if (!placed.fragment) quoting_cues_.insert(cues_[placed.cue].token);
    }
  }

  std::vector<TokenRange> pieces_of(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                                    const std::vector<TokenRange>& quotes) const {
    std::vector<TokenRange> pieces = find_complement(doc_, cue, speaker);
    if (pieces.empty() && quotes.empty()) pieces = find_surrounding(doc_, cue, speaker, sentences_->around(cue.token));
    for (TokenRange& piece : pieces)
      piece = before_finite_conjunct(doc_, cue, before_next_cue(cue, extended(cue, piece)));
    if (!quotes.empty()) pieces = with_quotes(cue, pieces, quotes);
    return widened(cue, std::move(pieces));
  }

  TokenRange extended(const StatementCue& cue, TokenRange piece) const {
    if (cue.form != CueForm::verb) return piece;
    const TokenRange sentence = sentences_->around(cue.token);
    return piece.begin > cue.token ? extend_right(doc_, cue, piece, sentence) : extend_left(doc_, cue, piece, sentence);
  }

  // ", adding that …" begins the speaker's next statement.
  TokenRange before_next_cue(const StatementCue& cue, TokenRange piece) const {
    const TokenId from = std::max(cue.token + 1, piece.begin);
    auto at = std::lower_bound(cues_.begin(), cues_.end(), from,
                               [](const StatementCue& c, TokenId t) { return c.token < t; });
    for (; at != cues_.end() && at->token < piece.end; ++at) {
      const StatementCue& next = *at;
      if (next.form != CueForm::verb) continue;
      const TokenId first = next.words.begin;
      if (next.takes(kQuote) && first > piece.begin && (is_added(next) || is_outer_conjunct(doc_, next.token)))
        return without_edges(doc_, {piece.begin, doc_.tokens[first - 1].pos == Pos::cconj ? first - 1 : first});
    }
    return piece;
  }

  bool is_added(const StatementCue& cue) const {
    const Token& verb = doc_.tokens[cue.token];
    return verb.tag == "VBG" && verb.dep == Dep::advcl && doc_.tokens[cue.words.begin - 1].lower == ",";
  }

  // A clause on the quotation's side of the cue is the quotation with what leads into it.
  std::vector<TokenRange> with_quotes(const StatementCue& cue, const std::vector<TokenRange>& clauses,
                                      const std::vector<TokenRange>& quotes) const {
    std::vector<TokenRange> pieces = quotes;
    for (const TokenRange& clause : clauses) {
      bool taken = false;
      for (TokenRange& quote : pieces) {
        const bool same_side = (clause.begin < cue.token) == (quote.begin < cue.token);
        if (!same_side) continue;
        taken = true;
        if (!begins_sentence(quote.begin) && clause.begin < quote.end && clause.end > quote.begin)
          quote = {std::min(quote.begin, clause.begin), std::max(quote.end, clause.end)};
      }
      if (!taken && says_more(clause)) pieces.push_back(clause);
    }
    std::sort(pieces.begin(), pieces.end(), [](TokenRange a, TokenRange b) { return a.begin < b.begin; });
    return pieces;
  }

  // Beside a quotation, a clause on the other side of the cue is content only when it says so: "and that the road …".
  bool says_more(TokenRange clause) const {
    const std::string_view first = doc_.tokens[clause.begin].lower;
    return clause.size() > 1 && quotation_at(clause.begin) == nullptr && (first == "that" || first == "whether");
  }

  bool begins_sentence(TokenId first) const {
    const PlacedQuotation* placed = quotation_at(first);
    return placed != nullptr && placed->tokens.begin == first && !placed->fragment;
  }

  const PlacedQuotation* quotation_at(TokenId token) const {
    const auto after = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                                        [](TokenId t, const PlacedQuotation& q) { return t < q.tokens.begin; });
    if (after == quotations_.begin()) return nullptr;
    const PlacedQuotation& placed = *std::prev(after);
    return placed.tokens.contains(token) ? &placed : nullptr;
  }

  // A piece never cuts a quotation in two; a cue inside a quotation says nothing outside it.
  std::vector<TokenRange> widened(const StatementCue& cue, std::vector<TokenRange> pieces) const {
    const PlacedQuotation* around = quotation_at(cue.token);
    for (TokenRange& piece : pieces) {
      if (around)
        piece = inside(piece, *around);
      else
        piece = after_dateline(over_quotations(in_line(piece, cue), cue));
    }
    std::erase_if(pieces, [this](TokenRange piece) { return !has_word(piece); });
    return pieces;
  }

  bool has_word(TokenRange piece) const {
    for (TokenId t = piece.begin; t < piece.end; ++t)
      if (doc_.tokens[t].pos != Pos::punct && doc_.tokens[t].pos != Pos::space) return true;
    return false;
  }

  TokenRange inside(TokenRange piece, const PlacedQuotation& around) const {
    const Span words = around.quotation.inside;
    piece.begin = std::max(piece.begin, around.tokens.begin);
    piece.end = std::min(piece.end, around.tokens.end);
    while (piece.begin < piece.end && doc_.tokens[piece.begin].span.begin < words.begin) ++piece.begin;
    while (piece.end > piece.begin && doc_.tokens[piece.end - 1].span.end > words.end) --piece.end;
    return without_edges(doc_, piece);
  }

  // Nothing is said across the end of a line: headlines and labels stand there.
  TokenRange in_line(TokenRange piece, const StatementCue& cue) const {
    for (TokenId t = piece.end; t-- > piece.begin;)
      if (is_line_break(doc_, t)) {
        if (piece.begin < cue.token) return without_edges(doc_, {t + 1, piece.end});
        piece.end = t;
      }
    return without_edges(doc_, piece);
  }

  // "KYIV, April 20 - The talks failed, she said."
  TokenRange after_dateline(TokenRange piece) const {
    if (!doc_.dateline) return piece;
    while (piece.begin < piece.end && doc_.tokens[piece.begin].span.begin < doc_.dateline->end) ++piece.begin;
    return without_edges(doc_, piece);
  }

  TokenRange over_quotations(TokenRange piece, const StatementCue& cue) const {
    if (const PlacedQuotation* first = quotation_at(piece.begin)) {
      if (!first->tokens.contains(cue.token)) piece.begin = std::min(piece.begin, first->tokens.begin);
    }
    if (const PlacedQuotation* last = quotation_at(piece.end - 1)) piece.end = std::max(piece.end, last->tokens.end);
    return piece;
  }

  // What the frames demand beyond words: a document that shows, somebody who says.
  bool is_reported(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                   const std::vector<TokenRange>& pieces) const {
    if (cue.form == CueForm::phrase) return speaker.has_value();
    if (is_private(cue, speaker) || is_purpose(doc_, tables_, cue) || asks_for_anonymity(cue)) return false;
    if (cue.form == CueForm::noun && !speaker && !cue.takes(kClause)) return false;
    if (cue.takes(kDocument)) return speaker && is_evidence(*speaker);
    if (!speaker && cue.form == CueForm::verb) return cue.takes(kPassive) || has_quotation(pieces);
    return true;
  }

  // "who asked not to be named" tells how the source is called, and nothing of the news.
  bool asks_for_anonymity(const StatementCue& cue) const {
    if (cue.form != CueForm::verb || !cue.takes(kTo | kObjectTo)) return false;
    const TokenId act = child_with(doc_, cue.token, {Dep::xcomp});
    return act != kNone && tables_.is_naming(doc_.tokens[act].lemma) && is_infinitive(doc_, act) &&
           child_with(doc_, act, {Dep::auxpass}) != kNone;
  }

  // Thoughts and wishes of "I" and "you", and those that are only mentioned within a quotation, are no statements.
  bool is_private(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) const {
    const bool first_or_second = speaker && is_first_or_second(doc_.tokens[speaker->head].lower);
    const bool quoted = quotation_at(cue.token) != nullptr;
    if (quoted && (!speaker || first_or_second)) return true;
    if (!is_thought(*cue.reading)) return false;
    const bool own = speaker && doc_.tokens[speaker->head].pos == Pos::pron && is_told(cue.token);
    const bool aside =
        cue.form == CueForm::verb && doc_.tokens[cue.token].tag == "VBG" && doc_.tokens[cue.token].dep == Dep::acl;
    return quoted || first_or_second || own || aside || is_infinitive(doc_, cue.token);
  }

  // "She said she hopes …": the thought is part of what another cue reports.
  bool is_told(TokenId token) const {
    for (int climbs = 0; climbs < kClimbsMax && doc_.tokens[token].head != token; ++climbs) {
      const TokenId head = doc_.tokens[token].head;
      if (doc_.tokens[token].dep == Dep::ccomp && is_quoting_cue(head)) return true;
      token = head;
    }
    return false;
  }

  bool is_quoting_cue(TokenId token) const {
    const auto at = std::lower_bound(cues_.begin(), cues_.end(), token,
                                     [](const StatementCue& c, TokenId t) { return c.token < t; });
    return at != cues_.end() && at->token == token && at->takes(kQuote);
  }

  bool is_evidence(const SpeakerPhrase& speaker) const {
    const SpeakerKind kind = kind_of_speaker(tables_, doc_, speaker);
    return kind == SpeakerKind::document || kind == SpeakerKind::media;
  }

  bool has_quotation(const std::vector<TokenRange>& pieces) const {
    return std::any_of(pieces.begin(), pieces.end(),
                       [&](TokenRange piece) { return quotation_at(piece.begin) != nullptr; });
  }

  void set_speaker(Statement& statement, const std::optional<SpeakerPhrase>& speaker) const {
    statement.speaker_kind = SpeakerKind::unnamed;
    if (!speaker) return;
    statement.speaker_span = doc_.span_of(speaker->tokens);
    statement.speaker_kind = kind_of_speaker(tables_, doc_, *speaker);
    MentionId mention = doc_.mention_headed_by(speaker->head);
    if (mention == kNone) mention = doc_.mention_covering(speaker->head);
    if (mention != kNone) statement.speaker = doc_.mentions[mention].entity;
  }

  void set_content(Statement& statement, std::vector<TokenRange> pieces) const {
    bool any_quoted = false;
    bool all_quoted = true;
    for (TokenRange piece : pieces) {
      const Span span = span_of(piece);
      statement.content.push_back(span);
      const bool quoted = is_quoted(span);
      all_quoted = all_quoted && quoted;
      any_quoted = any_quoted || quoted || holds_quotation(span);
    }
    statement.form = all_quoted ? StatementForm::direct : any_quoted ? StatementForm::mixed : StatementForm::indirect;
  }

  Span span_of(TokenRange piece) const {
    Span span = doc_.span_of(piece);
    if (const PlacedQuotation* first = quotation_at(piece.begin); first && first->tokens.begin == piece.begin)
      span.begin = std::min(span.begin, first->quotation.span.begin);
    return span;
  }

  bool is_quoted(Span span) const {
    const auto after = first_quotation_after(span.begin);
    return after != quotations_.begin() && std::prev(after)->quotation.span.contains(span);
  }

  // The first quotation that begins after a place in the text.
  std::vector<PlacedQuotation>::const_iterator first_quotation_after(uint32_t at) const {
    return std::upper_bound(
        quotations_.begin(), quotations_.end(), at,
        [](uint32_t place, const PlacedQuotation& placed) { return place < placed.quotation.span.begin; });
  }

  bool holds_quotation(Span span) const {
    auto at = first_quotation_after(span.begin);
    if (at != quotations_.begin()) --at;
    for (; at != quotations_.end() && at->quotation.span.begin < span.end; ++at)
      if (span.contains(at->quotation.inside)) return true;
    return false;
  }

  // "“…,” she said. “And …”": what goes on is one statement with what it continues.
  void continue_quotations() {
    for (const PlacedQuotation& placed : quotations_) {
      if (!placed.goes_on) continue;
      if (Statement* before = last_quoting(placed.quotation.span.begin))
        before->content.push_back(placed.quotation.span);
    }
  }

  // The statement that ends last before the place, when it quotes whole sentences. Statements still stand in the order
  // of their cues, so it is one of the last that have theirs before the place.
  Statement* last_quoting(uint32_t at) {
    auto next =
        std::upper_bound(doc_.statements.begin(), doc_.statements.end(), at,
                         [](uint32_t place, const Statement& statement) { return place < statement.cue->begin; });
    Statement* last = nullptr;
    for (uint32_t looked = 0; next != doc_.statements.begin() && looked < kStatementsBackMax; ++looked) {
      --next;
      if (end_of(*next) <= at && (!last || end_of(*last) < end_of(*next))) last = &*next;
    }
    return last && quoting_cues_.contains(last->cue_token) && is_near(end_of(*last), at) ? last : nullptr;
  }

  static uint32_t end_of(const Statement& statement) {
    uint32_t end = statement.cue ? statement.cue->end : 0;
    return statement.content.empty() ? end : std::max(end, statement.content.back().end);
  }

  // Within the same paragraph, or from one to the next.
  bool is_near(uint32_t end, uint32_t at) const {
    bool in_break = false;
    int breaks = 0;
    for (char c : doc_.text.substr(end, at - end)) {
      if (c == '\n' && !in_break && ++breaks > 1) return false;
      in_break = c == '\n' || (in_break && c == ' ');
    }
    return true;
  }

  void sort() {
    std::stable_sort(doc_.statements.begin(), doc_.statements.end(),
                     [](const Statement& a, const Statement& b) { return start_of(a) < start_of(b); });
  }

  void nest() {
    for (StatementId id = 0; id < doc_.statements.size(); ++id) {
      const StatementId carrier = statement_carrying(doc_, doc_.statements[id].cue_token);
      if (!stands_within(carrier, id)) doc_.statements[id].within = carrier;
    }
  }

  // "If it closed, as the letter said, trade would stop, an aide explained": each has the other's cue in its content.
  bool stands_within(StatementId inner, StatementId outer) const {
    while (inner != kNone && inner != outer) inner = doc_.statements[inner].within;
    return inner == outer;
  }

  const StatementTables& tables_;
  Document& doc_;
  std::vector<StatementCue> cues_;
  std::vector<PlacedQuotation> quotations_;
  std::optional<PunctuatedSentences> sentences_;
  std::unordered_map<uint32_t, std::vector<TokenRange>> quotes_by_cue_;
  std::unordered_set<TokenId> quoting_cues_;  // cues of quotations that are whole sentences
};

}  // namespace

void find_statements(const StatementTables& tables, Document& doc) { StatementFinder(tables, doc).find(); }

// Statements stand in the order in which they begin, and what covers a token begins not many statements before it.
StatementId statement_carrying(const Document& doc, TokenId token) {
  const Span word = doc.tokens[token].span;
  const auto next = std::upper_bound(doc.statements.begin(), doc.statements.end(), word.begin,
                                     [](uint32_t at, const Statement& statement) { return at < start_of(statement); });
  StatementId innermost = kNone;
  uint32_t size = UINT32_MAX;
  const auto last = StatementId(next - doc.statements.begin());
  for (StatementId id = last > kCarriersMax ? last - kCarriersMax : 0; id < last; ++id) {
    const Statement& statement = doc.statements[id];
    if (statement.cue_token == token) continue;
    for (Span span : statement.content)
      if (span.contains(word) && span.size() < size) {
        innermost = id;
        size = span.size();
      }
  }
  return innermost;
}

}  // namespace verbale
