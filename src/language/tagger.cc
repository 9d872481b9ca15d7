// Labels come from the component's cfg, in the order of the classes.
#include "language/tagger.h"

#include <simdjson.h>

#include <algorithm>

#include "kernels/kernels.h"
#include "language/thinc_model.h"

namespace verbale {
namespace {

constexpr size_t kBatch = 64;

Result<std::vector<std::string>> read_labels(const Package& package, const std::string& file) {
  Result<MappedFile> mapped = package.map(file);
  if (!mapped) return std::move(mapped).error();
  simdjson::dom::parser parser;
  simdjson::dom::array labels;
  if (parser.parse(std::string(mapped->text()))["labels"].get(labels) != simdjson::SUCCESS)
    return package.error(file, "labels", "expected a list of strings");
  std::vector<std::string> names;
  for (simdjson::dom::element element : labels) {
    std::string_view name;
    if (element.get(name) != simdjson::SUCCESS) return package.error(file, "labels", "expected a list of strings");
    names.emplace_back(name);
  }
  if (names.empty() || names.size() > UINT16_MAX) return package.error(file, "labels", "no labels, or too many");
  return names;
}

}  // namespace

Result<Tagger> Tagger::open(const Package& package, std::string_view component, size_t width) {
  const std::string folder(component);
  Result<std::vector<std::string>> labels = read_labels(package, folder + "/cfg");
  if (!labels) return std::move(labels).error();
  Result<ThincModel> model = ThincModel::open(package, folder + "/model");
  if (!model) return std::move(model).error();
  const auto count = uint32_t(labels->size());
  ThincReader read(*model);
  const ThincNode softmax = read.only("softmax");
  const std::vector<float> weights = read.floats(softmax, "W", {count, uint32_t(width)});
  const std::vector<float> bias = read.floats(softmax, "b", {count});
  if (Status status = read.status(); !status) return std::move(status).error();

  Tagger tagger;
  tagger.labels_ = *std::move(labels);
  tagger.layer_ = LinearLayer::pack(width, count, weights, bias);
  return tagger;
}

void Tagger::tag(std::span<const float> rows, std::vector<float>& scores, std::vector<uint16_t>& tags) const {
  const size_t tokens = rows.size() / layer_.inputs;
  tags.resize(tokens);
  scores.resize(std::max(scores.size(), kBatch * layer_.stride));
  for (size_t begin = 0; begin < tokens; begin += kBatch) {
    const size_t count = std::min(kBatch, tokens - begin);
    kernels().linear(layer_, &rows[begin * layer_.inputs], layer_.inputs, count, scores.data());
    for (size_t i = 0; i < count; ++i) {
      const float* row = &scores[i * layer_.stride];
      tags[begin + i] = uint16_t(std::max_element(row, row + layer_.outputs) - row);
    }
  }
}

}  // namespace verbale
