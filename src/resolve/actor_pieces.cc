// Every word that may begin a known name is one look-up; the tables tell how many words the longest name has that
// begins with it, so that nothing longer is tried.
#include "resolve/actor_pieces.h"

#include <algorithm>
#include <tuple>

#include "resolve/fold.h"

namespace verbale {
namespace {

// "Labour party": some outlets write the last word small.
bool is_kind_behind_name(std::span<const Word> words, const Word& word) {
  return words.size() > 1 && &word == &words.back() && word.folded == "party" && words.front().upper;
}

// "Bank of China": short words may be small, the others are names only when they begin with a capital.
bool is_written_as_name(std::span<const Word> words) {
  bool any_upper = false;
  for (const Word& word : words) {
    any_upper |= word.upper;
    if (!word.upper && word.folded.size() > 3 && !is_kind_behind_name(words, word)) return false;
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

// "AFL-CIO" and "AFL CIO"
std::string without_joints(std::string words) {
  std::erase_if(words, [](char c) { return c == '-' || c == ' '; });
  return words;
}

bool is_written_as_acronym(std::span<const Word> words, const std::string& surface) {
  std::string written;
  for (const Word& word : words)
    if (&word == words.data() || word.surface.data() != (&word - 1)->surface.data())  // "MS-13" in one token
      written += strip_dots(word.surface);
  if (!words.back().may_be_name) return false;
  return without_joints(written) == without_joints(surface) || is_acronym_read_as_word(written, surface);
}

bool is_thing(const Agent& agent) { return agent.kind == "target" || agent.kind == "area"; }

class PieceFinder {
 public:
  PieceFinder(const ActorTables& tables, std::span<const Word> words, const PhraseContext& context)
      : tables_(tables), words_(words), context_(context) {}

  std::vector<Piece> find() {
    std::vector<Piece> pieces;
    for (uint32_t at = 0; at < words_.size();) {
      Piece name = longest_name(at);
      const Piece agent = longest_agent(at);
      if (name.name && name.name->use != NameUse::name && at > 0 &&
          tables_.has_use(words_[at - 1].folded, PhraseUse::continental))
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
      if (const NameMatch* match = choose(*matches, at, size)) longest = {at, at + size, match};
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

  // Larger is better. What the article names in full is meant by its acronym, whoever else has the same.
  std::tuple<bool, bool, bool, bool, int> merit(const NameMatch& match) const {
    const int use = -int(match.use);
    if (match.table == NameMatch::Table::person) {
      const Person& person = tables_.person(match.row);
      return {false, true, !context_.country.empty() && person.citizenship == context_.country, true, use};
    }
    const Body& body = tables_.body(match.row);
    const bool valid = context_.day ? body.days.contains(*context_.day) : !body.days.end;
    const bool is_of_country = !context_.country.empty() && body.country == context_.country;
    return {naming_of(match) == Naming::full, valid, is_of_country, match.exact_case, use};
  }

  Naming naming_of(const NameMatch& match) const {
    return context_.namings ? (*context_.namings)[match.row] : Naming::none;
  }

  // "the Socialist bloc" is not the bloc that the article is about.
  bool is_of_another_name(const NameMatch& match, uint32_t begin) const {
    return match.common_noun && begin > 0 && words_[begin - 1].upper && words_[begin - 1].folded != "the";
  }

  const NameMatch* choose(const NameMatches& matches, uint32_t begin, uint32_t size) const {
    const std::span<const Word> words = words_.subspan(begin, size);
    const bool has_article = begin > 0 && words_[begin - 1].folded == "the";
    const NameMatch* best = nullptr;
    for (const NameMatch& match : matches) {
      if (match.needs_article && !has_article) continue;
      if (match.exact_case ? !is_written_as_acronym(words, match.surface)
                           : !match.common_noun && !is_written_as_name(words))
        continue;
      if (match.short_form && (naming_of(match) == Naming::none || is_of_another_name(match, begin))) continue;
      if (!best || merit(match) > merit(*best)) best = &match;
    }
    return best;
  }

  const ActorTables& tables_;
  std::span<const Word> words_;
  const PhraseContext& context_;
  std::string key_;
};

}  // namespace

std::optional<Piece> agent_ending_at(const ActorTables& tables, std::span<const Word> words, uint32_t last,
                                     uint32_t begin_min) {
  const bool by_folded = tables.ends_agent(words[last].folded), by_lemma = tables.ends_agent(words[last].lemma);
  if (!by_folded && !by_lemma) return std::nullopt;
  std::string before;
  std::optional<Piece> longest;
  std::string key;
  for (uint32_t size = 1; size <= 5 && last + 1 >= begin_min + size; ++size) {
    const uint32_t begin = last + 1 - size;
    if (size > 1) before = words[begin].folded + " " + before;
    for (const std::string* ending : {&words[last].folded, &words[last].lemma}) {
      key = before + *ending;
      const Agent* agent = tables.find_agent(key);
      if (agent && is_thing(*agent) && words[last].upper) continue;  // "Port Ellis", "the Evening Post"
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

}  // namespace verbale
