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

bool may_run(const Period& period) { return period.grain >= Grain::year; }

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
  anchor.narrative = is_narrative(expressions, anchor.published);
  doc.times.reserve(doc.times.size() + expressions.size());
  for (const TimeExpression& expression : expressions) {
    const TimeTense tense = tense_around(tables.lexicon(), doc, expression.tokens);
    const TimeMeaning meaning = resolve_expression(expression, tense, anchor);
    if (meaning.moves_running && meaning.period && may_run(*meaning.period)) anchor.running = meaning.period;
    doc.times.push_back(to_timex(doc, expression, meaning));
    doc.explain("time", expression.span, [&] { return meaning.value + ": " + std::string(meaning.reason); });
  }
}

}  // namespace verbale
