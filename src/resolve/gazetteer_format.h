// The bytes of a gazetteer: what tools/gazetteer writes and Gazetteer maps. Little-endian, sections in the order below,
// each padded to eight bytes. Numbers that reach disk are permanent: a change of meaning is a new kGazetteerVersion.
//
//   header · rows · postings · slots (open addressing, a power of two) · words · strings (a length byte, then the
//   bytes)
#pragma once

#include <cstdint>

namespace verbale {

inline constexpr char kGazetteerMagic[8] = {'V', 'E', 'R', 'B', 'G', 'A', 'Z', '1'};
inline constexpr uint32_t kGazetteerVersion = 1;
inline constexpr uint32_t kNoRow = UINT32_MAX;

enum class PlaceKind : uint8_t {
  country = 1,
  province = 2,  // first-order division: a state, an oblast
  district = 3,  // second-order division: a county
  city = 4,
  region = 5,  // no division of one country: Balkans, Sahel, Donbas
  water = 6,
  land = 7,  // mountains, deserts, capes
  site = 8,  // a square, a building, a base, a quarter
};

// How well a name belongs to a row; smaller is better.
enum class GazetteerNameKind : uint8_t {
  main = 0,
  alias = 1,         // of the project's own tables
  alternate = 2,     // of GeoNames, in any language
  stripped = 3,      // without its administrative word: "Rapides" for "Rapides Parish"
  abbreviation = 4,  // "Tex."
};

struct GazetteerHeader {
  char magic[8];
  uint32_t version;
  uint32_t rows;
  uint32_t postings;
  uint32_t slots;
  uint32_t words;
  uint32_t string_bytes;
  uint64_t body_checksum;    // XXH3 of everything behind the header
  uint64_t header_checksum;  // XXH3 of the fields before this one
};
static_assert(sizeof(GazetteerHeader) == 48);

struct GazetteerRow {
  uint32_t geonames;  // 0: not in GeoNames, or its id is unknown
  int32_t lat_e5;     // degrees x 100,000
  int32_t lon_e5;
  uint32_t population;  // of a division or country: the sum of its towns; of a region: an estimate of its fame
  uint32_t name;        // offset into the strings
  uint32_t alpha3;      // offset; the empty string when it lies in several countries or in none
  uint32_t country;     // row, or kNoRow
  uint32_t province;    // row of the first-order division, or kNoRow
  uint32_t district;    // row of the second-order division, or kNoRow
  uint32_t within;      // row of the city that holds a site, or kNoRow
  uint8_t kind;         // PlaceKind
  uint8_t precision;    // PlacePrecision of record/document.h
  uint8_t capital;      // 1: of a country, 2: of a first-order division
  uint8_t reserved;
};
static_assert(sizeof(GazetteerRow) == 44);

struct GazetteerPosting {
  uint32_t row : 28;
  uint32_t kind : 4;  // GazetteerNameKind
};
static_assert(sizeof(GazetteerPosting) == 4);

struct GazetteerSlot {
  uint32_t name;      // offset into the strings; 0: empty slot
  uint32_t postings;  // first posting
  uint32_t count;
};
static_assert(sizeof(GazetteerSlot) == 12);

struct GazetteerWord {
  uint32_t word;  // offset into the strings
  uint32_t uses;  // bits of WordUse
};

}  // namespace verbale
