// What a tree makes of a form is remembered under the class, also that it does not fit.
#include "language/tree_lemmatizer.h"

#include <simdjson.h>

#include "language/components.h"

namespace verbale {

Result<TreeLemmatizer> TreeLemmatizer::open(const Package& package, size_t classes) {
  Result<Components> components = Components::read(package);
  if (!components) return std::move(components).error();
  const std::string& component = *components->name(Factory::trainable_lemmatizer);
  const std::string section = "components." + component;
  Result<EditTrees> trees = EditTrees::open(package, component + "/trees");
  if (!trees) return std::move(trees).error();
  TreeLemmatizer lemmatizer(*std::move(trees));
  if (Status status = lemmatizer.read_labels(package, component + "/cfg", classes); !status)
    return std::move(status).error();
  if (Status status = lemmatizer.read_backoff(package, section); !status) return std::move(status).error();
  lemmatizer.overwrites_ = package.config().boolean(section, "overwrite").value_or(false);
  return lemmatizer;
}

Status TreeLemmatizer::read_labels(const Package& package, const std::string& file, size_t classes) {
  Result<MappedFile> mapped = package.map(file);
  if (!mapped) return std::move(mapped).error();
  simdjson::dom::parser parser;
  simdjson::dom::array labels;
  if (parser.parse(std::string(mapped->text()))["labels"].get(labels) != simdjson::SUCCESS)
    return package.error(file, "labels", "expected a list of numbers of trees");
  for (const simdjson::dom::element label : labels) {
    uint64_t tree = 0;
    if (label.get(tree) != simdjson::SUCCESS || tree >= trees_.size())
      return package.error(file, "labels",
                           "expected numbers of trees, of which there are " + std::to_string(trees_.size()));
    tree_of_class_.push_back(uint32_t(tree));
  }
  if (tree_of_class_.size() == classes) return {};
  return package.error(file, "labels", "not as many labels as the model has classes");
}

Status TreeLemmatizer::read_backoff(const Package& package, const std::string& section) {
  const std::string setting = package.config().json(section, "backoff").value_or("\"orth\"");
  if (setting == "\"orth\"")
    backoff_ = Lemma::Is::the_text;
  else if (setting == "\"lower\"")
    backoff_ = Lemma::Is::the_lower_case;
  else if (setting == "null")
    backoff_ = Lemma::Is::none;
  else
    return package.error("config.cfg", section, "the backoff " + setting + " is not supported");
  return {};
}

Lemma TreeLemmatizer::find(const Lexicon& lexicon, LexemeId id, std::span<const uint16_t> choices,
                           LemmaCache& cache) const {
  for (const uint16_t choice : choices) {
    const Lemma lemma = cache.find_or(lexicon, id, choice, [&]() -> std::optional<std::string> {
      std::string changed;
      if (!trees_.apply(tree_of_class_[choice], lexicon[id].text, changed)) return std::nullopt;
      return changed;
    });
    if (lemma.is != Lemma::Is::none) return lemma;
  }
  return {backoff_, {}};
}

}  // namespace verbale
