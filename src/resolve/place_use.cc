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

std::string_view use_of_object(const Gazetteer& gazetteer, const Document& doc, TokenId preposition) {
  const Token& token = doc.tokens[preposition];
  if (gazetteer.is(token.lower, WordUse::locative)) return token.lower;
  const Token& governor = doc.tokens[token.head];
  if (gazetteer.is(token.lower, WordUse::partitive) && gazetteer.is(governor.lemma, WordUse::place_noun))
    return governor.lemma;
  return {};
}

}  // namespace

std::string_view place_use_of_country(const Gazetteer& gazetteer, const Document& doc, TokenRange name) {
  const TokenId head = first_of_list(doc, head_of(doc, name));
  const Token& token = doc.tokens[head];
  const Token& governor = doc.tokens[token.head];
  switch (token.dep) {
    case Dep::pobj:
    case Dep::pcomp:
      return use_of_object(gazetteer, doc, token.head);
    case Dep::dobj:
    case Dep::nsubjpass:
      return gazetteer.is(governor.lemma, WordUse::movement) ? governor.lemma : std::string_view{};
    case Dep::poss:
    case Dep::compound:
    case Dep::nmod:
    case Dep::amod:
      return gazetteer.is(governor.lemma, WordUse::place_noun) ? governor.lemma : std::string_view{};
    default:
      return {};
  }
}

bool is_government(const Gazetteer& gazetteer, const Document& doc, TokenRange name) {
  const TokenId head = first_of_list(doc, head_of(doc, name));
  const Token& token = doc.tokens[head];
  return token.dep == Dep::nsubj && gazetteer.is(doc.tokens[token.head].lemma, WordUse::speech);
}

}  // namespace verbale
