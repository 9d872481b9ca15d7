// Facts in their groups: words by position, the path of the parse, what the codebook knows, who the parties are.
#include "coding/relation_features.h"

#include <algorithm>
#include <array>
#include <string>

#include "coding/relation_model.h"

namespace verbale {
namespace {

constexpr std::array<FactWord, 8> kEntityKinds = {"state", "organisation", "person",   "group",
                                                  "place", "facility",     "document", "other"};
constexpr std::array<FactWord, 8> kStatusWords = {"happened", "ongoing", "planned",      "wanted",
                                                  "possible", "denied",  "not_happened", "unclear"};
constexpr FactWord kSource = "source", kTarget = "target";
constexpr size_t kPathMax = 12;
constexpr size_t kAfterMax = 8;

bool overlaps_any(Span span, const std::vector<Span>& spans) {
  return std::any_of(spans.begin(), spans.end(), [&](Span one) { return one.overlaps(span); });
}

class PairDescriber {
 public:
  PairDescriber(const PartiesInSentence& pair, RelationFeatures& out) : pair_(pair), doc_(pair.doc), out_(out) {}

  void describe() {
    if (doc_.tokens.empty()) return;
    source_ = head_of(pair_.sources);
    target_ = head_of(pair_.targets);
    const TokenId anchor = source_ != kNone ? source_ : target_ != kNone ? target_ : 0;
    sentence_ = doc_.sentences[doc_.tokens[anchor].sentence].tokens;
    lemmas_.reserve(sentence_.size());
    for (TokenId t = sentence_.begin; t < sentence_.end; ++t) lemmas_.push_back(name_for(t));
    add_words();
    add_parties();
    add_path();
    add_events();
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  FactWord lemma(TokenId token) const {
    return sentence_.contains(token) ? lemmas_[token - sentence_.begin] : FactWord(name_for(token));
  }

  std::string_view name_for(TokenId token) const {
    const Token& word = at(token);
    if (word.pos == Pos::num) return "#";
    if (!word.name_type.empty() && word.pos == Pos::propn) return word.name_type;
    return word.lemma.empty() ? word.lower : word.lemma;
  }

  bool is_content(TokenId token) const {
    const Pos pos = at(token).pos;
    return pos == Pos::noun || pos == Pos::verb || pos == Pos::adj || pos == Pos::adv;
  }

  bool in_party(TokenId token) const {
    return overlaps_any(at(token).span, pair_.sources) || overlaps_any(at(token).span, pair_.targets);
  }

  // The word of the first marked span whose governor stands outside.
  TokenId head_of(const std::vector<Span>& spans) const {
    if (spans.empty()) return kNone;
    const Span span = spans.front();
    const auto after = std::partition_point(doc_.tokens.begin(), doc_.tokens.end(),
                                            [&](const Token& token) { return token.span.end <= span.begin; });
    const auto first = TokenId(after - doc_.tokens.begin());
    for (TokenId t = first; t < doc_.tokens.size() && at(t).span.begin < span.end; ++t)
      if (at(t).head == t || !at(at(t).head).span.overlaps(span)) return t;
    return first < doc_.tokens.size() && at(first).span.overlaps(span) ? first : kNone;
  }

  void add_words() {
    FactWord before = "";
    for (TokenId t = sentence_.begin; t < sentence_.end; ++t) {
      if (at(t).pos == Pos::punct || at(t).pos == Pos::space) continue;
      const bool party = in_party(t);
      const FactWord word = party ? party_name(t) : lemma(t);
      if (!party) {
        out_.add({"w", word});
        if (is_content(t)) slot(WordSlot::sentence).push_back(word);
      }
      if (!before.text.empty() && !(party && word.hash == before.hash)) out_.add({"w2", before, word});
      before = word;
    }
    add_between();
    add_after();
  }

  FactWord party_name(TokenId token) const {
    return overlaps_any(at(token).span, pair_.sources) ? FactWord("<s>") : FactWord("<t>");
  }

  void add_between() {
    if (source_ == kNone || target_ == kNone) return out_.add({"one party", source_ == kNone ? kTarget : kSource});
    const FactWord order = source_ < target_ ? FactWord("st") : FactWord("ts");
    out_.add({"order", order});
    FactWord before = "[";
    for (TokenId t = std::min(source_, target_) + 1; t < std::max(source_, target_); ++t) {
      if (in_party(t) || at(t).pos == Pos::punct) continue;
      out_.add({"b", order, lemma(t)});
      out_.add({"b2", before, lemma(t)});
      before = lemma(t);
      if (is_content(t)) slot(WordSlot::between).push_back(lemma(t));
    }
    out_.add({"b2", before, "]"});
  }

  void add_after() {
    const TokenId last = source_ == kNone ? target_ : target_ == kNone ? source_ : std::max(source_, target_);
    if (last == kNone) return;
    size_t count = 0;
    for (TokenId t = last + 1; t < sentence_.end && count < kAfterMax; ++t) {
      if (in_party(t) || at(t).pos == Pos::punct) continue;
      out_.add({count < 2 ? FactWord("next") : FactWord("a"), lemma(t)});
      if (is_content(t)) slot(WordSlot::after).push_back(lemma(t));
      ++count;
    }
  }

  void add_parties() {
    add_party(kSource, source_);
    add_party(kTarget, target_);
    add_words_of(kSource, pair_.sources, WordSlot::source);
    add_words_of(kTarget, pair_.targets, WordSlot::target);
  }

  // "prisoners", "a decision", "the court": what a party is says much about what is done by it or to it.
  void add_words_of(FactWord who, const std::vector<Span>& spans, WordSlot words) {
    for (TokenId t = sentence_.begin; t < sentence_.end; ++t) {
      if (!is_content(t) || !overlaps_any(at(t).span, spans)) continue;
      out_.add({who, "word", lemma(t)});
      slot(words).push_back(lemma(t));
    }
  }

  void add_party(FactWord who, TokenId head) {
    if (head == kNone) return;
    const Token& governor = at(at(head).head);
    const FactWord label = at(head).label, above = governor.lemma;
    out_.add({who, "as", label});
    out_.add({who, "head", lemma(head)});
    out_.add({who, "of", above});
    out_.add({who, label, above});
    if (governor.pos == Pos::adp) out_.add({who, above, at(governor.head).lemma});
    MentionId mention = doc_.mention_headed_by(head);
    if (mention == kNone) mention = doc_.mention_covering(head);
    if (mention == kNone || doc_.mentions[mention].entity == kNone) return out_.add({who, "unknown"});
    const Entity& entity = doc_.entities[doc_.mentions[mention].entity];
    out_.add({who, "is", kEntityKinds[size_t(entity.kind)]});
    for (const ActorCode& code : entity.codes)
      if (!code.sector.empty()) out_.add({who, "sector", code.sector});
  }

  std::vector<TokenId> way_up(TokenId token) const {
    std::vector<TokenId> way;
    if (token == kNone) return way;
    for (way.push_back(token); at(token).head != token && way.size() < 64;) way.push_back(token = at(token).head);
    return way;
  }

  // From the source up to the common governor, and down to the target; with one party, from it to the root.
  void add_path() {
    std::vector<TokenId> up = way_up(source_), down = way_up(target_);
    if (up.empty()) up = {sentence_root()};
    if (down.empty()) down = {sentence_root()};
    while (up.size() > 1 && down.size() > 1 && up.back() == down.back() && up[up.size() - 2] == down[down.size() - 2])
      up.pop_back(), down.pop_back();
    const TokenId top = up.back();
    add_whole_path(up, down);
    for (TokenId token : up) add_on_path(token, "up");
    for (TokenId token : down) add_on_path(token, "down");
    add_top(top);
    for (TokenId above : way_up(top))
      if (above != top && is_verb(at(above))) out_.add({"above", lemma(above)});
  }

  TokenId sentence_root() const { return doc_.sentences[at(sentence_.begin).sentence].root; }

  void add_whole_path(const std::vector<TokenId>& up, const std::vector<TokenId>& down) {
    if (up.size() + down.size() > kPathMax) return;
    std::string labels, words;
    for (TokenId token : up) append(labels, words, token, "<");
    for (auto token = down.rbegin(); token != down.rend(); ++token) append(labels, words, *token, ">");
    out_.add({"labels", std::string_view(labels)});
    out_.add({"path", std::string_view(words)});
  }

  void append(std::string& labels, std::string& words, TokenId token, std::string_view way) const {
    labels.append(way).append(at(token).label);
    words.append(way).append(in_party(token) ? std::string_view("*") : lemma(token).text);
  }

  void add_on_path(TokenId token, FactWord way) {
    if (in_party(token)) return;
    out_.add({"on path", lemma(token)});
    out_.add({way, at(token).label, lemma(token)});
    const bool verb = is_verb(at(token));
    if (!verb && at(token).pos != Pos::noun) return;
    slot(verb ? WordSlot::path_verbs : WordSlot::path_nouns).push_back(lemma(token));
    add_rows(token, verb, "row", mood_of(token));
    add_dependents(token, verb);
  }

  // "will visit" is not "visited": the word that says whether it is done.
  std::string_view mood_of(TokenId token) const {
    std::string_view mood;
    for (TokenId child = at(token).left_edge; child < token; ++child) {
      if (at(child).head != token) continue;
      if (at(child).dep == Dep::neg) return "not";
      const bool carries = at(child).tag == "MD" || at(child).tag == "TO";
      if (carries && mood.empty()) mood = at(child).lower;
    }
    return mood;
  }

  // The types that the codebook has for the word, whatever its frame.
  void add_rows(TokenId token, bool verb, FactWord group, FactWord mood = "") {
    for (FactWord type : pair_.codebook.types_for(at(token).lemma, verb ? PredicateKind::verb : PredicateKind::noun)) {
      out_.add({group, type});
      if (!mood.text.empty()) out_.add({group, type, mood});
    }
  }

  void add_dependents(TokenId token, bool verb) {
    for (TokenId child = at(token).left_edge; child <= at(token).right_edge; ++child) {
      if (child == token || at(child).head != token || in_party(child) || at(child).pos == Pos::punct) continue;
      const Dep dep = at(child).dep;
      if (dep == Dep::neg) out_.add({"not", lemma(token)});
      if (dep == Dep::aux || dep == Dep::auxpass) out_.add({"aux", at(child).lower});
      if (dep == Dep::neg || dep == Dep::aux || dep == Dep::det || dep == Dep::nsubj) continue;
      out_.add({"with", lemma(token), lemma(child)});
      if (!is_content(child)) continue;
      slot(WordSlot::dependents).push_back(lemma(child));
      if (verb) add_rows(child, is_verb(at(child)), "below");
    }
  }

  void add_top(TokenId top) {
    out_.add({"top", lemma(top)});
    out_.add({"top tag", at(top).tag});
    const Predicate* predicate = pair_.predicates.headed_by(top);
    if (predicate == nullptr) return;
    if (predicate->passive) out_.add({"top passive"});
    if (!predicate->particle.empty()) out_.add({"top particle", lemma(top), predicate->particle});
    for (const Argument& argument : predicate->arguments)
      if (!in_party(argument.head) && argument.slot != Slot::subject)
        out_.add({"top holds", lemma(top), argument.preposition, lemma(argument.head)});
  }

  // What the codebook made of the sentence, and whether it is between these two.
  void add_events() {
    for (const Event& event : doc_.events) {
      if (!sentence_.contains(event.trigger_token) || event.rule == kModelRule) continue;
      const FactWord between = between_parties(event), type = event.type;
      out_.add({"event", type});
      out_.add({"event", type, between});
      if (between.text == "both") out_.add({"event status", type, kStatusWords[size_t(event.status)]});
    }
  }

  FactWord between_parties(const Event& event) const {
    const bool acts = names(event.actors, pair_.sources), receives = names(event.recipients, pair_.targets);
    if (acts && (receives || pair_.targets.empty())) return "both";
    if (receives && pair_.sources.empty()) return "both";
    if (acts && names(event.actors, pair_.targets)) return "joint";
    if (names(event.actors, pair_.targets) && names(event.recipients, pair_.sources)) return "reversed";
    if (acts) return "actor";
    return receives ? FactWord("recipient") : FactWord("others");
  }

  bool names(const std::vector<Participant>& participants, const std::vector<Span>& spans) const {
    return std::any_of(participants.begin(), participants.end(),
                       [&](const Participant& one) { return overlaps_any(one.span, spans); });
  }

  std::vector<FactWord>& slot(WordSlot which) { return out_.slots[size_t(which)]; }

  const PartiesInSentence& pair_;
  const Document& doc_;
  RelationFeatures& out_;
  TokenId source_ = kNone;
  TokenId target_ = kNone;
  TokenRange sentence_;
  std::vector<FactWord> lemmas_;  // of the sentence's words
};

}  // namespace

void describe_pair(const PartiesInSentence& pair, RelationFeatures& features) {
  features.clear();
  PairDescriber(pair, features).describe();
}

}  // namespace verbale
