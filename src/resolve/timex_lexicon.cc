// Reads the tables of data/times once; every mistake in them is an error that names file and line.
#include "timex_lexicon.h"

#include <algorithm>
#include <charconv>

namespace verbale {
namespace {

constexpr std::pair<std::string_view, TimeClass> kWordTables[] = {{"times/months.tsv", TimeClass::month},
                                                                  {"times/weekdays.tsv", TimeClass::weekday},
                                                                  {"times/units.tsv", TimeClass::unit},
                                                                  {"times/numbers.tsv", TimeClass::number},
                                                                  {"times/ordinals.tsv", TimeClass::ordinal},
                                                                  {"times/quantities.tsv", TimeClass::quantity},
                                                                  {"times/seasons.tsv", TimeClass::season},
                                                                  {"times/dayparts.tsv", TimeClass::daypart},
                                                                  {"times/deictics.tsv", TimeClass::deictic},
                                                                  {"times/relations.tsv", TimeClass::relation},
                                                                  {"times/directions.tsv", TimeClass::direction},
                                                                  {"times/edges.tsv", TimeClass::edge},
                                                                  {"times/adjectives.tsv", TimeClass::adjective},
                                                                  {"times/zones.tsv", TimeClass::zone},
                                                                  {"times/sets.tsv", TimeClass::set},
                                                                  {"times/decades.tsv", TimeClass::decade},
                                                                  {"times/planning.tsv", TimeClass::planning},
                                                                  {"times/not_years.tsv", TimeClass::not_year}};

constexpr std::pair<std::string_view, TimeUse> kUses[] = {
    {"", TimeUse::plain},    {"common", TimeUse::common},   {"short", TimeUse::shortened}, {"plural", TimeUse::plural},
    {"tens", TimeUse::tens}, {"times", TimeUse::times},     {"rank", TimeUse::rank},       {"point", TimeUse::point},
    {"noun", TimeUse::noun}, {"part", TimeUse::part},       {"adverb", TimeUse::adverb},   {"loose", TimeUse::loose},
    {"open", TimeUse::open}, {"article", TimeUse::article}, {"local", TimeUse::local}};

std::optional<TimeUse> use_named(std::string_view name) {
  const auto* found = std::find_if(std::begin(kUses), std::end(kUses), [&](const auto& u) { return u.first == name; });
  return found == std::end(kUses) ? std::nullopt : std::optional(found->second);
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool has_text_values(TimeClass time_class) { return time_class == TimeClass::daypart || time_class == TimeClass::set; }

TimePhrase to_phrase(std::string_view words, std::string_view value) {
  TimePhrase phrase;
  phrase.value = value;
  for (const std::string_view word : split_list(words, ' ')) {
    if (word == "|")
      phrase.marked = phrase.words.size();
    else if (word == "||")
      phrase.marked_end = phrase.words.size();
    else if (!word.empty())
      phrase.words.push_back(word);
  }
  if (phrase.marked_end == 0) phrase.marked_end = phrase.words.size();
  return phrase;
}

}  // namespace

Status TimeLexicon::read_words(const Knowledge& knowledge, std::string_view file, TimeClass time_class) {
  const Table* table = knowledge.find(file);
  if (table == nullptr) return Error{Error::Kind::knowledge, "missing table " + std::string(file)};
  for (size_t row = 0; row < table->rows(); ++row) {
    TimeWord& word = words_[table->cell(row, "word")];
    const std::string_view cell = table->cell(row, "value");
    const auto use = use_named(table->cell(row, "use"));
    if (!use) return table_error(*table, row, "unknown use");
    const auto value = has_text_values(time_class) ? std::optional(0) : whole_number(cell.substr(0, cell.find(';')));
    if (!value) return table_error(*table, row, "the value is not a number");
    if (has_text_values(time_class)) word.text = cell;
    word.classes |= 1u << unsigned(time_class);
    word.values[size_t(time_class)] = int16_t(*value);
    word.uses[size_t(time_class)] = *use;
  }
  return {};
}

Status TimeLexicon::read_phrases(const Knowledge& knowledge, std::string_view file, Phrases& into) {
  const Table* table = knowledge.find(file);
  if (table == nullptr) return Error{Error::Kind::knowledge, "missing table " + std::string(file)};
  for (size_t row = 0; row < table->rows(); ++row) {
    TimePhrase phrase = to_phrase(table->cell(row, size_t(0)), table->cell(row, size_t(1)));
    if (phrase.words.empty()) return table_error(*table, row, "the phrase is empty");
    phrase.ahead = table->cell(row, "when") == "ahead";
    openers_[phrase.words.front()] = true;
    into[phrase.words.front()].push_back(std::move(phrase));
  }
  for (auto& [word, phrases] : into)
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const TimePhrase& a, const TimePhrase& b) { return a.words.size() > b.words.size(); });
  return {};
}

Result<TimeLexicon> TimeLexicon::open(const Knowledge& knowledge) {
  TimeLexicon lexicon;
  for (const auto& [file, time_class] : kWordTables)
    if (Status status = lexicon.read_words(knowledge, file, time_class); !status) return std::move(status).error();
  if (Status s = lexicon.read_phrases(knowledge, "times/references.tsv", lexicon.references_); !s)
    return std::move(s).error();
  if (Status s = lexicon.read_phrases(knowledge, "times/holidays.tsv", lexicon.holidays_); !s)
    return std::move(s).error();
  if (Status s = lexicon.read_phrases(knowledge, "times/approximations.tsv", lexicon.approximations_); !s)
    return std::move(s).error();
  return lexicon;
}

}  // namespace verbale
