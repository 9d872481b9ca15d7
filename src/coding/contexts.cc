// The words of each sentence are found once; then every event collects evidence, its own sentence first.
#include "coding/contexts.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr int kEnough = 2;           // one strong word, or two different weak ones
constexpr uint32_t kNeighbours = 2;  // sentences before and after, within the paragraph

// What speaks for one context of one event.
struct Evidence {
  std::string_view context;
  int own = 0;   // from the event's sentence, its parties and its mode
  int near = 0;  // from the neighbouring sentences
  bool near_strong = false;
  bool in_clause = false;
  Span span;  // of the first word that says it; strong before weak
  bool span_strong = false;
  std::vector<std::string_view> words;  // the phrases that were counted
};

}  // namespace

class ArticleContexts {
 public:
  ArticleContexts(const ContextCoder& coder, Document& doc) : coder_(coder), doc_(doc), hits_(doc.sentences.size()) {}

  void code() {
    for (Event& event : doc_.events) code(event);
  }

 private:
  void code(Event& event) {
    evidence_.clear();
    add_mode(event);
    add_parties(event);
    for (const ContextHit& hit : hits_of(event.sentence)) add_own(event, hit);
    const bool silent =
        std::none_of(evidence_.begin(), evidence_.end(), [](const Evidence& e) { return e.own >= kEnough; });
    for (uint32_t sentence : neighbours_of(event.sentence))
      for (const ContextHit& hit : hits_of(sentence)) add_near(hit, has_event(sentence));
    choose(event, silent);
  }

  // Reads a sentence when an event first asks for it.
  const std::vector<ContextHit>& hits_of(uint32_t sentence) {
    if (!hits_[sentence].known) {
      hits_[sentence].known = true;
      if (!doc_.in_boilerplate(doc_.span_of(doc_.sentences[sentence].tokens)))
        coder_.lexicon_.find(doc_, sentence, hits_[sentence].hits);
    }
    return hits_[sentence].hits;
  }

  std::vector<uint32_t> neighbours_of(uint32_t sentence) const {
    std::vector<uint32_t> found;
    const auto same = [&](uint32_t other) {
      return doc_.sentences[other].paragraph == doc_.sentences[sentence].paragraph;
    };
    for (uint32_t distance = 1; distance <= kNeighbours; ++distance) {
      if (sentence >= distance && same(sentence - distance)) found.push_back(sentence - distance);
      if (sentence + distance < doc_.sentences.size() && same(sentence + distance))
        found.push_back(sentence + distance);
    }
    return found;
  }

  Evidence& evidence_for(std::string_view context) {
    for (Evidence& one : evidence_)
      if (one.context == context) return one;
    evidence_.push_back({});
    evidence_.back().context = context;
    return evidence_.back();
  }

  void note_span(Evidence& evidence, Span span, bool strong) {
    if (!evidence.span.empty() && (evidence.span_strong || !strong)) return;
    evidence.span = span;
    evidence.span_strong = strong;
  }

  void add_mode(const Event& event) {
    const auto found = coder_.modes_.find(event.type);
    const std::string key = std::string(event.type) + "/" + std::string(event.mode);
    const auto with_mode = coder_.modes_.find(std::string_view(key));
    for (const auto& entry : {found, with_mode}) {
      if (entry == coder_.modes_.end()) continue;
      Evidence& evidence = evidence_for(entry->second);
      evidence.own += kEnough;
      note_span(evidence, event.trigger, true);
    }
  }

  void add_parties(const Event& event) {
    for (const auto* parties : {&event.actors, &event.recipients})
      for (const Participant& party : *parties)
        if (party.entity != kNone) add_party(party);
  }

  void add_party(const Participant& party) {
    for (const ActorCode& code : doc_.entities[party.entity].codes) {
      if (code.code_for == CodeFor::citizenship) continue;
      const auto found = coder_.sectors_.find(code.sector);
      if (found == coder_.sectors_.end()) continue;
      const ContextCoder::Sector& sector = found->second;
      const auto& not_of = sector.not_countries;
      if (std::find(not_of.begin(), not_of.end(), code.country) != not_of.end()) continue;
      Evidence& evidence = evidence_for(sector.context);
      if (std::find(evidence.words.begin(), evidence.words.end(), code.sector) != evidence.words.end()) continue;
      evidence.words.push_back(code.sector);
      evidence.own += sector.strong ? kEnough : 1;
      note_span(evidence, party.span, sector.strong);
    }
  }

  void add_own(const Event& event, const ContextHit& hit) {
    if (!hit.row->strong && (!belongs_to(event, hit) || only_dates(hit))) return;
    Evidence& evidence = evidence_for(hit.row->context);
    if (!count_once(evidence, hit)) return;
    evidence.own += hit.row->strong ? kEnough : 1;
    const Token& trigger = doc_.tokens[event.trigger_token];
    evidence.in_clause |= trigger.left_edge <= hit.tokens.begin && hit.tokens.begin <= trigger.right_edge;
    note_span(evidence, doc_.span_of(hit.tokens), hit.row->strong);
  }

  // A weak word speaks for the innermost event that it hangs under: in "arrived … since the start of the invasion" the
  // invasion is no context of the arrival.
  bool belongs_to(const Event& event, const ContextHit& hit) const {
    const Event* innermost = nullptr;
    uint32_t narrowest = 0;
    for (const Event& other : doc_.events) {
      if (other.sentence != event.sentence) continue;
      const Token& trigger = doc_.tokens[other.trigger_token];
      if (hit.tokens.begin < trigger.left_edge || hit.tokens.begin > trigger.right_edge) continue;
      const uint32_t width = trigger.right_edge - trigger.left_edge;
      if (innermost == nullptr || width < narrowest) innermost = &other, narrowest = width;
    }
    return innermost == nullptr || innermost == &event;
  }

  // "since the start of the invasion": the words tell when, not what about.
  bool only_dates(const ContextHit& hit) const {
    for (TokenId t = hit.tokens.begin; doc_.tokens[t].head != t;) {
      t = doc_.tokens[t].head;
      if (doc_.tokens[t].lower == "since" || doc_.tokens[t].lower == "until") return true;
      if (doc_.tokens[t].pos == Pos::verb) return false;
    }
    return false;
  }

  bool has_event(uint32_t sentence) const {
    return std::any_of(doc_.events.begin(), doc_.events.end(), [&](const Event& e) { return e.sentence == sentence; });
  }

  // A sentence with an event of its own speaks of that one: it may complete what is said here, but not begin it.
  void add_near(const ContextHit& hit, bool of_another) {
    Evidence& evidence = evidence_for(hit.row->context);
    if (!count_once(evidence, hit)) return;
    evidence.near += hit.row->strong ? kEnough : 1;
    evidence.near_strong |= hit.row->strong && !of_another;
    note_span(evidence, doc_.span_of(hit.tokens), hit.row->strong);
  }

  // A word counts once, however often it is said; a phrase within a longer one does not count beside it.
  static bool count_once(Evidence& evidence, const ContextHit& hit) {
    const std::string_view name = hit.row->name;
    if (std::find(evidence.words.begin(), evidence.words.end(), name) != evidence.words.end()) return false;
    evidence.words.push_back(name);
    return true;
  }

  static int score(const Evidence& e) { return 2 * e.own + e.near + int(e.in_clause); }

  // Own evidence that is enough; weak own evidence that the paragraph completes; a strong word of the paragraph only
  // where the event's sentence says nothing at all.
  static bool holds(const Evidence& e, bool silent) {
    if (e.own >= kEnough) return true;
    if (e.own > 0) return e.own + e.near >= kEnough;
    return silent && e.near_strong;
  }

  void choose(Event& event, bool silent) {
    std::erase_if(evidence_, [&](const Evidence& e) { return !holds(e, silent); });
    std::erase_if(evidence_, [&](const Evidence& e) { return gives_way(e.context); });
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](const Evidence& a, const Evidence& b) { return score(a) > score(b); });
    if (evidence_.size() > kContextsMax) evidence_.resize(kContextsMax);
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](const Evidence& a, const Evidence& b) { return a.span < b.span; });
    for (const Evidence& one : evidence_) event.contexts.push_back({one.context, one.span});
  }

  bool gives_way(std::string_view context) const {
    const auto found = coder_.yields_.find(context);
    if (found == coder_.yields_.end()) return false;
    return std::any_of(evidence_.begin(), evidence_.end(), [&](const Evidence& e) {
      return std::find(found->second.begin(), found->second.end(), e.context) != found->second.end();
    });
  }

  struct SentenceHits {
    bool known = false;
    std::vector<ContextHit> hits;
  };

  const ContextCoder& coder_;
  Document& doc_;
  std::vector<SentenceHits> hits_;
  std::vector<Evidence> evidence_;
};

Status ContextCoder::read_tables(const Knowledge& knowledge) {
  const Table* sectors = knowledge.find("contexts/sectors.tsv");
  const Table* modes = knowledge.find("contexts/modes.tsv");
  const Table* yields = knowledge.find("contexts/yields.tsv");
  if (sectors == nullptr || modes == nullptr || yields == nullptr)
    return Error(Error::Kind::knowledge, "the tables contexts/sectors.tsv, modes.tsv and yields.tsv must be there");
  for (size_t row = 0; row < sectors->rows(); ++row)
    sectors_[sectors->cell(row, "sector")] = {sectors->cell(row, "context"), sectors->cell(row, "strength") == "strong",
                                              split_list(sectors->cell(row, "not_countries"))};
  for (size_t row = 0; row < modes->rows(); ++row) modes_[modes->cell(row, "mode")] = modes->cell(row, "context");
  for (size_t row = 0; row < yields->rows(); ++row)
    yields_[yields->cell(row, "context")] = split_list(yields->cell(row, "yields_to"));
  return {};
}

Result<ContextCoder> ContextCoder::open(const Knowledge& knowledge) {
  Result<ContextLexicon> lexicon = ContextLexicon::open(knowledge);
  if (!lexicon) return std::move(lexicon).error();
  ContextCoder coder(*std::move(lexicon));
  if (Status status = coder.read_tables(knowledge); !status) return std::move(status).error();
  return coder;
}

void ContextCoder::code(Document& doc) const { ArticleContexts(*this, doc).code(); }

}  // namespace verbale
