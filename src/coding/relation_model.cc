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

constexpr std::string_view kMagic = "VRM2";
constexpr size_t kWidthMax = 256;
constexpr size_t kStep = 16;                // numbers of a word vector that are added at once
constexpr uint32_t kBucketsMax = 1u << 16;  // buckets are stored as 16 bits
constexpr uint32_t kWordsMax = 1u << 20;

constexpr std::array<std::string_view, kWordSlots> kSlotNames = {
    "the verbs on the path", "the nouns on the path", "the words between the parties",
    "the words after them",  "the sentence's words",  "what hangs on the path",
    "the source's words",    "the target's words"};

struct Header {
  uint32_t buckets, classes, slots, width, words, used;
  float word_scale, temperature, slope, offset;
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

Error bad_model(std::string what) { return {Error::Kind::knowledge, "the relation model " + std::move(what)}; }

bool is_sane(const Header& header, size_t lanes) {
  return header.classes == lanes && header.slots == kWordSlots && header.width > 0 && header.width <= kWidthMax &&
         header.buckets > 0 && header.buckets <= kBucketsMax && header.used <= header.buckets &&
         header.words <= kWordsMax && std::isfinite(header.word_scale) && header.temperature > 0 &&
         std::isfinite(header.slope) && std::isfinite(header.offset);
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
  model.buckets_ = header.buckets;
  model.width_ = header.width;
  model.word_scale_ = header.word_scale;
  model.temperature_ = header.temperature;
  model.slope_ = header.slope;
  model.offset_ = header.offset;
  in.take(model.scale_.data(), kLanes);
  in.take(model.bias_.data(), kLanes);
  model.dense_ = in.take_all<float>(size_t(header.slots) * header.width * kLanes);
  const auto words = in.take_all<uint64_t>(header.words);
  const auto vectors = in.take_all<int8_t>(size_t(header.words) * header.width);
  const auto used = in.take_all<uint16_t>(header.used);
  const auto weights = in.take_all<int8_t>(size_t(header.used) * kLanes);
  if (!in.ok() || !in.at_end()) return bad_model("does not have the size that its header tells");

  model.stride_ = (model.width_ + kStep - 1) / kStep * kStep;
  model.vectors_.resize(words.size() * model.stride_);
  for (size_t i = 0; i < words.size(); ++i)
    std::copy_n(&vectors[i * model.width_], model.width_, &model.vectors_[i * model.stride_]);
  model.place_words(words);
  model.sparse_.resize(model.buckets_ * kLanes);
  for (size_t i = 0; i < used.size(); ++i)
    if (used[i] < model.buckets_) std::copy_n(&weights[i * kLanes], kLanes, &model.sparse_[used[i] * kLanes]);
  return model;
}

void RelationModel::place_words(const std::vector<uint64_t>& hashes) {
  words_.resize(std::bit_ceil(2 * hashes.size() + 1));
  for (uint32_t i = 0; i < hashes.size(); ++i) {
    size_t place = hashes[i] & (words_.size() - 1);
    while (words_[place].row != 0) place = (place + 1) & (words_.size() - 1);
    words_[place] = {hashes[i], i + 1};
  }
}

const int8_t* RelationModel::vector_of(std::string_view word) const {
  const uint64_t hash = feature_hash(word);
  for (size_t place = hash & (words_.size() - 1);; place = (place + 1) & (words_.size() - 1)) {
    if (words_[place].row == 0) return nullptr;
    if (words_[place].hash == hash) return &vectors_[(words_[place].row - 1) * stride_];
  }
}

// The mean vector of the slot's known words; false when it has none.
bool RelationModel::average(const std::vector<std::string_view>& slot, float* out) const {
  std::array<int32_t, kWidthMax> sum{};
  size_t count = 0;
  for (std::string_view word : slot) {
    const int8_t* vector = vector_of(word);
    if (vector == nullptr) continue;
    for (size_t begin = 0; begin < stride_; begin += kStep)
      for (size_t i = begin; i < begin + kStep; ++i) sum[i] += vector[i];
    ++count;
  }
  if (count == 0) return false;
  for (size_t i = 0; i < width_; ++i) out[i] = float(sum[i]) * word_scale_ / float(count);
  return true;
}

void RelationModel::add_slot(size_t slot, const float* average, Logits& logits) const {
  const float* weights = &dense_[slot * width_ * kLanes];
  Logits sum = logits;
  for (size_t i = 0; i < width_; ++i)
    for (size_t lane = 0; lane < kLanes; ++lane) sum[lane] += average[i] * weights[i * kLanes + lane];
  logits = sum;
}

RelationModel::Logits RelationModel::logits(const RelationFeatures& features) const {
  std::array<int32_t, kLanes> sum{};
  for (uint64_t hash : features.sparse) {
    const int8_t* weights = &sparse_[(hash % buckets_) * kLanes];
    for (size_t lane = 0; lane < kLanes; ++lane) sum[lane] += weights[lane];
  }
  // Long sentences have many facts; each sentence has the same say.
  const float share = 1 / std::sqrt(float(std::max<size_t>(1, features.sparse.size())));
  Logits logits = bias_;
  for (size_t lane = 0; lane < kLanes; ++lane) logits[lane] += float(sum[lane]) * scale_[lane] * share;
  std::array<float, kWidthMax> mean;
  for (size_t slot = 0; slot < kWordSlots; ++slot)
    if (average(features.slots[slot], mean.data())) add_slot(slot, mean.data(), logits);
  return logits;
}

RelationGuess RelationModel::classify(const RelationFeatures& features) const {
  const Logits scores = logits(features);
  RelationGuess guess;
  guess.index = size_t(std::max_element(scores.begin(), scores.begin() + kRelationRoots) - scores.begin());
  guess.root = kRelationRootNames[guess.index];
  float total = 0;
  for (size_t i = 0; i < kRelationRoots; ++i)
    total += guess.probabilities[i] = std::exp((scores[i] - scores[guess.index]) / temperature_);
  for (float& probability : guess.probabilities) probability /= total;
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
  const float share = 1 / std::sqrt(float(std::max<size_t>(1, features.sparse.size())));
  for (size_t i = 0; i < features.names.size(); ++i) {
    Logits part{};
    for (size_t lane = 0; lane < kLanes; ++lane)
      part[lane] = float(sparse_[(features.sparse[i] % buckets_) * kLanes + lane]) * scale_[lane] * share;
    reasons.push_back({features.names[i], above_mean(part)});
  }
  std::array<float, kWidthMax> mean;
  for (size_t slot = 0; slot < kWordSlots; ++slot) {
    Logits part{};
    if (average(features.slots[slot], mean.data())) add_slot(slot, mean.data(), part);
    reasons.push_back({std::string(kSlotNames[slot]), above_mean(part)});
  }
  std::stable_sort(reasons.begin(), reasons.end(),
                   [](const RelationReason& a, const RelationReason& b) { return a.weight > b.weight; });
  reasons.resize(std::min(count, reasons.size()));
  return reasons;
}

}  // namespace verbale
