// Each section is one function and says nothing when it has nothing. An event is three lines: a headline in plain
// words, the circumstances, and the sentence that carries it.
#include "cli/account.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/excerpt.h"
#include "record/json.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

constexpr std::string_view kIndent = "    ";
constexpr size_t kStatementsMax = 30;

class Account {
 public:
  Account(const Document& doc, const Phrases& phrases, const Terminal& terminal)
      : doc_(doc),
        phrases_(phrases),
        style_(terminal.colour),
        terminal_(terminal),
        columns_(size_t(terminal.width) - kIndent.size()) {}

  std::string write() {
    write_head();
    if (!is_unread(doc_)) {
      write_events("What it reports", false);
      write_events("What it recalls", true);
      if (doc_.events.empty()) out_ += "\nNo political event was found.\n";
      write_intentions();
      write_statements();
      write_open();
      write_signals();
    }
    write_notes();
    return std::move(out_);
  }

 private:
  void heading(std::string_view words) { out_ += fmt::format("\n{}\n", style_.blue(words)); }
  void line(std::string_view words) { out_ += fmt::format("{}{}\n", kIndent, words); }

  // Facts of one line, separated by dots, broken before the edge of the screen.
  void facts(const std::vector<std::string>& parts) {
    std::string row;
    for (const std::string& part : parts) {
      if (!row.empty() && display_width(row) + display_width(part) + 3 > columns_) {
        line(style_.dim(row));
        row.clear();
      }
      row += row.empty() ? part : " · " + part;
    }
    if (!row.empty()) line(style_.dim(row));
  }

  std::string quote(Span whole, Span focus, const std::vector<Span>& others) const {
    return excerpt(doc_.text, whole, focus, others, columns_, style_, terminal_.colour);
  }
  std::string quote(Span whole) const { return quote(whole, {whole.begin, whole.begin}, {}); }

  // ---- head ----

  void write_head() {
    const Article& article = doc_.article;
    if (!article.title.empty()) out_ += style_.bold(one_line(article.title)) + "\n";
    std::vector<std::string> parts;
    if (article.published.known()) parts.push_back(value_phrase(article.published.value));
    if (doc_.dateline_place) parts.push_back("written in " + place_phrase(doc_, *doc_.dateline_place));
    if (!article.bylines.empty()) parts.push_back("by " + join_names(article.bylines));
    if (!article.publisher_name.empty()) parts.push_back(article.publisher_name);
    if (!article.url.empty()) parts.push_back(article.url);
    if (!article.published.known()) parts.push_back("no publication date: give one with --date");
    out_ += style_.dim(fmt::format("{}", fmt::join(parts, " · "))) + "\n";
  }

  // ---- events ----

  void write_events(std::string_view title, bool background) {
    bool first = true;
    for (const Event& event : doc_.events) {
      if (event.background != background) continue;
      if (first) heading(title);
      if (!first) out_ += "\n";
      first = false;
      write_event(event);
    }
  }

  void write_event(const Event& event) {
    const std::string status = status_phrase(event.status);
    const std::string mark = status.empty() ? "" : "  " + in_status_colour(event.status, "[" + status + "]");
    out_ += "  " + phrases_.headline(doc_, event, style_) + mark + "\n";
    facts(circumstances(event));
    std::vector<Span> others;
    for (const auto* list : {&event.actors, &event.recipients})
      for (const Participant& one : *list) others.push_back(one.span);
    if (event.place) others.push_back(event.place->span);
    line("“" + quote(sentence_of(event), event.trigger, others) + "”");
  }

  Span sentence_of(const Event& event) const {
    return trim_span(doc_.text, doc_.span_of(doc_.sentences[event.sentence].tokens));
  }

  std::string in_status_colour(EventStatus status, std::string_view words) const {
    if (status == EventStatus::denied || status == EventStatus::not_happened) return style_.red(words);
    return status == EventStatus::ongoing ? style_.green(words) : style_.yellow(words);
  }

  std::vector<std::string> circumstances(const Event& event) const {
    std::vector<std::string> parts;
    if (event.time) parts.push_back(time_phrase(*event.time));
    if (event.place && event.place->ref != kNone) parts.push_back("in " + place_phrase(doc_, event.place->ref));
    if (event.said_by != kNone) parts.push_back("on the word of " + speaker_phrase(doc_, event.said_by));
    for (const Count& count : event.counts) parts.push_back(count_phrase(count));
    if (!event.items.empty()) parts.push_back(items_phrase(event));
    for (const OtherParticipant& other : event.others)
      if (other.entity != kNone) parts.push_back(fmt::format("{}: {}", other.role, entity_phrase(doc_, other.entity)));
    parts.push_back(Phrases::code(event));
    parts.erase(std::remove(parts.begin(), parts.end(), std::string()), parts.end());
    return parts;
  }

  static std::string items_phrase(const Event& event) {
    std::vector<std::string> names;
    for (const Item& item : event.items)
      names.push_back(item.quantity ? fmt::format("{} {}{}", *item.quantity,
                                                  item.currency.empty() ? "" : std::string(item.currency) + " ",
                                                  one_line(item.item))
                                    : one_line(item.item));
    return "with " + join_names(names);
  }

  // ---- the rest ----

  void write_intentions() {
    if (doc_.intentions.empty()) return;
    heading("What was promised, planned or demanded");
    for (const Intention& one : doc_.intentions) write_intention(one);
  }

  void write_intention(const Intention& one) {
    std::string head = fmt::format("  {}", style_.yellow(to_label(one.kind)));
    if (!one.by.empty()) head += " by " + style_.bold(join_names(entities(one.by)));
    if (!one.to.empty()) head += ", to " + style_.bold(join_names(entities(one.to)));
    if (one.due != kNone) head += ", due: " + one_line(doc_.words(doc_.times[one.due].span));
    out_ += head + "\n";
    line("“" + quote(one.content) + "”");
    for (const Condition& condition : one.conditions)
      line(fmt::format("{}: “{}”", condition.form, quote(condition.span)));
    if (one.said_by != kNone) facts({"on the word of " + speaker_phrase(doc_, one.said_by)});
  }

  std::vector<std::string> entities(const std::vector<EntityId>& ids) const {
    std::vector<std::string> names;
    for (EntityId id : ids) names.push_back(entity_phrase(doc_, id));
    return names;
  }

  void write_statements() {
    if (doc_.statements.empty()) return;
    heading("Who said what");
    const size_t shown = std::min(kStatementsMax, size_t(doc_.statements.size()));
    for (StatementId id = 0; id < shown; ++id) write_statement(id);
    if (shown < doc_.statements.size()) facts({fmt::format("and {} more statements", doc_.statements.size() - shown)});
  }

  void write_statement(StatementId id) {
    const Statement& statement = doc_.statements[id];
    std::string head = "  " + style_.bold(speaker_phrase(doc_, id));
    if (statement.speaker_kind == SpeakerKind::unnamed) head += style_.dim(" (unnamed)");
    if (statement.cue) head += style_.dim(fmt::format(" – {}", one_line(doc_.words(*statement.cue))));
    if (statement.within != kNone) head += style_.dim(" – told by " + speaker_phrase(doc_, statement.within));
    out_ += head + "\n";
    if (!statement.content.empty()) line(quote(content_of(statement)));
  }

  static Span content_of(const Statement& statement) {
    Span whole = statement.content.front();
    for (Span piece : statement.content) whole = join(whole, piece);
    return whole;
  }

  void write_open() {
    std::vector<std::string> words;
    for (const Timex& time : doc_.times)
      if (time.value.empty()) words.push_back(fmt::format("when is “{}”?", one_line(doc_.words(time.span))));
    for (const Place& place : doc_.places)
      if (!place.located) words.push_back(fmt::format("where is “{}”?", one_line(place.name)));
    if (words.empty()) return;
    heading("What stayed open");
    facts(words);
  }

  void write_signals() {
    if (doc_.signals.empty()) return;
    heading("Signs of how it was made");
    std::vector<std::string> words;
    for (const Signal& signal : doc_.signals) {
      std::string name(signal.signal);
      std::replace(name.begin(), name.end(), '_', ' ');
      words.push_back(signal.is_flag ? name : fmt::format("{}: {}", name, signal.count));
    }
    facts(words);
  }

  void write_notes() {
    if (doc_.article.notes.empty() && doc_.notes.empty()) return;
    heading("Notes");
    for (const auto* notes : {&doc_.article.notes, &doc_.notes})
      for (const Note& note : *notes) line(one_line(note.what));
  }

  const Document& doc_;
  const Phrases& phrases_;
  Style style_;
  Terminal terminal_;
  size_t columns_;
  std::string out_;
};

}  // namespace

std::string write_account(const Document& doc, const Phrases& phrases, const Terminal& terminal) {
  return Account(doc, phrases, terminal).write();
}

}  // namespace verbale
