// Names are kept sorted while building, so that the same sources always give the same bytes.
#include "resolve/gazetteer_image.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>
#include <fstream>

#include "resolve/place_fold.h"

namespace verbale {
namespace {

constexpr size_t kStringBytesMax = 255;

template <class T>
void append(std::string& out, const std::vector<T>& section) {
  out.append(reinterpret_cast<const char*>(section.data()), section.size() * sizeof(T));
  out.resize((out.size() + 7) / 8 * 8);
}

// Half empty at most, so that an unknown name is refused after a slot or two.
size_t slots_for(size_t names) { return std::bit_ceil(std::max<size_t>(16, names * 3 / 2)); }

// Written beside and renamed, so that a program that has the old file mapped keeps it whole.
Status replace_file(const std::filesystem::path& out, const GazetteerHeader& header, std::string_view body) {
  const std::filesystem::path fresh = out.string() + ".new";
  std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
  file.write(reinterpret_cast<const char*>(&header), sizeof header);
  file << body;
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(fresh, out, error);
  if (!file || error) return Error{Error::Kind::output, "cannot write " + out.string()};
  return {};
}

}  // namespace

GazetteerImage::GazetteerImage() { intern(""); }  // offset 0 is the empty string, and an empty slot

uint32_t GazetteerImage::add_row(PlaceKind kind) {
  GazetteerRow row{};
  row.country = row.province = row.district = row.within = kNoRow;
  row.kind = uint8_t(kind);
  rows_.push_back(row);
  return rows() - 1;
}

uint32_t GazetteerImage::intern(std::string_view text) {
  text = text.substr(0, kStringBytesMax);
  const auto [entry, is_new] = interned_.try_emplace(std::string(text), uint32_t(strings_.size()));
  if (is_new) {
    strings_ += char(text.size());
    strings_ += text;
  }
  return entry->second;
}

std::string_view GazetteerImage::string(uint32_t offset) const {
  return std::string_view(strings_).substr(offset + 1, static_cast<unsigned char>(strings_[offset]));
}

void GazetteerImage::set_name(uint32_t row, std::string_view name) {
  rows_[row].name = intern(name);
  add_name(row, name, GazetteerNameKind::main);
}

void GazetteerImage::add_name(uint32_t row, std::string_view name, GazetteerNameKind kind) {
  PlaceFoldBuffer buffer;
  const std::string_view folded = fold_place_name(name, buffer);
  if (folded.empty()) return;
  auto found = names_.find(folded);
  if (found == names_.end()) found = names_.emplace(std::string(folded), std::vector<GazetteerPosting>()).first;
  for (GazetteerPosting& posting : found->second) {
    if (posting.row != row) continue;
    posting.kind = std::min<uint32_t>(posting.kind, uint32_t(kind));
    return;
  }
  found->second.push_back({row, uint32_t(kind)});
}

std::vector<uint32_t> GazetteerImage::find(std::string_view name) const {
  PlaceFoldBuffer buffer;
  std::vector<uint32_t> found;
  const auto entry = names_.find(fold_place_name(name, buffer));
  if (entry == names_.end()) return found;
  for (GazetteerPosting posting : entry->second) found.push_back(posting.row);
  return found;
}

std::vector<GazetteerPosting> GazetteerImage::ranked(const std::vector<GazetteerPosting>& postings) const {
  std::vector<GazetteerPosting> order = postings;
  std::stable_sort(order.begin(), order.end(), [&](GazetteerPosting a, GazetteerPosting b) {
    return rows_[a.row].population > rows_[b.row].population;
  });
  return order;
}

Status GazetteerImage::write(const std::filesystem::path& out) {
  std::vector<GazetteerPosting> postings;
  std::vector<GazetteerSlot> slots(slots_for(names_.size()));
  for (const auto& [name, found] : names_) {
    size_t at = XXH3_64bits(name.data(), name.size()) & (slots.size() - 1);
    while (slots[at].name != 0) at = (at + 1) & (slots.size() - 1);
    slots[at] = {intern(name), uint32_t(postings.size()), uint32_t(found.size())};
    for (GazetteerPosting posting : ranked(found)) postings.push_back(posting);
  }
  std::vector<GazetteerWord> words;
  for (const auto& [word, uses] : words_) words.push_back({intern(word), uses});

  std::string body;
  append(body, rows_);
  append(body, postings);
  append(body, slots);
  append(body, words);
  body += strings_;

  GazetteerHeader header{};
  std::memcpy(header.magic, kGazetteerMagic, sizeof header.magic);
  header.version = kGazetteerVersion;
  header.rows = rows();
  header.postings = uint32_t(postings.size());
  header.slots = uint32_t(slots.size());
  header.words = uint32_t(words.size());
  header.string_bytes = uint32_t(strings_.size());
  header.body_checksum = XXH3_64bits(body.data(), body.size());
  header.header_checksum = XXH3_64bits(&header, offsetof(GazetteerHeader, header_checksum));

  return replace_file(out, header, body);
}

}  // namespace verbale
