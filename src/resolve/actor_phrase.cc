// Reading of actor phrases. Pieces are found greedily from the left, longest first; then the head decides what kind of
// actor it is, and what stands around the head whose it is. An organisation that has a sector of its own gives it to
// its people ("Taliban leader" is REB, "president of the Riigikogu" LEG); a state leaves the noun its own.
#include "resolve/actor_phrase.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "resolve/fold.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 12> kPrepositions{"of",   "from", "in", "at",      "to",     "for",
                                                         "with", "on",   "by", "between", "within", "among"};
// Words that make another office of a title: a vice president is no president.
constexpr std::array<std::string_view, 7> kRanks{"vice",  "deputy",    "assistant", "under",
                                                 "prime", "secretary", "attorney"};
// "North American" is no citizen of one state.
constexpr std::array<std::string_view, 5> kContinental{"north", "south", "latin", "central", "pan"};
constexpr std::array<std::string_view, 5> kFormer{"former", "ex", "erstwhile", "ousted", "deposed"};

template <size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "Bank of China": short words may be small, the others are names only when they begin with a capital.
bool is_written_as_name(std::span<const Word> words) {
  bool any_upper = false;
  for (const Word& word : words) {
    any_upper |= word.upper;
    if (!word.upper && word.folded.size() > 3) return false;
  }
  return any_upper && words.back().may_be_name;
}

// "Ecowas", as some outlets write what is spoken as a word.
bool is_acronym_read_as_word(std::string_view written, std::string_view acronym) {
  if (acronym.size() < 4 || written.size() != acronym.size() || written[0] != acronym[0]) return false;
  for (size_t at = 1; at < written.size(); ++at)
    if (written[at] < 'a' || written[at] > 'z' || written[at] - 'a' != acronym[at] - 'A') return false;
  return true;
}

bool is_written_as_acronym(std::span<const Word> words, const std::string& surface) {
  std::string written;
  for (const Word& word : words) {
    if (!written.empty()) written += ' ';
    written += strip_dots(word.surface);
  }
  if (!words.back().may_be_name) return false;
  return written == surface || is_acronym_read_as_word(written, surface);
}

class PieceFinder {
 public:
  PieceFinder(const ActorTables& tables, std::span<const Word> words, const PhraseContext& context)
      : tables_(tables), words_(words), context_(context) {}

  std::vector<Piece> find() {
    std::vector<Piece> pieces;
    for (uint32_t at = 0; at < words_.size();) {
      Piece name = longest_name(at);
      const Piece agent = longest_agent(at);
      if (name.name && name.name->use != NameUse::name && at > 0 && is_one_of(kContinental, words_[at - 1].folded))
        name = {at, at};
      const bool agent_wins = agent.end > name.end;
      if (name.end > at || agent.end > at) pieces.push_back(agent_wins ? agent : name);
      at = std::max({name.end, agent.end, at + 1});
    }
    return pieces;
  }

 private:
  Piece longest_name(uint32_t at) {
    Piece longest{at, at};
    const size_t words_max = std::min(tables_.name_words_max(words_[at].folded), words_.size() - at);
    key_.clear();
    for (uint32_t size = 1; size <= words_max; ++size) {
      if (size > 1) key_ += ' ';
      key_ += words_[at + size - 1].folded;
      const NameMatches* matches = tables_.find_name(key_);
      if (!matches) continue;
      if (const NameMatch* match = choose(*matches, words_.subspan(at, size))) longest = {at, at + size, match};
    }
    return longest;
  }

  Piece longest_agent(uint32_t at) {
    Piece longest{at, at};
    const size_t known =
        std::max(tables_.agent_words_max(words_[at].folded), tables_.agent_words_max(words_[at].lemma));
    const size_t words_max = std::min(known, words_.size() - at);
    for (uint32_t size = 1; size <= words_max; ++size)
      if (const auto agent = agent_ending_at(tables_, words_, at + size - 1, at); agent && agent->begin == at)
        longest = *agent;
    return longest;
  }

  // Larger is better.
  std::tuple<bool, bool, bool, int> merit(const NameMatch& match) const {
    const int use = -int(match.use);
    if (match.table == NameMatch::Table::person) {
      const Person& person = tables_.person(match.row);
      return {true, !context_.country.empty() && person.citizenship == context_.country, true, use};
    }
    const Body& body = tables_.body(match.row);
    const bool valid = context_.day ? body.days.contains(*context_.day) : !body.days.end;
    return {valid, !context_.country.empty() && body.country == context_.country, match.exact_case, use};
  }

  const NameMatch* choose(const NameMatches& matches, std::span<const Word> words) const {
    const NameMatch* best = nullptr;
    for (const NameMatch& match : matches) {
      if (match.exact_case ? !is_written_as_acronym(words, match.surface)
                           : !match.common_noun && !is_written_as_name(words))
        continue;
      if (match.short_form && !(context_.named_in_full && (*context_.named_in_full)[match.row])) continue;
      if (!best || merit(match) > merit(*best)) best = &match;
    }
    return best;
  }

  const ActorTables& tables_;
  std::span<const Word> words_;
  const PhraseContext& context_;
  std::string key_;
};

// The pieces of one phrase, sorted into the roles that they play around its head.
class PhraseReader {
 public:
  PhraseReader(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces, WordRange range,
               const PhraseContext& context)
      : tables_(tables), words_(words), range_(range), context_(context) {
    for (const Piece& piece : pieces)
      if (piece.begin >= range.begin && piece.end <= range.end) pieces_.push_back(piece);
  }

  ActorReading read() {
    find_head();
    find_owner();
    reading_.former = is_former();
    if (reading_.person != kNone)
      code_person(tables_, context_, reading_);
    else if (const Piece* second = second_partner())
      code_partners(*second);
    else if (reading_.agent)
      code_agent();
    else if (reading_.body != kNone)
      code_body();
    else
      code_owned();
    return std::move(reading_);
  }

 private:
  uint32_t preposition_after(uint32_t begin) const {
    for (uint32_t at = begin + 1; at < range_.end; ++at) {
      const bool inside = std::any_of(pieces_.begin(), pieces_.end(),
                                      [&](const Piece& piece) { return piece.begin < at && at < piece.end; });
      if (!inside && is_one_of(kPrepositions, words_[at].folded)) return at;
    }
    return range_.end;
  }

  void find_head() {
    cut_ = preposition_after(range_.begin);
    // "Several of the largest trade unions": the quantity is not the head.
    while (range_.head == kNone && cut_ < range_.end && !last_before(cut_)) cut_ = preposition_after(cut_);
    if (range_.head != kNone) cut_ = std::max(cut_, range_.head + 1);
    const uint32_t head = range_.head == kNone ? cut_ - 1 : range_.head;
    for (const Piece& piece : pieces_) {
      if (piece.begin >= cut_) break;
      const bool is_person = piece.name && piece.name->table == NameMatch::Table::person;
      const bool may_be_head = range_.head == kNone || piece.end > head;
      if (is_person && may_be_head) reading_.person = piece.name->row;
      if (piece.begin <= head && head < piece.end) head_ = &piece;
    }
    if (!head_ && range_.head == kNone) head_ = stand_in_for_head();
    if (head_ && is_part_of_longer_name(*head_)) head_ = nullptr;
    if (reading_.person != kNone) reading_.agent = last_agent_before(cut_);
    if (!head_) return;
    if (head_->agent)
      reading_.agent = more_telling(head_->agent);
    else if (head_->name->table == NameMatch::Table::body)
      take_body(*head_->name);
  }

  // "Senate hopeful": an agent before an unknown head; a body there is only its owner ("Chile's Ombudsman").
  const Piece* stand_in_for_head() const {
    const Piece* last = last_before(cut_);
    return last && (last->agent || last->end == cut_) ? last : nullptr;
  }

  // "Santa Marta Self Defense Forces" is not the Self-Defense Forces of the tables.
  bool is_part_of_longer_name(const Piece& piece) const {
    if (range_.head != kNone || !piece.name || piece.begin == range_.begin) return false;
    if (piece.name->use != NameUse::name) return false;
    const Word& before = words_[piece.begin - 1];
    const bool is_known =
        std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& other) { return other.end == piece.begin; });
    return before.upper && !is_known && before.folded != "the" && before.folded.size() > 2;
  }

  void take_body(const NameMatch& match) {
    reading_.body = match.row;
    reading_.use = match.use;
  }

  const Piece* last_before(uint32_t end) const {
    const Piece* last = nullptr;
    for (const Piece& piece : pieces_)
      if (piece.end <= end) last = &piece;
    return last;
  }

  const Agent* last_agent_before(uint32_t end) const {
    const Agent* last = nullptr;
    for (const Piece& piece : pieces_)
      if (piece.agent && piece.end <= end) last = piece.agent;
    return last;
  }

  static bool says_little(const Agent& agent) { return agent.sector.empty() || agent.sector == "UNK"; }

  static bool is_official(const Agent& agent) {
    return agent.kind == "person" && (agent.sector == "GOV" || agent.sector == "MIL" || agent.sector == "BUS");
  }

  // "intelligence agency officer", "team of police": a body before a person gives the sector, and a head that says
  // little leaves it to what stands around it.
  const Agent* more_telling(const Agent* head) const {
    const Agent* telling = nullptr;
    for (const Piece& piece : pieces_) {
      if (!piece.agent || says_little(*piece.agent) || &piece == head_) continue;
      const bool before = piece.end <= head_->begin;
      const bool is_body_of_person = is_official(*head) && piece.agent->kind != "person";
      const bool follows_of = piece.begin > cut_ && words_[cut_].folded == "of";
      if (before ? says_little(*head) || is_body_of_person : says_little(*head) && follows_of && !telling)
        telling = piece.agent;
    }
    return telling ? telling : head;
  }

  // The owner stands before the head ("Russian", "Chile's"), else behind a preposition ("of the Alliance", "in Mali").
  // One with a sector of its own is preferred: "Russian Northern Fleet commander".
  void find_owner() {
    const uint32_t head_begin = head_ ? head_->begin : cut_;
    for (const Piece& piece : pieces_)
      if (piece.end <= head_begin && &piece != head_) prefer_owner(piece);
    if (reading_.owner != kNone) return;
    for (const Piece& piece : pieces_)
      if (piece.begin >= cut_ && reading_.owner == kNone) prefer_owner(piece);
  }

  void prefer_owner(const Piece& piece) {
    if (!piece.name || piece.name->table != NameMatch::Table::body || is_part_of_longer_name(piece)) return;
    const bool better = reading_.owner == kNone || !tables_.body(piece.name->row).sector.empty() ||
                        tables_.body(reading_.owner).sector.empty();
    if (better) reading_.owner = piece.name->row;
  }

  bool is_former() const {
    const uint32_t end = head_ ? head_->end : cut_;
    for (uint32_t at = range_.begin; at < end; ++at)
      if (is_one_of(kFormer, words_[at].folded)) return true;
    return false;
  }

  bool is_partner(const Piece& piece) const {
    if (!piece.name || piece.name->table != NameMatch::Table::body || piece.name->use != NameUse::name) return false;
    const Body& body = tables_.body(piece.name->row);
    return body.entity_kind == EntityKind::state || body.kind == "igo";
  }

  // "NATO-Ukraine Commission", "US-China working group": two owners side by side before the head.
  const Piece* second_partner() const {
    for (size_t at = 1; at < pieces_.size(); ++at) {
      const Piece& second = pieces_[at];
      const Piece& first = pieces_[at - 1];
      const bool before_head = second.end <= (head_ ? head_->begin : cut_ - 1);
      if (before_head && first.end == second.begin && is_partner(first) && is_partner(second)) return &second;
    }
    return nullptr;
  }

  void code_partners(const Piece& second) {
    const Piece& first = *(&second - 1);
    reading_.country = "IGO";
    reading_.owner = kNone;
    reading_.reason = "between " + std::string(tables_.body(first.name->row).name) + " and " +
                      std::string(tables_.body(second.name->row).name);
  }

  void code_agent() {
    reading_.sector = reading_.agent->sector;
    reading_.country = context_.country;
    reading_.reason = "\"" + reading_.agent->phrase + "\"";
    if (reading_.agent->kind == "person" && reading_.sector == "GOV") reading_.code_for = CodeFor::office;
    if (reading_.owner != kNone) {
      const Body& owner = tables_.body(reading_.owner);
      if (!owner.country.empty()) reading_.country = owner.country;
      if (!owner.sector.empty() && owner.sector != "PRE")
        reading_.sector = owner.sector;
      else if (leads(owner))
        reading_.sector = "GOV", reading_.code_for = CodeFor::office;
      else if (reading_.sector == "UNK")
        reading_.sector = {};
      reading_.reason += " of " + std::string(owner.name);
    } else if (!reading_.country.empty()) {
      reading_.reason += ", country from the context";
    }
    if (reading_.former && (reading_.sector == "GOV" || reading_.sector == "LEG")) reading_.sector = "ELI";
  }

  // The leader of a state or of an intergovernmental organisation governs.
  bool leads(const Body& owner) const {
    const Reference* noun = tables_.find_reference(reading_.agent->phrase);
    return noun && noun->leads && (owner.entity_kind == EntityKind::state || owner.kind == "igo");
  }

  void code_body() {
    if (belongs_to_another_state()) return code_owned_name();
    const Body& body = tables_.body(reading_.body);
    reading_.country = body.country;
    reading_.sector = body.sector;
    reading_.reason = "named in the actor tables";
    if (reading_.use == NameUse::capital || reading_.use == NameUse::metonym) {
      reading_.sector = "GOV";
      reading_.reason = std::string(reading_.use == NameUse::capital ? "capital" : "seat") + " for the government of " +
                        std::string(body.name);
    }
    if (!reading_.country.empty()) return;
    if (reading_.owner != kNone)
      reading_.country = tables_.body(reading_.owner).country;
    else
      reading_.country = context_.country;
  }

  // "Chile's Defense Department" is not the one of the tables.
  bool belongs_to_another_state() const {
    if (reading_.owner == kNone || reading_.use != NameUse::name) return false;
    const Body& owner = tables_.body(reading_.owner);
    const Body& body = tables_.body(reading_.body);
    return owner.entity_kind == EntityKind::state && body.entity_kind == EntityKind::organisation &&
           tables_.state_by_code(body.country) && body.country != owner.country;
  }

  void code_owned_name() {
    reading_.sector = tables_.body(reading_.body).sector;
    reading_.country = tables_.body(reading_.owner).country;
    reading_.reason = "named like " + std::string(tables_.body(reading_.body).name) + ", but of " +
                      std::string(tables_.body(reading_.owner).name);
    reading_.body = kNone;
  }

  // An unknown noun that belongs to somebody known: "Northern Fleet's Arctic Group".
  void code_owned() {
    if (reading_.owner == kNone) return;
    const Body& owner = tables_.body(reading_.owner);
    reading_.country = owner.country;
    const Agent* body = last_agent_before(cut_);
    reading_.sector = owner.entity_kind == EntityKind::state ? std::string_view{} : owner.sector;
    if (body && body->kind != "person") reading_.sector = body->sector;
    reading_.reason = "belongs to " + std::string(owner.name);
  }

  const ActorTables& tables_;
  std::span<const Word> words_;
  WordRange range_;
  const PhraseContext& context_;
  std::vector<Piece> pieces_;
  const Piece* head_ = nullptr;
  uint32_t cut_ = 0;
  ActorReading reading_;
};

const Office* choose_office(const Person& person, const Agent* title, const std::optional<Day>& day) {
  const Office* chosen = nullptr;
  const auto begins_later = [](const Office& a, const Office& b) {
    return a.days.begin && (!b.days.begin || *a.days.begin > *b.days.begin);
  };
  for (const Office& office : person.offices) {
    if (day && !office.days.contains(*day)) continue;
    if (title && titles_agree(title->phrase, office.title)) return &office;
    if (!chosen)
      chosen = &office;
    else if (!day && (!office.days.end || begins_later(office, *chosen)))
      chosen = &office;
  }
  return chosen;
}

bool left_office_before(const Person& person, Day day) {
  return std::any_of(person.offices.begin(), person.offices.end(),
                     [&](const Office& office) { return office.days.end && *office.days.end < day; });
}

void code_by_office(const Office& office, bool dated, ActorReading& reading) {
  reading.country = office.country;
  reading.sector = office.sector;
  reading.code_for = CodeFor::office;
  reading.reason = "office: " + std::string(office.title_shown) + (dated ? "" : " (latest known, the text is undated)");
}

}  // namespace

bool titles_agree(std::string_view said, std::string_view office) {
  if (said == office) return true;
  if (office.starts_with(said) && office.substr(said.size()).starts_with(" of ")) return true;
  const bool said_is_longer = said.size() > office.size();
  const std::string_view longer = said_is_longer ? said : office;
  const std::string_view shorter = said_is_longer ? office : said;
  if (!longer.ends_with(shorter)) return false;
  const auto prefix = split_list(longer.substr(0, longer.size() - shorter.size()), ' ');
  return std::none_of(prefix.begin(), prefix.end(), [](std::string_view word) { return is_one_of(kRanks, word); });
}

std::optional<Piece> agent_ending_at(const ActorTables& tables, std::span<const Word> words, uint32_t last,
                                     uint32_t begin_min) {
  std::string before;
  std::optional<Piece> longest;
  std::string key;
  for (uint32_t size = 1; size <= 5 && last + 1 >= begin_min + size; ++size) {
    const uint32_t begin = last + 1 - size;
    if (size > 1) before = words[begin].folded + " " + before;
    for (const std::string* ending : {&words[last].folded, &words[last].lemma}) {
      key = before + *ending;
      const Agent* agent = tables.find_agent(key);
      if (agent) longest = Piece{begin, last + 1, nullptr, agent};
      if (agent) break;
    }
  }
  return longest;
}

std::string guess_lemma(const std::string& word) {
  if (word.size() > 4 && word.ends_with("men")) return word.substr(0, word.size() - 2) + "an";
  if (word == "people") return word;
  if (word.size() > 4 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  for (std::string_view ending : {"sses", "shes", "ches", "xes"})
    if (word.size() > 5 && word.ends_with(ending)) return word.substr(0, word.size() - 2);
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us"))
    return word.substr(0, word.size() - 1);
  return word;
}

std::vector<Word> words_of(std::string_view phrase) {
  std::vector<Word> words;
  for (size_t begin = 0; begin < phrase.size();) {
    size_t end = phrase.find_first_of(" -", begin);
    if (end == std::string_view::npos) end = phrase.size();
    const std::string_view surface = phrase.substr(begin, end - begin);
    for (std::string& folded : fold_words(surface)) {
      std::string lemma = guess_lemma(folded);
      words.push_back({std::move(folded), std::move(lemma), surface, kNone, starts_upper(surface), true});
    }
    begin = end + 1;
  }
  return words;
}

std::vector<Piece> find_pieces(const ActorTables& tables, std::span<const Word> words, const PhraseContext& context) {
  return PieceFinder(tables, words, context).find();
}

ActorReading read_phrase(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces,
                         WordRange range, const PhraseContext& context) {
  return PhraseReader(tables, words, pieces, range, context).read();
}

void code_person(const ActorTables& tables, const PhraseContext& context, ActorReading& reading) {
  const Person& person = tables.person(reading.person);
  const Office* office = choose_office(person, reading.agent, context.day);
  if (office && !reading.former) return code_by_office(*office, context.day.has_value(), reading);

  reading.country = person.citizenship;
  reading.code_for = CodeFor::citizenship;
  if (reading.former || (context.day && left_office_before(person, *context.day))) {
    reading.sector = "ELI";
    reading.reason = "held an office before";
  } else if (reading.agent && !reading.agent->sector.empty()) {
    reading.sector = reading.agent->sector;
    reading.code_for = CodeFor::office;
    reading.reason = "title in the text: " + reading.agent->phrase;
  } else {
    reading.reason = "citizenship; no office known";
  }
  if (reading.country.empty() && reading.owner != kNone) reading.country = tables.body(reading.owner).country;
}

}  // namespace verbale
