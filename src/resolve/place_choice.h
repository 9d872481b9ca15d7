// Which place a name means: candidates weighed against everything else that the article names.
//
// Each name of the article is decided once for all its mentions. A candidate starts with what is known of it (a
// country, its inhabitants, how well the name is its own), gains much when a neighbour is said to hold it ("Paris,
// Texas") and a little from every other name that lies in, around or near it. That is repeated a few times with the
// neighbours' weights of the time before, so that a county and its villages, each ambiguous, settle on each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/gazetteer.h"
#include "resolve/place_hints.h"
#include "resolve/place_names.h"

namespace verbale {

struct PlaceCandidate {
  uint32_t row = kNoRow;
  GazetteerNameKind name_kind = GazetteerNameKind::main;
  double prior = 0;
  double support = 0;
  double weight = 0;           // share among the candidates, 0..1
  uint32_t supporter = kNone;  // index of the name that supports it most
  uint32_t hint = kNoRow;      // row of the hint that supports it most
  bool contained = false;      // the article says what holds it
};

struct PlaceChoice {
  std::string_view folded;
  uint32_t mentions = 0;
  bool may_abbreviate = false;             // some mention stands where "Tex." would
  bool is_tentative = true;                // all its mentions are
  std::vector<uint32_t> containers;        // indices of the choices that are said to hold it
  std::vector<uint32_t> parts;             // indices of the choices that it is said to hold
  std::vector<PlaceCandidate> candidates;  // best first, at most kCandidatesMax
};

inline constexpr size_t kCandidatesMax = 24;

// One choice for each folded name; `choice_of[i]` is the index of the choice of names[i].
struct PlaceChoices {
  std::vector<PlaceChoice> choices;
  std::vector<uint32_t> choice_of;
};

PlaceChoices choose_places(const Gazetteer& gazetteer, const std::vector<PlaceName>& names,
                           const std::vector<PlaceHint>& hints);

}  // namespace verbale
