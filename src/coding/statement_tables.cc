// Reads data/statements/*.tsv; a mistake is reported with file and line.
#include "coding/statement_tables.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace verbale {
namespace {

constexpr std::pair<std::string_view, Frame> kFrames[] = {
    {"clause", kClause},      {"quote", kQuote},     {"to", kTo},
    {"object-to", kObjectTo}, {"object", kObject},   {"addressee", kAddressee},
    {"document", kDocument},  {"passive", kPassive}, {"like", kLike}};

std::optional<uint16_t> frame_of(std::string_view word) {
  for (const auto& [name, frame] : kFrames)
    if (name == word) return frame;
  return std::nullopt;
}

// "point out" is the verb "point" with the particle "out".
SpeechVerb split_particle(std::string_view phrase) {
  const size_t space = phrase.find(' ');
  if (space == std::string_view::npos) return {phrase, {}, {}, 0};
  return {phrase.substr(0, space), phrase.substr(space + 1), {}, 0};
}

Error no_table(std::string_view file) { return {Error::Kind::knowledge, std::string(file) + " is missing"}; }

}  // namespace

Status StatementTables::read_words(const Knowledge& knowledge, std::string_view file,
                                   std::unordered_map<std::string_view, std::vector<SpeechVerb>>& words) {
  const Table* table = knowledge.find(file);
  if (!table) return no_table(file);
  for (size_t row = 0; row < table->rows(); ++row) {
    SpeechVerb word = split_particle(table->cell(row, "word"));
    word.kind = table->cell(row, "kind");
    for (std::string_view name : split_list(table->cell(row, "frame"))) {
      const std::optional<uint16_t> frame = frame_of(name);
      if (!frame) return table_error(*table, row, "unknown frame \"" + std::string(name) + "\"");
      word.frames |= *frame;
    }
    words[word.lemma].push_back(word);
  }
  for (auto& [lemma, readings] : words)
    std::stable_sort(readings.begin(), readings.end(),
                     [](const SpeechVerb& a, const SpeechVerb& b) { return a.particle.size() > b.particle.size(); });
  return {};
}

Status StatementTables::read_set(const Knowledge& knowledge, std::string_view file,
                                 std::unordered_set<std::string_view>& set) {
  const Table* table = knowledge.find(file);
  if (!table) return no_table(file);
  for (size_t row = 0; row < table->rows(); ++row) set.insert(table->cell(row, "word"));
  return {};
}

Status StatementTables::read_phrases(const Knowledge& knowledge) {
  const Table* table = knowledge.find("statements/phrases.tsv");
  if (!table) return no_table("statements/phrases.tsv");
  for (size_t row = 0; row < table->rows(); ++row) phrases_.push_back(split_list(table->cell(row, "phrase"), ' '));
  return {};
}

Result<StatementTables> StatementTables::open(const Knowledge& knowledge) {
  StatementTables tables;
  if (Status read = tables.read_words(knowledge, "statements/verbs.tsv", tables.verbs_); !read) return read.error();
  if (Status read = tables.read_words(knowledge, "statements/nouns.tsv", tables.nouns_); !read) return read.error();
  if (Status read = tables.read_words(knowledge, "statements/adjectives.tsv", tables.adjectives_); !read)
    return read.error();
  if (Status read = tables.read_phrases(knowledge); !read) return read.error();
  for (const auto& [file, set] : {std::pair{"statements/sources.tsv", &tables.sources_},
                                  {"statements/documents.tsv", &tables.documents_},
                                  {"statements/media.tsv", &tables.media_},
                                  {"statements/finders.tsv", &tables.finders_},
                                  {"statements/naming.tsv", &tables.naming_},
                                  {"statements/makers.tsv", &tables.makers_},
                                  {"statements/aspects.tsv", &tables.aspects_}})
    if (Status read = tables.read_set(knowledge, file, *set); !read) return read.error();
  return tables;
}

namespace {

std::span<const SpeechVerb> readings_of(const std::unordered_map<std::string_view, std::vector<SpeechVerb>>& words,
                                        std::string_view word) {
  const auto found = words.find(word);
  return found == words.end() ? std::span<const SpeechVerb>{} : std::span<const SpeechVerb>{found->second};
}

}  // namespace

std::span<const SpeechVerb> StatementTables::verbs(std::string_view lemma) const { return readings_of(verbs_, lemma); }

std::span<const SpeechVerb> StatementTables::nouns(std::string_view lemma) const { return readings_of(nouns_, lemma); }

std::span<const SpeechVerb> StatementTables::adjectives(std::string_view word) const {
  return readings_of(adjectives_, word);
}

}  // namespace verbale
