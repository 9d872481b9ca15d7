// Maps the file and finds names in it. Offsets that point outside give the empty string, so that a damaged file can
// make answers wrong but never make a read leave the mapping.
#include "resolve/gazetteer.h"

#include <xxhash.h>

#include <cmath>
#include <cstddef>
#include <cstring>
#include <string>

namespace verbale {
namespace {

Error broken(const std::filesystem::path& path, std::string_view what) {
  return {Error::Kind::knowledge, path.string() + ": " + std::string(what)};
}

size_t padded(size_t bytes) { return (bytes + 7) / 8 * 8; }

uint64_t header_checksum(const GazetteerHeader& header) {
  return XXH3_64bits(&header, offsetof(GazetteerHeader, header_checksum));
}

template <class T>
std::span<const T> take(const std::byte*& at, size_t count) {
  std::span<const T> section(reinterpret_cast<const T*>(at), count);
  at += padded(count * sizeof(T));
  return section;
}

}  // namespace

std::optional<WordUse> word_use_from_label(std::string_view label) {
  static constexpr std::pair<std::string_view, WordUse> kUses[] = {{"site", WordUse::site},
                                                                   {"quarter", WordUse::quarter},
                                                                   {"direction", WordUse::direction},
                                                                   {"locative", WordUse::locative},
                                                                   {"partitive", WordUse::partitive},
                                                                   {"movement", WordUse::movement},
                                                                   {"place_noun", WordUse::place_noun},
                                                                   {"speech", WordUse::speech},
                                                                   {"generic", WordUse::generic},
                                                                   {"not_a_place", WordUse::not_a_place},
                                                                   {"institution", WordUse::institution},
                                                                   {"eponym", WordUse::eponym},
                                                                   {"title", WordUse::title},
                                                                   {"american", WordUse::american},
                                                                   {"british", WordUse::british},
                                                                   {"irish", WordUse::irish},
                                                                   {"canadian", WordUse::canadian},
                                                                   {"australian", WordUse::australian},
                                                                   {"indian", WordUse::indian}};
  for (const auto& [name, use] : kUses)
    if (name == label) return use;
  return std::nullopt;
}

Result<Gazetteer> Gazetteer::open(const std::filesystem::path& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return std::move(file).error().during("opening the gazetteer");

  GazetteerHeader header;
  if (file->bytes().size() < sizeof header) return broken(path, "is shorter than a gazetteer's header");
  std::memcpy(&header, file->bytes().data(), sizeof header);
  if (std::memcmp(header.magic, kGazetteerMagic, sizeof header.magic) != 0) return broken(path, "is not a gazetteer");
  if (header.version != kGazetteerVersion) return broken(path, "was written by another version");
  if (header.header_checksum != header_checksum(header)) return broken(path, "has a damaged header");

  Gazetteer gazetteer(*std::move(file));
  if (!gazetteer.point_into(header)) return broken(path, "is shorter than its header says");
  return gazetteer;
}

bool Gazetteer::point_into(const GazetteerHeader& header) {
  const size_t bytes = sizeof header + padded(size_t(header.rows) * sizeof(GazetteerRow)) +
                       padded(size_t(header.postings) * sizeof(GazetteerPosting)) +
                       padded(size_t(header.slots) * sizeof(GazetteerSlot)) +
                       padded(size_t(header.words) * sizeof(GazetteerWord)) + header.string_bytes;
  const bool power_of_two = header.slots != 0 && (header.slots & (header.slots - 1)) == 0;
  if (file_->bytes().size() != bytes || !power_of_two) return false;

  const std::byte* at = file_->bytes().data() + sizeof header;
  rows_ = take<GazetteerRow>(at, header.rows);
  postings_ = take<GazetteerPosting>(at, header.postings);
  slots_ = take<GazetteerSlot>(at, header.slots);
  const auto words = take<GazetteerWord>(at, header.words);
  strings_ = {reinterpret_cast<const char*>(at), header.string_bytes};
  for (const GazetteerWord& word : words) words_[string(word.word)] |= word.uses;
  return true;
}

Status Gazetteer::verify() const {
  GazetteerHeader header;
  std::memcpy(&header, file_->bytes().data(), sizeof header);
  const auto body = file_->bytes().subspan(sizeof header);
  if (XXH3_64bits(body.data(), body.size()) == header.body_checksum) return {};
  return Error{Error::Kind::knowledge, "the gazetteer is damaged: its checksum does not match"};
}

std::string_view Gazetteer::string(uint32_t offset) const {
  if (offset >= strings_.size()) return {};
  const size_t size = static_cast<unsigned char>(strings_[offset]);
  return strings_.substr(offset + 1, size);
}

std::span<const GazetteerPosting> Gazetteer::lookup(std::string_view name) const {
  PlaceFoldBuffer buffer;
  return lookup_folded(fold_place_name(name, buffer));
}

std::span<const GazetteerPosting> Gazetteer::lookup_folded(std::string_view folded) const {
  if (folded.empty()) return {};
  const size_t mask = slots_.size() - 1;
  size_t at = XXH3_64bits(folded.data(), folded.size()) & mask;
  for (size_t tries = 0; tries < slots_.size() && slots_[at].name != 0; ++tries, at = (at + 1) & mask) {
    if (string(slots_[at].name) != folded) continue;
    const size_t begin = slots_[at].postings;
    if (begin + slots_[at].count > postings_.size()) return {};
    return postings_.subspan(begin, slots_[at].count);
  }
  return {};
}

bool Gazetteer::contains(uint32_t outer, uint32_t inner) const {
  if (outer == inner) return false;
  const GazetteerRow& row = rows_[inner];
  if (row.country == outer || row.province == outer || row.district == outer || row.within == outer) return true;
  return row.within != kNoRow && contains(outer, row.within);
}

bool Gazetteer::is(std::string_view word, WordUse use) const {
  const auto found = words_.find(word);
  return found != words_.end() && (found->second & uint32_t(use)) != 0;
}

double distance_km(double lat_a, double lon_a, double lat_b, double lon_b) {
  constexpr double kRadians = 0.017453292519943295;
  constexpr double kEarthDiameterKm = 12742.0;
  const double half_lat = std::sin((lat_b - lat_a) * kRadians / 2);
  const double half_lon = std::sin((lon_b - lon_a) * kRadians / 2);
  const double chord =
      half_lat * half_lat + std::cos(lat_a * kRadians) * std::cos(lat_b * kRadians) * half_lon * half_lon;
  return kEarthDiameterKm * std::asin(std::sqrt(std::fmin(1.0, chord)));
}

}  // namespace verbale
