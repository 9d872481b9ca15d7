// Features are normalised as spaCy does it: values of a field sorted, then fields; "_" stands for none.
#include "language/analysis.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr std::string_view kNoFeatures = "_";

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join_sorted(std::vector<std::string> parts, char separator) {
  std::sort(parts.begin(), parts.end());
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += separator;
    joined += part;
  }
  return joined;
}

std::string normalise_feature(const std::string& feature) {
  const size_t equals = feature.find('=');
  if (equals == std::string::npos) return feature;
  return feature.substr(0, equals + 1) + join_sorted(split(std::string_view(feature).substr(equals + 1), ','), ',');
}

std::string normalise(std::string_view feats) {
  if (feats.empty() || feats == kNoFeatures) return {};
  std::vector<std::string> features = split(feats, '|');
  std::transform(features.begin(), features.end(), features.begin(), normalise_feature);
  return join_sorted(std::move(features), '|');
}

}  // namespace

std::string_view Morphology::value(std::string_view field) const {
  for (std::string_view rest = feats; !rest.empty();) {
    const std::string_view feature = rest.substr(0, rest.find('|'));
    if (feature.size() > field.size() && feature.starts_with(field) && feature[field.size()] == '=')
      return feature.substr(field.size() + 1);
    rest.remove_prefix(std::min(rest.size(), feature.size() + 1));
  }
  return {};
}

const Label* Interner::label(std::string_view text) {
  const auto [found, is_new] = labels_by_text_.try_emplace(std::string(text), nullptr);
  if (is_new) {
    labels_.push_back({std::string(text), string_id(text), pos_from_label(text), dep_from_label(text)});
    found->second = &labels_.back();
  }
  return found->second;
}

const Morphology* Interner::morphology(std::string_view feats) {
  std::string normal = normalise(feats);
  const auto [found, is_new] = morphologies_by_feats_.try_emplace(normal, nullptr);
  if (is_new) {
    const StringId id = string_id(normal.empty() ? kNoFeatures : normal);
    morphologies_.push_back({std::move(normal), id, uint16_t(morphologies_.size())});
    found->second = &morphologies_.back();
  }
  return found->second;
}

}  // namespace verbale
