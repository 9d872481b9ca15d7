// Labels come from the component's cfg, in the order of the classes.
#include "language/tagger.h"

namespace verbale {

Result<Tagger> Tagger::open(const Package& package, std::string_view component, size_t width) {
  Result<std::vector<std::string>> labels = read_labels(package, component);
  if (!labels) return std::move(labels).error();
  Result<TokenClassifier> classifier = TokenClassifier::open(package, component, width);
  if (!classifier) return std::move(classifier).error();
  if (Status status = classifier->expect_labels(package, component, labels->size()); !status)
    return std::move(status).error();

  Tagger tagger;
  tagger.labels_ = *std::move(labels);
  tagger.classifier_ = *std::move(classifier);
  return tagger;
}

}  // namespace verbale
