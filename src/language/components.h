// The components that a package's pipeline runs: what each is, by the factory that config.cfg names, and in which order
// they stand. German packages call their edit trees "lemmatizer"; the factory tells them from a rule lemmatizer.
//
//   Result<Components> components = Components::read(package);
//   components->name(Factory::trainable_lemmatizer);                            "lemmatizer", or null
//   components->in_order(Factory::parser, Factory::ner);                        true
//
// A factory that this layer does not have, two components of one factory, and orders that would change decisions in
// ways that are not reproduced here, are errors: leaving a component out would be a guess.
// errors: input, naming config.cfg and the component.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "language/package.h"

namespace verbale {

enum class Factory : uint8_t {
  tok2vec,
  tagger,
  morphologizer,
  senter,
  parser,
  ner,
  attribute_ruler,
  lemmatizer,
  trainable_lemmatizer
};
inline constexpr size_t kFactories = size_t(Factory::trainable_lemmatizer) + 1;

class Components {
 public:
  static Result<Components> read(const Package& package);

  bool runs(Factory factory) const { return names_[size_t(factory)].has_value(); }

  // The component's name, which is its folder; null when the pipeline has none.
  const std::string* name(Factory factory) const { return runs(factory) ? &*names_[size_t(factory)] : nullptr; }

  // All components, in the order of the pipeline.
  const std::vector<Factory>& order() const { return order_; }

  // Whether both run and the first runs before the second.
  bool in_order(Factory first, Factory second) const;

 private:
  Components() = default;
  Status add(const Package& package, const std::string& component);
  Status check_order(const Package& package) const;

  std::array<std::optional<std::string>, kFactories> names_;
  std::vector<Factory> order_;
};

}  // namespace verbale
