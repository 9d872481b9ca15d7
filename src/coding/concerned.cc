// One question a type: what is it for, against whom is it meant, what was claimed of whom.
#include "coding/concerned.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "coding/awaited.h"
#include "coding/participants.h"
#include "coding/parties.h"

namespace verbale {
namespace {

// What a strike or a march is about: "over the plan of X", "in response to X's decision".
constexpr std::array<std::string_view, 3> kAbout = {"over", "about", "at"};
constexpr std::array<std::string_view, 3> kAnswers = {"response", "reaction", "protest"};
// Acts that tell against whom a protest is.
constexpr std::array<std::string_view, 4> kProtests = {"PROTEST", "REQUEST", "ACCUSE", "REJECT"};

// What is investigated when somebody is said to have done something.
constexpr std::array<std::string_view, 6> kClaims = {"claim",  "allegation", "accusation",
                                                     "report", "complaint",  "suspicion"};

class PurposeReader {
 public:
  PurposeReader(const Document& doc, const Codebook& codebook, const PredicateIndex& index, const Predicate& predicate,
                const Match& match)
      : doc_(doc), codebook_(codebook), index_(index), predicate_(predicate), match_(match) {}

  std::vector<Participant> find() const {
    const std::string_view type = match_.row->type;
    if (type == "AID") return helped();
    if (type == "MOBILIZE") return menaced();
    if (type == "PROTEST") return protested_against();
    if (type == "CONSULT" && match_.row->mode == "third-party") return reconciled();
    if (type == "ACCUSE" && match_.row->mode == "investigate") return claimed_of();
    if (type == "AGREE") return helped_by_promise();
    if (type != "REJECT" && type != "THREATEN") return {};
    std::vector<Participant> awaited = awaited_by(doc_, index_, predicate_.head, match_.actors);
    return awaited.empty() ? addressed() : awaited;
  }

 private:
  // The infinitives below the predicate, and below the nouns that it acts with: "made an effort to end …".
  std::vector<TokenId> purposes() const {
    std::vector<TokenId> found;
    add_infinitives(predicate_, found);
    for (TokenId thing : things_acted_with()) {
      add_infinitives(*noun_at(thing), found);
      add_designs(thing, found);
    }
    return found;
  }

  void add_infinitives(const Predicate& upper, std::vector<TokenId>& found) const {
    for (const Argument& complement : upper.with(Slot::complement))
      if (has_to(doc_, complement.head)) found.push_back(complement.head);
  }

  // "an effort designed to help X"; "gave money to feed X", where the parse takes the infinitive for a relative clause.
  void add_designs(TokenId noun, std::vector<TokenId>& found) const {
    for (TokenId clause : children(doc_, noun, Dep::relcl))
      if (has_to(doc_, clause)) found.push_back(clause);
    for (TokenId design : children(doc_, noun, Dep::acl))
      if (const Predicate* made = index_.headed_by(design); made != nullptr && made->passive)
        add_infinitives(*made, found);
  }

  const Predicate* noun_at(TokenId token) const {
    const Predicate* noun = index_.headed_by(token);
    return noun != nullptr && noun->kind == PredicateKind::noun ? noun : nullptr;
  }

  // Nouns under a preposition of the predicate or of what it acts on: "mobilised troops [for an assault …]".
  std::vector<TokenId> nouns_under(std::string_view preposition) const {
    std::vector<TokenId> found;
    for (const Argument& argument : predicate_.with(Slot::oblique, preposition)) found.push_back(argument.head);
    for (TokenId thing : things_acted_with())
      for (const Argument& argument : noun_at(thing)->with(Slot::oblique, preposition)) found.push_back(argument.head);
    return found;
  }

  // Its objects, and the nouns that fill it out: "went on strike".
  std::vector<TokenId> things_acted_with() const {
    std::vector<TokenId> found = match_.consumed;
    for (const Argument& object : predicate_.with(Slot::object))
      if (!object.inherited && std::find(found.begin(), found.end(), object.head) == found.end())
        found.push_back(object.head);
    std::erase_if(found, [&](TokenId thing) { return noun_at(thing) == nullptr; });
    return found;
  }

  Match match_at(TokenId head) const {
    const Predicate* act = index_.headed_by(head);
    return act == nullptr ? Match{} : match_predicate(doc_, codebook_, index_, *act);
  }

  std::vector<Participant> others(std::vector<Participant> found) const {
    return without(std::move(found), match_.actors);
  }

  // "gave money to feed X", "to pay for food for X".
  std::vector<Participant> helped() const {
    for (TokenId purpose : purposes()) {
      const Match below = match_at(purpose);
      if (below.row != nullptr && below.row->quad >= 3) continue;
      std::vector<Participant> found = others(below.row != nullptr ? below.recipients : served_by(purpose));
      if (!found.empty()) return found;
    }
    return {};
  }

  // "offered to send troops to help X": the purpose of what is promised.
  std::vector<Participant> helped_by_promise() const {
    for (const Argument& promised : predicate_.with(Slot::complement)) {
      const Predicate* act = index_.headed_by(promised.head);
      if (act == nullptr) continue;
      for (const Argument& purpose : act->with(Slot::complement)) {
        if (!has_to(doc_, purpose.head)) continue;
        const Match below = match_at(purpose.head);
        if (below.row == nullptr || below.row->quad >= 3) continue;
        if (auto found = others(below.recipients); !found.empty()) return found;
      }
    }
    return {};
  }

  // "sent X a letter threatening to …": whom the message goes to.
  std::vector<Participant> addressed() const {
    const Token& head = doc_.tokens[predicate_.head];
    if (head.tag != "VBG" || (head.dep != Dep::advcl && head.dep != Dep::acl)) return {};
    const TokenId verb = is_verb(doc_.tokens[head.head]) ? head.head : doc_.tokens[head.head].head;
    const Predicate* sending = index_.headed_by(verb);
    if (sending == nullptr || !sends_document(*sending)) return {};
    for (const SlotChoice& choice : {SlotChoice{Slot::dative, {}}, SlotChoice{Slot::oblique, "to"}})
      for (const Argument& reader : sending->with(choice.slot, choice.preposition))
        if (auto found = others(participants_named(doc_, index_.words(), reader.head)); !found.empty()) return found;
    return {};
  }

  bool sends_document(const Predicate& sending) const {
    if (!index_.words().issues_documents(doc_.tokens[sending.head])) return false;
    for (const Argument& object : sending.with(Slot::object))
      if (index_.words().is_document(doc_.tokens[object.head])) return true;
    return false;
  }

  // Whom an act without a row of its own serves.
  std::vector<Participant> served_by(TokenId verb) const {
    const Predicate* act = index_.headed_by(verb);
    if (act == nullptr) return {};
    for (const SlotChoice& choice : {SlotChoice{Slot::object, {}}, SlotChoice{Slot::oblique, "for"}})
      for (const Argument& argument : act->with(choice.slot, choice.preposition)) {
        if (argument.inherited) continue;
        if (auto found = parties_behind(doc_, index_, argument.head); !found.empty()) return found;
      }
    return {};
  }

  // "mobilised troops for an assault against X", "sent troops to attack X".
  std::vector<Participant> menaced() const {
    for (TokenId purpose : purposes()) {
      const Match below = match_at(purpose);
      if (below.row == nullptr || below.row->quad < 3) continue;
      if (auto found = others(below.recipients); !found.empty()) return found;
    }
    for (TokenId noun : nouns_under("for"))
      if (const Predicate* act = noun_at(noun); act != nullptr)
        for (const Argument& enemy : act->with(Slot::oblique, "against"))
          if (auto found = others(parties_behind(doc_, index_, enemy.head)); !found.empty()) return found;
    return {};
  }

  std::vector<Participant> protested_against() const {
    for (TokenId clause : clauses_of_protest()) {
      const Match below = match_at(clause);
      if (below.row == nullptr || !is_one_of(below.row->type, kProtests)) continue;
      if (auto found = others(below.recipients); !found.empty()) return found;
    }
    for (TokenId thing : things_protested())
      if (participants_named(doc_, index_.words(), thing).empty())
        if (auto found = others(parties_behind(doc_, index_, thing, made_by(thing))); !found.empty()) return found;
    return {};
  }

  // "to protest against X", "demanding that X resign".
  std::vector<TokenId> clauses_of_protest() const {
    std::vector<TokenId> found = purposes();
    for (TokenId clause : children(doc_, predicate_.anchor(), Dep::advcl))
      if (doc_.tokens[clause].tag == "VBG") found.push_back(clause);
    return found;
  }

  std::vector<TokenId> things_protested() const {
    std::vector<TokenId> found;
    if (doc_.tokens[predicate_.head].lemma == "protest")
      for (const Argument& object : predicate_.with(Slot::object)) found.push_back(object.head);
    for (std::string_view preposition : kAbout)
      for (TokenId noun : nouns_under(preposition)) found.push_back(noun);
    for (TokenId noun : nouns_under("in")) {
      if (!is_one_of(doc_.tokens[noun].lower, kAnswers) || noun_at(noun) == nullptr) continue;
      for (std::string_view preposition : {"to", "at", "against", "over"})
        for (const Argument& thing : noun_at(noun)->with(Slot::oblique, preposition)) found.push_back(thing.head);
    }
    return found;
  }

  // Who protests over the killing of X does not protest against X.
  Behind made_by(TokenId thing) const {
    return codebook_.rows_for(doc_.tokens[thing].lemma, PredicateKind::noun) ? Behind::doers : Behind::makers;
  }

  // "an effort to resolve the rift between X and Y", "to help X and Y agree".
  std::vector<Participant> reconciled() const {
    for (TokenId purpose : purposes()) {
      const Predicate* act = index_.headed_by(purpose);
      for (const Predicate* below = act; below != nullptr; below = first_below(*below))
        if (auto found = others(divided_in(*below)); !found.empty()) return found;
    }
    return {};
  }

  const Predicate* first_below(const Predicate& upper) const {
    const ArgumentsIn complements = upper.with(Slot::complement);
    return complements.empty() ? nullptr : index_.headed_by(complements.front().head);
  }

  std::vector<Participant> divided_in(const Predicate& act) const {
    std::vector<Participant> found;
    for (const Argument& object : act.with(Slot::object)) {
      if (const Predicate* noun = noun_at(object.head); noun != nullptr)
        for (const Argument& side : noun->with(Slot::oblique, "between"))
          for (const Participant& one : participants_named(doc_, index_.words(), side.head)) found.push_back(one);
      if (act.head != predicate_.head && found.empty())
        for (const Participant& one : participants_named(doc_, index_.words(), object.head)) found.push_back(one);
    }
    for (const Argument& side : act.with(Slot::oblique, "between"))
      for (const Participant& one : participants_named(doc_, index_.words(), side.head)) found.push_back(one);
    return found;
  }

  // "an investigation into claims that X abused …": who is said to have done it.
  std::vector<Participant> claimed_of() const {
    for (TokenId claim : nouns_under("into")) {
      const Predicate* noun = noun_at(claim);
      if (noun == nullptr || !is_one_of(doc_.tokens[claim].lemma, kClaims)) continue;
      for (const Argument& clause : noun->with(Slot::complement)) {
        const Predicate* deed = index_.headed_by(clause.head);
        if (deed == nullptr || has_to(doc_, clause.head)) continue;
        for (const Argument& doer : deed->with(Slot::subject))
          if (auto found = others(participants_named(doc_, index_.words(), doer.head)); !found.empty()) return found;
      }
    }
    return {};
  }

  const Document& doc_;
  const Codebook& codebook_;
  const PredicateIndex& index_;
  const Predicate& predicate_;
  const Match& match_;
};

}  // namespace

std::vector<Participant> concerned_around(const Document& doc, const Codebook& codebook, const PredicateIndex& index,
                                          const Predicate& predicate, const Match& match) {
  return PurposeReader(doc, codebook, index, predicate, match).find();
}

}  // namespace verbale
