// Orders are refused where a component would find annotations of an earlier one and act on them in a way that the later
// stages here do not know.
#include "language/components.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr std::string_view kFile = "config.cfg";
constexpr std::array<std::string_view, kFactories> kFactoryNames = {
    "tok2vec",         "tagger",     "morphologizer",       "senter", "parser", "ner",
    "attribute_ruler", "lemmatizer", "trainable_lemmatizer"};

// What may not run before what: rules look at the labels of these, and the rule lemmatizer at parts of speech.
struct Order {
  Factory first, second;
};
constexpr Order kRequiredOrders[] = {{Factory::tagger, Factory::attribute_ruler},
                                     {Factory::morphologizer, Factory::attribute_ruler},
                                     {Factory::parser, Factory::attribute_ruler},
                                     {Factory::morphologizer, Factory::lemmatizer}};

// What cannot run together.
constexpr Order kRivals[] = {{Factory::senter, Factory::parser}, {Factory::lemmatizer, Factory::trainable_lemmatizer}};

std::string section_of(const std::string& component) { return "components." + component; }

// Functions that would change the pipeline when it is made.
constexpr std::string_view kCallbacks[] = {"before_creation", "after_creation", "after_pipeline_creation"};

Status refuse_callbacks(const Package& package) {
  for (const std::string_view callback : kCallbacks) {
    const bool is_set = package.config().json("nlp", callback).value_or("null") != "null";
    if (is_set || package.config().has_section("nlp." + std::string(callback)))
      return package.error(kFile, "[nlp] " + std::string(callback), "callbacks are not supported");
  }
  return {};
}

std::string_view to_name(Factory factory) { return kFactoryNames[size_t(factory)]; }

}  // namespace

Result<Components> Components::read(const Package& package) {
  Components components;
  if (Status status = refuse_callbacks(package); !status) return std::move(status).error();
  for (const std::string& component : package.pipeline())
    if (Status added = components.add(package, component); !added) return std::move(added).error();
  if (Status status = components.check_order(package); !status) return std::move(status).error();
  return components;
}

Status Components::add(const Package& package, const std::string& component) {
  const std::string factory = package.config().text(section_of(component), "factory").value_or(component);
  const auto* known = std::find(kFactoryNames.begin(), kFactoryNames.end(), factory);
  if (known == kFactoryNames.end())
    return package.error(kFile, section_of(component), "the factory \"" + factory + "\" is not supported");
  auto& name = names_[size_t(known - kFactoryNames.begin())];
  if (name) return package.error(kFile, section_of(component), "a second component of the factory \"" + factory + "\"");
  name = component;
  order_.push_back(Factory(known - kFactoryNames.begin()));
  return {};
}

Status Components::check_order(const Package& package) const {
  for (const auto [first, second] : kRequiredOrders)
    if (in_order(second, first))
      return package.error(kFile, "[nlp] pipeline",
                           "\"" + *name(second) + "\" before \"" + *name(first) + "\" is not supported");
  for (const auto [one, other] : kRivals)
    if (runs(one) && runs(other))
      return package.error(
          kFile, "[nlp] pipeline",
          std::string(to_name(one)) + " and " + std::string(to_name(other)) + " in one pipeline are not supported");
  return {};
}

bool Components::in_order(Factory first, Factory second) const {
  const auto at = [this](Factory factory) { return std::find(order_.begin(), order_.end(), factory); };
  return runs(first) && runs(second) && at(first) < at(second);
}

}  // namespace verbale
