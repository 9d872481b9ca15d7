// Cues first, then their quotations, then what each cue reports. Finer questions live in their own files: _cues and
// _speaker (who says it, in which word), _quotes, _content, _extent and _pieces (what is said), _judge (whether it is).
#include "coding/statements.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "coding/quotation_index.h"
#include "coding/statement_content.h"
#include "coding/statement_images.h"
#include "coding/statement_judge.h"
#include "coding/statement_labels.h"
#include "coding/statement_pieces.h"
#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr uint32_t kStatementsBackMax = 16;
constexpr uint32_t kCarriersMax = 64;

uint32_t start_of(const Statement& statement) {
  uint32_t start = statement.cue->begin;
  if (statement.speaker_span) start = std::min(start, statement.speaker_span->begin);
  for (Span span : statement.content) start = std::min(start, span.begin);
  return start;
}

class StatementFinder {
 public:
  StatementFinder(const StatementTables& tables, Document& doc) : tables_(tables), doc_(doc) {}

  void find() {
    cues_ = find_cues(tables_, doc_);
    quotations_.emplace(place_quotations(doc_, cues_));
    pieces_.emplace(doc_, cues_, *quotations_);
    judge_.emplace(tables_, doc_, cues_, *quotations_);
    index_quotations();
    for (uint32_t cue = 0; cue < cues_.size(); ++cue) add(cue);
    continue_quotations();
    for (const LabelledSpeech& speech : find_labelled_speech(tables_, doc_, quotations_->all())) add(speech);
    for (const ImageReport& report : find_image_reports(tables_, doc_)) add(report);
    sort();
    nest();
  }

 private:
  void add(uint32_t index) {
    const StatementCue& cue = cues_[index];
    if (is_told_by_object(cue)) return;
    const std::optional<SpeakerPhrase> speaker = find_speaker(doc_, cue, *quotations_);
    std::vector<TokenRange> pieces = pieces_->of(cue, speaker, quotes_of(index));
    if (pieces.empty() || !judge_->is_reported(cue, speaker, pieces)) return;
    if (cue.form == CueForm::noun && is_said_already(pieces)) return;
    Statement statement;
    statement.cue = doc_.span_of(cue.words);
    statement.cue_token = cue.token;
    set_speaker(statement, speaker);
    set_content(statement, std::move(pieces));
    doc_.statements.push_back(std::move(statement));
  }

  // "expressed concern about the dam": the noun says what is said, and its cue holds the verb.
  bool is_told_by_object(const StatementCue& cue) const {
    if (cue.form != CueForm::verb) return false;
    const StatementCue* noun = cue_at(cues_, child_with(doc_, cue.token, {Dep::dobj}));
    return noun != nullptr && noun->predicate == cue.token && !find_complement(doc_, *noun, std::nullopt).empty();
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
    for (const PlacedQuotation& placed : quotations_->all()) {
      if (placed.cue == kNone) continue;
      quotes_by_cue_[placed.cue].push_back(placed.tokens);
      if (!placed.fragment) quoting_cues_.insert(cues_[placed.cue].token);
    }
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
      const bool quoted = quotations_->encloses(span);
      all_quoted = all_quoted && quoted;
      any_quoted = any_quoted || quoted || quotations_->touches(span);
    }
    statement.form = all_quoted ? StatementForm::direct : any_quoted ? StatementForm::mixed : StatementForm::indirect;
  }

  Span span_of(TokenRange piece) const {
    Span span = doc_.span_of(piece);
    if (const PlacedQuotation* first = quotations_->at(piece.begin); first && first->tokens.begin == piece.begin)
      span.begin = std::min(span.begin, first->quotation.span.begin);
    return span;
  }

  // "“…,” she said. “And …”": what goes on is one statement with what it continues.
  void continue_quotations() {
    for (const PlacedQuotation& placed : quotations_->all()) {
      if (!placed.goes_on) continue;
      Statement* before = last_quoting(placed.quotation.span.begin);
      if (before && has_same_marks(*before, placed)) before->content.push_back(placed.quotation.span);
    }
  }

  // Headings in single marks do not go on with a quotation in double ones.
  bool has_same_marks(const Statement& before, const PlacedQuotation& placed) const {
    const Span last = before.content.back();
    return !quotations_->encloses(last) || is_single(last.begin) == is_single(placed.quotation.span.begin);
  }

  bool is_single(uint32_t at) const {
    const std::string_view rest = doc_.text.substr(at);
    return (rest.starts_with("'") && !rest.starts_with("''")) || rest.starts_with("‘");
  }

  // The statement that ends last before the place, when it quotes; statements within its own sentence ("said Berg, who
  // opposes the plan") do not count. Statements still stand in the order of their cues, so it is one of the last that
  // have theirs before the place.
  Statement* last_quoting(uint32_t at) {
    auto next =
        std::upper_bound(doc_.statements.begin(), doc_.statements.end(), at,
                         [](uint32_t place, const Statement& statement) { return place < statement.cue->begin; });
    Statement* last = nullptr;
    Statement* quoting = nullptr;
    for (uint32_t looked = 0; next != doc_.statements.begin() && looked < kStatementsBackMax; ++looked) {
      --next;
      if (end_of(*next) > at) continue;
      if (!last || end_of(*last) < end_of(*next)) last = &*next;
      if (is_quoting(*next) && (!quoting || end_of(*quoting) < end_of(*next))) quoting = &*next;
    }
    if (!quoting || !stand_together(*last, *quoting)) return nullptr;
    return is_near(end_of(*quoting), at) ? quoting : nullptr;
  }

  // Its quotation is a whole sentence, or the end of one: "It was “not enough,” she said."
  bool is_quoting(const Statement& statement) const {
    if (quoting_cues_.contains(statement.cue_token)) return true;
    const Span first = statement.content.front();
    return first.end <= statement.cue->begin && quotations_->touches(first) && is_quoting_verb(statement.cue_token);
  }

  bool is_quoting_verb(TokenId token) const {
    const StatementCue* cue = cue_at(cues_, token);
    return cue != nullptr && cue->form == CueForm::verb && cue->takes(kQuote);
  }

  bool stand_together(const Statement& last, const Statement& quoting) const {
    return &last == &quoting ||
           pieces_->sentences().around(last.cue_token).begin == pieces_->sentences().around(quoting.cue_token).begin;
  }

  static uint32_t end_of(const Statement& statement) {
    uint32_t end = statement.cue ? statement.cue->end : 0;
    return statement.content.empty() ? end : std::max(end, statement.content.back().end);
  }

  // Within the same paragraph, or from one to the next.
  bool is_near(uint32_t end, uint32_t at) const {
    const auto begins_at = [](const Token& token, uint32_t place) { return token.span.end <= place; };
    auto token = std::lower_bound(doc_.tokens.begin(), doc_.tokens.end(), end, begins_at);
    int breaks = 0;
    for (; token != doc_.tokens.end() && token->span.begin < at; ++token)
      breaks += ends_paragraph(doc_, TokenId(token - doc_.tokens.begin()));
    return breaks < 2;
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
  std::optional<QuotationIndex> quotations_;
  std::optional<StatementPieces> pieces_;
  std::optional<StatementJudge> judge_;
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
