// Further choices are found as spaCy finds them: the best score is taken out, and the search begins again.
#include "language/token_classifier.h"

#include <simdjson.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "kernels/kernels.h"
#include "language/thinc_model.h"

namespace verbale {
namespace {

constexpr size_t kBatch = 64;               // rows scored together
constexpr size_t kBlock = 64, kLanes = 16;  // scores looked at together

// The greatest of kBlock scores, in lanes that fill vector registers.
float greatest_of_block(const float* scores) {
  float lanes[kLanes];
  std::copy_n(scores, kLanes, lanes);
  for (size_t at = kLanes; at < kBlock; at += kLanes)
    for (size_t lane = 0; lane < kLanes; ++lane)
      lanes[lane] = scores[at + lane] > lanes[lane] ? scores[at + lane] : lanes[lane];
  return *std::max_element(lanes, lanes + kLanes);
}

// The first of the greatest scores: packages for morphology have thousands of classes, so whole blocks are passed over.
size_t first_greatest(const float* scores, size_t classes) {
  size_t best_block = 0, at = 0;
  float best = std::numeric_limits<float>::lowest();
  for (; at + kBlock <= classes; at += kBlock)
    if (const float greatest = greatest_of_block(scores + at); greatest > best) {
      best = greatest;
      best_block = at;
    }
  const float* rest = std::max_element(scores + at, scores + classes);
  if (at < classes && (at == 0 || *rest > best)) return size_t(rest - scores);
  const float* end = scores + best_block + kBlock;
  const float* found = std::find(scores + best_block, end, best);
  return found == end ? best_block : size_t(found - scores);  // scores of a damaged model may be no numbers
}

void choose(float* scores, size_t classes, std::span<uint16_t> chosen) {
  for (uint16_t& choice : chosen) {
    choice = uint16_t(first_greatest(scores, classes));
    if (&choice != &chosen.back()) scores[choice] = std::numeric_limits<float>::lowest();
  }
}

}  // namespace

Result<std::vector<std::string>> read_labels(const Package& package, std::string_view component) {
  const std::string file = std::string(component) + "/cfg";
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
  return names;
}

Result<TokenClassifier> TokenClassifier::open(const Package& package, std::string_view component, size_t width) {
  Result<ThincModel> model = ThincModel::open(package, std::string(component) + "/model");
  if (!model) return std::move(model).error();
  ThincReader read(*model);
  const ThincNode softmax = read.only("softmax");
  const uint32_t count = read.extent(softmax, "W", 0);
  if (count > UINT16_MAX) read.refuse(model->error(softmax, "W", "too many classes"));
  const std::vector<float> weights = read.floats(softmax, "W", {count, uint32_t(width)});
  const std::vector<float> bias = read.floats(softmax, "b", {count});
  if (Status status = read.status(); !status) return std::move(status).error();

  TokenClassifier classifier;
  classifier.layer_ = LinearLayer::pack(width, count, weights, bias);
  return classifier;
}

Status TokenClassifier::expect_labels(const Package& package, std::string_view component, size_t labels) const {
  if (labels == classes()) return {};
  return package.error(std::string(component) + "/cfg", "labels",
                       std::to_string(labels) + " labels for " + std::to_string(classes()) + " classes of the model");
}

template <class Use>
void TokenClassifier::score_rows(std::span<const float> rows, std::vector<float>& scores, Use use) const {
  const size_t count = rows.size() / layer_.inputs;
  scores.resize(std::max(scores.size(), kBatch * layer_.stride));
  for (size_t begin = 0; begin < count; begin += kBatch) {
    const size_t batch = std::min(kBatch, count - begin);
    kernels().linear(layer_, &rows[begin * layer_.inputs], layer_.inputs, batch, scores.data());
    for (size_t i = 0; i < batch; ++i) use(begin + i, &scores[i * layer_.stride]);
  }
}

void TokenClassifier::classify(std::span<const float> rows, size_t choices, std::vector<float>& scores,
                               std::vector<uint16_t>& chosen) const {
  chosen.resize(rows.size() / layer_.inputs * choices);
  score_rows(rows, scores, [&](size_t row, float* row_scores) {
    choose(row_scores, layer_.outputs, std::span(chosen).subspan(row * choices, choices));
  });
}

void TokenClassifier::note_margins(std::span<const float> rows, std::vector<float>& scores,
                                   DecisionMargins& margins) const {
  score_rows(rows, scores, [&](size_t row, float* row_scores) {
    if (layer_.outputs < 2) return;
    std::partial_sort(row_scores, row_scores + 2, row_scores + layer_.outputs, std::greater<>());
    margins.note(margins.tag, row, row_scores[0] - row_scores[1]);
  });
}

}  // namespace verbale
