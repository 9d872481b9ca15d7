// Reads the parse around the head of the name: its governor, and the governor's governor through prepositions, lists
// and appositions.
#include "resolve/place_use.h"

#include "resolve/place_names.h"

namespace verbale {
namespace {

// The member of a list or apposition that carries its role: in "in Poland and Ukraine", Poland.
TokenId first_of_list(const Document& doc, TokenId t) {
  while (doc.tokens[t].dep == Dep::conj || doc.tokens[t].dep == Dep::appos) {
    const TokenId governor = doc.tokens[t].head;
    if (governor == t || (doc.tokens[governor].pos != Pos::propn && doc.tokens[governor].pos != Pos::noun)) break;
    t = governor;
  }
  return t;
}

bool is_party(const Document& doc, TokenId preposition) {
  const std::string_view word = doc.tokens[preposition].lower;
  return word == "with" || word == "against" || word == "by" || word == "between";
}

// Something can be said of a place, too: "Nepal is", "Nepal has".
bool is_deed(const Token& verb) { return verb.pos == Pos::verb && verb.lemma != "be" && verb.lemma != "have"; }

}  // namespace

bool is_actor(const Gazetteer& gazetteer, const Document& doc, TokenRange name) {
  const TokenId head = first_of_list(doc, head_of(doc, name));
  const Token& token = doc.tokens[head];
  const Token& governor = doc.tokens[token.head];
  switch (token.dep) {
    case Dep::nsubj:
      return is_deed(governor);
    case Dep::dobj:
    case Dep::nsubjpass:
      return is_deed(governor) && !gazetteer.is(governor.lemma, WordUse::movement);
    case Dep::pobj:
      return is_party(doc, token.head);
    case Dep::poss:
      return governor.pos == Pos::noun && !gazetteer.is(governor.lemma, WordUse::place_noun);
    case Dep::agent:
    case Dep::dative:
      return true;
    default:
      return false;
  }
}

bool is_government(const Gazetteer& gazetteer, const Document& doc, TokenRange name) {
  const TokenId head = first_of_list(doc, head_of(doc, name));
  const Token& token = doc.tokens[head];
  const Token& governor = doc.tokens[token.head];
  if (token.dep == Dep::nsubj || token.dep == Dep::dobj) return gazetteer.is(governor.lemma, WordUse::speech);
  return token.dep == Dep::pobj && (governor.lower == "against" || governor.lower == "between");
}

}  // namespace verbale
