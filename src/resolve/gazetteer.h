// The names of places: one mapped file, shared by all threads, looked up without allocation.
//
//   Result<Gazetteer> gazetteer = Gazetteer::open("packs/places.gaz");
//   for (GazetteerPosting posting : gazetteer->lookup("Kiev"))
//     print(gazetteer->name(posting.row), gazetteer->row(posting.row).population);   "Kyiv", 2797553
//
// Errors: Error::Kind::knowledge when the file is no gazetteer, of another version, or cut short. open() checks the
// header only, so that it takes no time; verify() reads everything.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>

#include "base/mapped_file.h"
#include "base/result.h"
#include "resolve/gazetteer_format.h"
#include "resolve/place_fold.h"

namespace verbale {

// How a word behaves beside a place name: the `use` column of data/places/words.tsv, as bits.
enum class WordUse : uint32_t {
  site = 1,
  quarter = 2,
  direction = 4,
  locative = 8,
  partitive = 16,
  movement = 32,
  place_noun = 64,
  speech = 128,
  generic = 256,
  not_a_place = 512,
  institution = 1024,
  eponym = 2048,
  title = 4096,
  american = 8192,
  british = 16384,
  irish = 32768,
  canadian = 65536,
  australian = 131072,
  indian = 262144,
};

// The use of that name in words.tsv; nothing for an unknown word.
std::optional<WordUse> word_use_from_label(std::string_view label);

class Gazetteer {
 public:
  static Result<Gazetteer> open(const std::filesystem::path& path);

  // Reads the whole file and compares its checksum.
  Status verify() const;

  // Everything that bears the name, best known first; empty when nothing does. The second form takes a name that is
  // already folded.
  std::span<const GazetteerPosting> lookup(std::string_view name) const;
  std::span<const GazetteerPosting> lookup_folded(std::string_view folded) const;

  size_t rows() const { return rows_.size(); }
  const GazetteerRow& row(uint32_t id) const { return rows_[id]; }
  PlaceKind kind(uint32_t id) const { return PlaceKind(rows_[id].kind); }
  std::string_view name(uint32_t id) const { return string(rows_[id].name); }
  std::string_view alpha3(uint32_t id) const { return string(rows_[id].alpha3); }
  double lat(uint32_t id) const { return rows_[id].lat_e5 / 1e5; }
  double lon(uint32_t id) const { return rows_[id].lon_e5 / 1e5; }

  // Whether `outer` is a country, division or city that holds `inner`.
  bool contains(uint32_t outer, uint32_t inner) const;

  // Whether a lower-cased word (or lemma) has a use.
  bool is(std::string_view word, WordUse use) const;

 private:
  explicit Gazetteer(MappedFile file) : file_(std::make_unique<MappedFile>(std::move(file))) {}
  bool point_into(const GazetteerHeader& header);
  std::string_view string(uint32_t offset) const;

  std::unique_ptr<MappedFile> file_;
  std::span<const GazetteerRow> rows_;
  std::span<const GazetteerPosting> postings_;
  std::span<const GazetteerSlot> slots_;
  std::string_view strings_;
  std::unordered_map<std::string_view, uint32_t> words_;
};

// Great-circle distance in kilometres between points given in degrees.
double distance_km(double lat_a, double lon_a, double lat_b, double lon_b);

}  // namespace verbale
