// What the words around a name say about it: that something is there, that it is somebody's surname, that it is only
// part of another word. Asked by the finder of place names; holds what has to be gathered once for an article.
#pragma once

#include <span>
#include <string_view>
#include <unordered_set>

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

class PlaceEvidence {
 public:
  PlaceEvidence(const Gazetteer& gazetteer, const Document& doc);

  // What the gazetteer knows under these words, if they are written like a name.
  std::span<const GazetteerPosting> look_up(TokenRange range) const;
  // Some place bears exactly this name, and not only as one of the many alternates of GeoNames.
  bool is_own_name(TokenRange range) const;

  // "in X", "near the X", "from northern X", just before it.
  bool follows_locative(TokenRange range) const;
  // "X, Texas": the words behind a comma are a country or a first-order division.
  bool precedes_container(TokenRange range) const;
  bool is_located(TokenRange range) const { return follows_locative(range) || precedes_container(range); }
  // The same by the parse: governed by "in", "to", or by "of" behind a place noun.
  bool is_governed_as_place(TokenRange range) const;

  // "Stoltenberg" where the article also names Jens Stoltenberg; in a city somebody may still be.
  bool is_person(TokenRange range) const;
  // "Atlantic" in "Euro-Atlantic": what stands before the hyphen is no place, and no party's letter.
  bool is_hyphen_tail(TokenRange range) const;
  // "Marburg virus", "the Oslo Accords": named after the place, and not there.
  bool is_eponym(TokenRange range) const;
  // "Bosphorus" as a person, "DRC" as an organisation: names that are hardly ever anything else.
  bool is_unmistakable(TokenRange range) const;

  // Without article, possessive, quotes and line breaks at the ends; "The Hague" keeps its article.
  TokenRange trimmed(TokenRange range) const;
  // The tokenizer takes the stop off "W.Va.".
  TokenRange with_full_stop(TokenRange range) const;
  // "Iraq" of "northern Iraq".
  TokenRange without_direction(TokenRange range) const;

 private:
  bool is_edge(TokenId t) const;
  bool names_a_city(TokenRange range) const;
  void gather_surnames();
  bool holds_towns(GazetteerPosting posting) const;

  const Gazetteer& gazetteer_;
  const Document& doc_;
  std::unordered_set<std::string_view> surnames_;
};

// "Kyiv", "Étretat", but not "kyiv".
bool begins_capital(std::string_view word);
// "NSW", "N.S.W."; two letters alone may be a word or a person's initials.
bool is_all_capitals(std::string_view word);
// The possessive as the tokenizer splits it off.
bool is_possessive(std::string_view word);

}  // namespace verbale
