// Reads the file that tools/train/relation_student.py writes (docs/formats/relation_model.md), and adds weights up.
#include "coding/relation_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <numeric>

#include "base/mapped_file.h"

namespace verbale {
namespace {

constexpr std::string_view kMagic = "VRM3";
constexpr uint32_t kRowsMax = 1u << 20;  // of facts, and of words

constexpr std::array<std::string_view, kWordSlots> kSlotNames = {
    "the verbs on the path", "the nouns on the path", "the words between the parties",
    "the words after them",  "the sentence's words",  "what hangs on the path",
    "the source's words",    "the target's words"};

struct Header {
  uint32_t classes, slots, words, facts;
  float temperature, slope, offset;
};

// Takes values off the front of the bytes; `ok` turns false when there are too few.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  void take(T* out, size_t count) {
    const size_t size = count * sizeof(T);
    if (rest_.size() < size) return void(ok_ = false);
    if (size > 0) std::memcpy(out, rest_.data(), size);
    rest_.remove_prefix(size);
  }

  template <class T>
  std::vector<T> take_all(size_t count) {
    if (rest_.size() / sizeof(T) < count) return ok_ = false, std::vector<T>();
    std::vector<T> out(count);
    take(out.data(), count);
    return out;
  }

  bool ok() const { return ok_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
  bool ok_ = true;
};

// Never 0, which is a free place.
uint32_t upper_half(uint64_t hash) { return std::max(1u, uint32_t(hash >> 32)); }

// Long sentences have many facts; each sentence has the same say.
float share_of_fact(const RelationFeatures& features) {
  return 1 / std::sqrt(float(std::max<size_t>(1, features.sparse.size())));
}

// The kind of relation first, then the likeliest of that kind: three roots that share what speaks for force against
// one that is spoken for alone.
size_t likeliest(const std::array<float, kRelationRoots>& probabilities) {
  std::array<float, 5> of_quad{};
  for (size_t i = 0; i < kRelationRoots; ++i) of_quad[kRelationQuads[i]] += probabilities[i];
  const auto quad = size_t(std::max_element(of_quad.begin(), of_quad.end()) - of_quad.begin());
  size_t best = kRelationRoots;
  for (size_t i = 0; i < kRelationRoots; ++i)
    if (kRelationQuads[i] == quad && (best == kRelationRoots || probabilities[i] > probabilities[best])) best = i;
  return best;
}

Error bad_model(std::string what) { return {Error::Kind::knowledge, "the relation model " + std::move(what)}; }

bool is_sane(const Header& header, size_t lanes) {
  return header.classes == lanes && header.slots == kWordSlots && header.words <= kRowsMax &&
         header.facts <= kRowsMax && header.temperature > 0 && std::isfinite(header.slope) &&
         std::isfinite(header.offset);
}

}  // namespace

Result<RelationModel> RelationModel::open(const std::filesystem::path& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return Error(Error::Kind::knowledge, file.error().what());
  Result<RelationModel> model = read(file->text());
  if (!model) return std::move(model).error().during(path.string());
  return model;
}

Result<RelationModel> RelationModel::read(std::string_view bytes) {
  if (!bytes.starts_with(kMagic)) return bad_model("is of another format");
  Bytes in(bytes.substr(kMagic.size()));
  Header header{};
  in.take(&header, 1);
  if (!in.ok() || !is_sane(header, kLanes)) return bad_model("has a header that cannot be");

  RelationModel model;
  model.temperature_ = header.temperature;
  model.slope_ = header.slope;
  model.offset_ = header.offset;
  in.take(model.bias_.data(), kLanes);
  in.take(model.fact_scale_.data(), kLanes);
  in.take(model.slot_scale_.data(), kWordSlots);
  const auto words = in.take_all<uint64_t>(header.words);
  model.word_weights_ = in.take_all<int8_t>(size_t(header.words) * kWordSlots * kLanes);
  const auto facts = in.take_all<uint64_t>(header.facts);
  const auto weights = in.take_all<int8_t>(size_t(header.facts) * kLanes);
  if (!in.ok() || !in.at_end()) return bad_model("does not have the size that its header tells");
  model.place_words(words);
  model.place_facts(facts, weights);
  return model;
}

void RelationModel::place_facts(const std::vector<uint64_t>& hashes, const std::vector<int8_t>& weights) {
  facts_.resize(std::bit_ceil(2 * hashes.size() + 1));
  fact_weights_.resize(facts_.size() * kLanes);
  for (size_t i = 0; i < hashes.size(); ++i) {
    size_t place = hashes[i] & (facts_.size() - 1);
    while (facts_[place] != 0) place = (place + 1) & (facts_.size() - 1);
    facts_[place] = upper_half(hashes[i]);
    std::copy_n(&weights[i * kLanes], kLanes, &fact_weights_[place * kLanes]);
  }
}

const int8_t* RelationModel::weights_of_fact(uint64_t fact) const {
  for (size_t place = fact & (facts_.size() - 1);; place = (place + 1) & (facts_.size() - 1)) {
    if (facts_[place] == 0) return nullptr;
    if (facts_[place] == upper_half(fact)) return &fact_weights_[place * kLanes];
  }
}

void RelationModel::place_words(const std::vector<uint64_t>& hashes) {
  words_.resize(std::bit_ceil(2 * hashes.size() + 1));
  for (uint32_t i = 0; i < hashes.size(); ++i) {
    size_t place = hashes[i] & (words_.size() - 1);
    while (words_[place].row != 0) place = (place + 1) & (words_.size() - 1);
    words_[place] = {hashes[i], i + 1};
  }
}

const int8_t* RelationModel::weights_of_word(uint64_t word) const {
  for (size_t place = word & (words_.size() - 1);; place = (place + 1) & (words_.size() - 1)) {
    if (words_[place].row == 0) return nullptr;
    if (words_[place].hash == word) return &word_weights_[(words_[place].row - 1) * kWordSlots * kLanes];
  }
}

// What a guess reads stands far apart in memory: asked for all at once, it comes in the time of a few.
void RelationModel::prefetch(const RelationFeatures& features) const {
  for (const auto& slot : features.slots)
    for (const FactWord& word : slot) __builtin_prefetch(&words_[word.hash & (words_.size() - 1)]);
  for (uint64_t fact : features.sparse) __builtin_prefetch(&facts_[fact & (facts_.size() - 1)]);
  for (uint64_t fact : features.sparse)
    if (const int8_t* weights = weights_of_fact(fact)) __builtin_prefetch(weights);
  for (size_t slot = 0; slot < kWordSlots; ++slot)
    for (const FactWord& word : features.slots[slot])
      if (const int8_t* weights = weights_of_word(word.hash)) __builtin_prefetch(weights + slot * kLanes);
}

// The mean of the slot's known words.
void RelationModel::add_slot(const RelationFeatures& features, size_t slot, Logits& logits) const {
  Sums sum{};
  size_t count = 0;
  for (const FactWord& word : features.slots[slot]) {
    const int8_t* weights = weights_of_word(word.hash);
    if (weights == nullptr) continue;
    for (size_t lane = 0; lane < kLanes; ++lane) sum[lane] += weights[slot * kLanes + lane];
    ++count;
  }
  if (count == 0) return;
  for (size_t lane = 0; lane < kLanes; ++lane)
    logits[lane] += float(sum[lane]) * slot_scale_[slot][lane] / float(count);
}

RelationModel::Logits RelationModel::logits(const RelationFeatures& features) const {
  prefetch(features);
  Sums sum{};
  for (uint64_t fact : features.sparse) {
    const int8_t* weights = weights_of_fact(fact);
    if (weights == nullptr) continue;
    for (size_t lane = 0; lane < kLanes; ++lane) sum[lane] += weights[lane];
  }
  Logits logits = bias_;
  for (size_t lane = 0; lane < kLanes; ++lane)
    logits[lane] += float(sum[lane]) * fact_scale_[lane] * share_of_fact(features);
  for (size_t slot = 0; slot < kWordSlots; ++slot) add_slot(features, slot, logits);
  return logits;
}

RelationGuess RelationModel::classify(const RelationFeatures& features) const {
  const Logits scores = logits(features);
  RelationGuess guess;
  const float best = *std::max_element(scores.begin(), scores.begin() + kRelationRoots);
  float total = 0;
  for (size_t i = 0; i < kRelationRoots; ++i)
    total += guess.probabilities[i] = std::exp((scores[i] - best) / temperature_);
  for (float& probability : guess.probabilities) probability /= total;
  guess.index = likeliest(guess.probabilities);
  guess.root = kRelationRootNames[guess.index];
  calibrate(guess);
  return guess;
}

// What the guess's logit means on sentences that were held back; the other relations share what is left.
void RelationModel::calibrate(RelationGuess& guess) const {
  const double raw = std::clamp(double(guess.probabilities[guess.index]), 1e-6, 1 - 1e-6);
  guess.probability = 1 / (1 + std::exp(-(slope_ * std::log(raw / (1 - raw)) + offset_)));
  for (float& probability : guess.probabilities) probability *= float((1 - guess.probability) / (1 - raw));
  guess.probabilities[guess.index] = float(guess.probability);
}

std::vector<RelationReason> RelationModel::reasons(const RelationFeatures& features, const RelationGuess& guess,
                                                   size_t count) const {
  const auto above_mean = [&](const Logits& part) {
    return part[guess.index] - std::accumulate(part.begin(), part.begin() + kRelationRoots, 0.0f) / kRelationRoots;
  };
  std::vector<RelationReason> reasons;
  for (size_t i = 0; i < features.names.size(); ++i) {
    const int8_t* weights = weights_of_fact(features.sparse[i]);
    if (weights == nullptr) continue;
    Logits part{};
    for (size_t lane = 0; lane < kLanes; ++lane)
      part[lane] = float(weights[lane]) * fact_scale_[lane] * share_of_fact(features);
    reasons.push_back({features.names[i], above_mean(part)});
  }
  for (size_t slot = 0; slot < kWordSlots; ++slot) {
    Logits part{};
    add_slot(features, slot, part);
    reasons.push_back({std::string(kSlotNames[slot]), above_mean(part)});
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const RelationReason& a, const RelationReason& b) { return a.weight > b.weight; });
  reasons.resize(std::min(count, reasons.size()));
  return reasons;
}

}  // namespace verbale
