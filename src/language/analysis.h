// What the rules after the network know about a token while they work: the network's labels, and what rules set.
//
// Labels and morphologies are interned once when a package is opened; an analysis points at them.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/lexicon.h"
#include "language/string_id.h"
#include "record/token.h"

namespace verbale {

// A tag or a dependency label.
struct Label {
  std::string text;
  StringId id = 0;
  Pos pos = Pos::none;   // when the text names a part of speech
  Dep dep = Dep::other;  // when the text names a dependency
};

// A set of morphological features in Universal Dependencies' notation.
struct Morphology {
  std::string feats;  // fields and their values sorted: "Tense=Past|VerbForm=Fin"; "" when there are none
  StringId id = 0;
  uint16_t number = 0;  // in the order of interning

  // The value of a field, "" when it is not there: value("Number") == "Sing".
  std::string_view value(std::string_view field) const;
};

// Hands out one object per text. Filled while a package is opened, immutable afterwards.
class Interner {
 public:
  const Label* label(std::string_view text);
  const Morphology* morphology(std::string_view feats);

 private:
  std::deque<Label> labels_;
  std::deque<Morphology> morphologies_;
  std::unordered_map<std::string, const Label*> labels_by_text_;
  std::unordered_map<std::string, const Morphology*> morphologies_by_feats_;
};

struct Analysis {
  LexemeId lexeme = 0;
  Pos pos = Pos::none;
  const Label* tag = nullptr;
  const Label* dep = nullptr;
  const Morphology* morphology = nullptr;
  std::string_view lemma;  // set by a rule; "" while nobody did
};

}  // namespace verbale
