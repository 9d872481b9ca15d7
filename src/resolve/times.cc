// The pass: words, expressions, meanings, in one walk from left to right that carries the running date along.
#include "times.h"

#include <vector>

#include "timex_anchor.h"
#include "timex_lexicon.h"
#include "timex_reader.h"
#include "timex_tense.h"
#include "timex_words.h"

namespace verbale {
namespace {

Timex to_timex(Document& doc, const TimeExpression& expression, const TimeMeaning& meaning) {
  Timex timex;
  timex.span = expression.span;
  timex.tokens = expression.tokens;
  timex.type = meaning.type;
  timex.value = doc.keep(meaning.value);
  timex.anchor = meaning.anchor;
  timex.reason = meaning.reason;
  if (meaning.period && !meaning.period->bc) {
    timex.begin = first_day(*meaning.period);
    timex.end = last_day(*meaning.period);
  }
  return timex;
}

bool breaks_line(const Document& doc, TokenId token) {
  return token >= doc.tokens.size() || doc.words(token).find('\n') != std::string_view::npos;
}

// A full date that stands alone on one of the first lines, or in the dateline: the day of writing when nothing else
// tells it.
bool is_date_line(const Document& doc, const TimeExpression& e) {
  if (!e.year || e.month == 0 || e.day == 0 || e.tokens.end > 80) return false;
  if (doc.dateline && doc.dateline->contains(e.span)) return true;
  const bool opens = e.tokens.begin == 0 || breaks_line(doc, e.tokens.begin - 1);
  return opens && breaks_line(doc, e.tokens.end);
}

// In the sentence of an explicit date of long ago, or in the next sentence of the same paragraph.
bool is_beside(const Document& doc, const TimeExpression* told, const TimeExpression& e, const TimeAnchor& anchor) {
  if (told == nullptr || !anchor.published || !anchor.running || anchor.running->bc) return false;
  if (anchor.running->grain < Grain::year) return false;
  const uint32_t from = doc.tokens[told->tokens.begin].sentence, to = doc.tokens[e.tokens.begin].sentence;
  const bool near = to - from <= 1 && doc.sentences[from].paragraph == doc.sentences[to].paragraph;
  return near && *anchor.published - last_day(*anchor.running) > std::chrono::days(400);
}

// "after Friday's attack": the story does not go on from there.
bool owns_something(const Document& doc, TokenRange tokens) {
  return tokens.end < doc.tokens.size() && doc.tokens[tokens.end].dep == Dep::case_;
}

constexpr std::chrono::days kLongBefore{20};

// "promised in December to pass the reform by the end of March": the term is told from December.
bool is_term_told_then(const Document& doc, const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  if (tense != TimeTense::future || !anchor.published || !anchor.running || e.tokens.begin == 0) return false;
  if (e.month == 0 || e.year || e.relation != TimeRelation::none || anchor.running->bc) return false;
  const Timex& told = doc.times.back();
  const bool beside = told.end && told.end == last_day(*anchor.running) &&
                      doc.tokens[told.tokens.begin].sentence == doc.tokens[e.tokens.begin].sentence;
  const std::string_view before = doc.tokens[e.tokens.begin - 1].lower;
  return beside && (before == "by" || before == "before" || before == "until") &&
         last_day(*anchor.running) + kLongBefore < *anchor.published;
}

TimeMeaning resolve_from_then(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  TimeAnchor then = anchor;
  then.published = last_day(*anchor.running);
  TimeMeaning meaning = resolve_expression(e, tense, then);
  meaning.anchor = "running";
  meaning.reason = "first after the date told before it";
  return meaning;
}

void find_date_line(const Document& doc, const std::vector<TimeExpression>& expressions, TimeAnchor& anchor) {
  for (const TimeExpression& e : expressions) {
    if (!is_date_line(doc, e) || e.bc || !is_date(*e.year, e.month, e.day)) continue;
    anchor.published = make_day(*e.year, e.month, e.day);
    anchor.published_by = "dateline";
    return;
  }
}

}  // namespace

Result<TimeTables> TimeTables::open(const Knowledge& knowledge) {
  Result<TimeLexicon> lexicon = TimeLexicon::open(knowledge);
  if (!lexicon) return std::move(lexicon).error().during("reading the words of time");
  return TimeTables(std::make_shared<const TimeLexicon>(*std::move(lexicon)));
}

void resolve_times(const TimeTables& tables, Document& doc) {
  std::vector<TokenWord> words;
  std::vector<TimeExpression> expressions;
  read_token_words(tables.lexicon(), doc, words);
  read_expressions(tables.lexicon(), doc, words, expressions);

  TimeAnchor anchor;
  anchor.published = doc.published_day();
  if (!anchor.published) find_date_line(doc, expressions, anchor);
  anchor.narrative = is_narrative(expressions, anchor.published);
  const TimeExpression* told = nullptr;  // the last one with a year
  doc.times.reserve(doc.times.size() + expressions.size());
  for (const TimeExpression& expression : expressions) {
    anchor.beside = is_beside(doc, told, expression, anchor);
    // A dateline tells when it was written, whatever its sentence goes on to speak of.
    const bool dateline = doc.dateline && doc.dateline->contains(expression.span);
    const TimeTense tense = dateline ? TimeTense::past : tense_around(tables.lexicon(), doc, expression.tokens);
    if (expression.only_ahead && (tense == TimeTense::past || anchor.narrative)) continue;
    const bool then = !doc.times.empty() && is_term_told_then(doc, expression, tense, anchor);
    const TimeMeaning meaning =
        then ? resolve_from_then(expression, tense, anchor) : resolve_expression(expression, tense, anchor);
    if (!owns_something(doc, expression.tokens)) move_running(anchor, expression, tense, meaning);
    if (expression.year && meaning.period) told = &expression;
    doc.times.push_back(to_timex(doc, expression, meaning));
    doc.explain("time", expression.span, [&] { return meaning.value + ": " + std::string(meaning.reason); });
  }
}

}  // namespace verbale
