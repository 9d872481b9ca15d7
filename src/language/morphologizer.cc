// cfg maps each label to its features and to its part of speech; the order of "labels_morph" is that of the classes.
// Parts of speech are numbers of reserved symbols.
#include "language/morphologizer.h"

#include <simdjson.h>

#include <unordered_map>

#include "language/string_id.h"

namespace verbale {
namespace {

using Label = Morphologizer::Label;

// A symbol that names no part of speech is an error, since the oracle would set it.
std::optional<Pos> pos_of(uint64_t symbol) {
  if (symbol == 0) return Pos::none;
  if (symbol >= reserved_symbols().size()) return std::nullopt;
  const Pos pos = pos_from_label(reserved_symbols()[symbol]);
  return pos == Pos::none ? std::nullopt : std::optional(pos);
}

Result<std::vector<Label>> read_morph_labels(const Package& package, const std::string& file) {
  Result<MappedFile> mapped = package.map(file);
  if (!mapped) return std::move(mapped).error();
  simdjson::dom::parser parser;
  simdjson::dom::element settings;
  if (parser.parse(std::string(mapped->text())).get(settings) != simdjson::SUCCESS)
    return package.error(file, "document", "not valid JSON");
  simdjson::dom::object features, parts_of_speech;
  if (settings["labels_morph"].get(features) != simdjson::SUCCESS)
    return package.error(file, "labels_morph", "expected a map");
  if (settings["labels_pos"].get(parts_of_speech) != simdjson::SUCCESS)
    return package.error(file, "labels_pos", "expected a map");

  std::unordered_map<std::string_view, Pos> pos_of_label;
  for (const auto [name, value] : parts_of_speech) {
    uint64_t symbol = 0;
    if (value.get(symbol) != simdjson::SUCCESS || !pos_of(symbol))
      return package.error(file, "labels_pos", "no part of speech for the label \"" + std::string(name) + "\"");
    pos_of_label.emplace(name, *pos_of(symbol));
  }
  std::vector<Label> labels;
  for (const auto [name, value] : features) {
    std::string_view feats;
    if (value.get(feats) != simdjson::SUCCESS) return package.error(file, "labels_morph", "expected strings");
    const auto pos = pos_of_label.find(name);
    labels.push_back({std::string(feats), pos == pos_of_label.end() ? Pos::none : pos->second});
  }
  return labels;
}

}  // namespace

Result<Morphologizer> Morphologizer::open(const Package& package, std::string_view component, size_t width) {
  Result<std::vector<Label>> labels = read_morph_labels(package, std::string(component) + "/cfg");
  if (!labels) return std::move(labels).error();
  Result<TokenClassifier> classifier = TokenClassifier::open(package, component, width);
  if (!classifier) return std::move(classifier).error();
  if (Status status = classifier->expect_labels(package, component, labels->size()); !status)
    return std::move(status).error();

  Morphologizer morphologizer;
  morphologizer.labels_ = *std::move(labels);
  morphologizer.classifier_ = *std::move(classifier);
  return morphologizer;
}

}  // namespace verbale
