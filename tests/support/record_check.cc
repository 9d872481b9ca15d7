// One function for each kind of thing in the record. The vocabularies are written out here once more, apart from the
// program's own: a word that the program invents must not be able to agree with itself.
#include "support/record_check.h"

#include <array>
#include <map>
#include <regex>
#include <set>
#include <string_view>

namespace verbale::testing {
namespace {

using nlohmann::json;
using Words = std::set<std::string_view>;

const Words kDateMethods = {"given",    "jsonld",       "meta", "time_tag", "url",
                            "dateline", "visible_text", "feed", "warc",     "inferred"};
const Words kArticleKinds = {"news", "opinion", "analysis", "interview", "live", "sponsored", "satire", "unknown"};
const Words kEntityKinds = {"state", "organisation", "person", "group", "place", "facility", "document", "other"};
const Words kMentionForms = {"name", "nominal", "pronoun"};
const Words kCodeReasons = {"self", "office", "citizenship"};
const Words kInternational = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"};
const Words kSectors = {"COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS",
                        "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC"};
const Words kPrecisions = {"point", "city", "district", "province", "country", "region"};
const Words kTimexTypes = {"DATE", "TIME", "DURATION", "SET"};
const Words kSpeakerKinds = {"named", "unnamed", "organisation", "document", "media", "author"};
const Words kStatementForms = {"direct", "indirect", "mixed"};
const Words kStatuses = {"happened", "ongoing", "planned", "wanted", "possible", "denied", "not_happened", "unclear"};
const Words kContexts = {"military",
                         "intelligence",
                         "executive",
                         "legislative",
                         "election",
                         "political_institutions",
                         "pro_democracy",
                         "economic",
                         "pro_autocracy",
                         "legal",
                         "reparations",
                         "human_rights",
                         "rights_freedoms",
                         "repression",
                         "human_security",
                         "gender",
                         "lgbt",
                         "religion_ethnicity",
                         "inequality",
                         "diplomatic",
                         "territory",
                         "peacekeeping",
                         "health",
                         "asylum",
                         "migration",
                         "disasters",
                         "natural_resource",
                         "environment",
                         "technology",
                         "terrorism",
                         "cbrn",
                         "cyber",
                         "misinformation",
                         "crime",
                         "corruption",
                         "illegal_drugs",
                         "trafficking"};
const Words kItemCategories = {"money",       "weapon",    "ammunition", "vehicle", "fuel",
                               "food",        "medical",   "shelter",    "energy",  "communications",
                               "engineering", "personnel", "training",   "other",   "intelligence"};
const Words kCountKinds = {"dead", "injured", "arrested", "abducted", "displaced", "crowd"};
const Words kIntentionKinds = {"promise", "agreement", "plan", "offer",        "threat",
                               "demand",  "request",   "aim",  "precondition", "refusal"};
const Words kIntentionStates = {"open", "kept", "broken", "withdrawn", "expired"};
const Words kConditionForms = {"if", "unless", "until", "precondition", "provided"};
const Words kNoteKinds = {"cut", "guess", "encoding", "metadata", "unsupported_language"};

const std::map<std::string, Words, std::less<>> kModes = {
    {"AGREE", {}},
    {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
    {"SUPPORT", {}},
    {"CONCEDE", {}},
    {"COOPERATE", {}},
    {"AID", {}},
    {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
    {"REQUEST", {"assist", "change", "yield", "meet"}},
    {"ACCUSE", {"disapprove", "investigate", "allege"}},
    {"REJECT", {"assist", "change", "yield", "meet"}},
    {"THREATEN", {"restrict", "arrest", "relations", "expel", "violence", "territory"}},
    {"PROTEST", {"demo", "strike", "riot", "hunger", "boycott", "obstruct", "vandalize"}},
    {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
    {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
    {"COERCE",
     {"seize", "restrict", "arrest", "deport", "withhold", "cyber", "censor", "curfew", "misinformation",
      "martial-law"}},
    {"ASSAULT",
     {"abduct", "torture", "sexual", "destroy", "beat", "crowd-control", "primitive", "firearms", "explosives",
      "targeted", "suicide-attack", "aerial", "drone", "heavy-weapons", "unconventional"}}};

size_t count_points(std::string_view text) {
  size_t points = 0;
  for (char byte : text) points += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return points;
}

class Checker {
 public:
  explicit Checker(const json& record) : record_(record) {}

  std::vector<std::string> run() {
    expect(record_.value("schema", "") == "verbale/1", "schema", "is not verbale/1");
    text_points_ = count_points(record_.at("article").value("text", ""));
    for (const char* list : {"entities", "places", "times", "statements", "events", "intentions"}) collect_ids(list);
    check_article(record_.at("article"));
    check_sentences();
    each("entities", &Checker::check_entity);
    each("places", &Checker::check_place);
    each("times", &Checker::check_time);
    each("statements", &Checker::check_statement);
    each("events", &Checker::check_event);
    each("intentions", &Checker::check_intention);
    each("signals", &Checker::check_signal);
    each("notes", &Checker::check_note);
    return std::move(problems_);
  }

 private:
  using Check = void (Checker::*)(const json&, const std::string&);

  // ---- what recurs ----

  void expect(bool holds, const std::string& where, const std::string& problem) {
    if (!holds) problems_.push_back(where + ": " + problem);
  }

  void collect_ids(const char* list) {
    for (const json& one : record_.value(list, json::array()))
      expect(ids_[list].insert(one.value("id", "")).second, list, "the id " + one.value("id", "") + " is not unique");
  }

  void each(const char* list, Check check) {
    size_t index = 0;
    for (const json& one : record_.value(list, json::array()))
      (this->*check)(one, std::string(list) + "/" + std::to_string(index++));
  }

  void word(const json& object, const char* field, const Words& vocabulary, const std::string& where,
            bool required = true) {
    if (!object.contains(field)) return expect(!required, where, std::string("has no ") + field);
    const std::string value = object[field].is_string() ? object[field].get<std::string>() : object[field].dump();
    expect(vocabulary.count(value) > 0, where + "/" + field, "\"" + value + "\" is no word of the vocabulary");
  }

  void span(const json& value, const std::string& where) {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number_unsigned() || !value[1].is_number_unsigned())
      return expect(false, where, value.dump() + " is not a span");
    const size_t begin = value[0];
    const size_t end = value[1];
    expect(begin < end, where, value.dump() + " is empty");
    expect(end <= text_points_, where, value.dump() + " ends behind the text");
  }

  void spans(const json& list, const std::string& where) {
    expect(list.is_array() && !list.empty(), where, "holds no span");
    for (const json& one : list) span(one, where);
  }

  void reference(const json& object, const char* field, const char* list, const std::string& where) {
    if (!object.contains(field) || object[field].is_null()) return;
    const std::string id = object[field];
    expect(ids_[list].count(id) > 0, where + "/" + field, "\"" + id + "\" is not among the " + list);
  }

  void references(const json& ids, const char* list, const std::string& where) {
    for (const json& id : ids) expect(ids_[list].count(id) > 0, where, id.dump() + " is not among the " + list);
  }

  void share(const json& object, const char* field, const std::string& where) {
    const double value = object.value(field, -1.0);
    expect(value >= 0 && value <= 1, where + "/" + field, "is not between 0 and 1");
  }

  void interval(const json& object, const std::string& where) {
    static const std::regex day(R"(\d{4}-\d\d-\d\d)");
    for (const char* field : {"begin", "end"})
      if (object.contains(field)) {
        const std::string value = object[field];
        expect(std::regex_match(value, day), where + "/" + field, "\"" + value + "\" is no day");
      }
    if (object.contains("begin") && object.contains("end"))
      expect(object["begin"] <= object["end"], where, "begins after its end");
  }

  // ---- the parts of the record ----

  void check_article(const json& article) {
    for (const char* field : {"id", "text", "sha256", "kind"})
      expect(article.contains(field), "article", std::string("has no ") + field);
    word(article, "kind", kArticleKinds, "article");
    for (const char* date : {"published", "modified"})
      if (article.contains(date)) word(article[date], "method", kDateMethods, std::string("article/") + date);
    if (!article.contains("dateline")) return;
    span(article["dateline"].at("text"), "article/dateline/text");
    reference(article["dateline"], "place", "places", "article/dateline");
  }

  void check_sentences() {
    size_t last = 0;
    size_t index = 0;
    for (const json& one : record_.value("sentences", json::array())) {
      const std::string where = "sentences/" + std::to_string(index++);
      span(one, where);
      expect(one[0] >= last, where, "overlaps the sentence before");
      last = one[1];
    }
  }

  void check_entity(const json& entity, const std::string& where) {
    word(entity, "kind", kEntityKinds, where);
    expect(!entity.value("name", "").empty(), where, "has no name");
    for (const json& code : entity.value("codes", json::array())) check_code(code, where + "/codes");
    for (const json& role : entity.value("roles", json::array())) {
      span(role.at("span"), where + "/roles/span");
      reference(role, "of", "entities", where + "/roles");
    }
    expect(!entity.value("mentions", json::array()).empty(), where, "has no mention");
    for (const json& mention : entity.value("mentions", json::array())) {
      span(mention.at("span"), where + "/mentions/span");
      word(mention, "form", kMentionForms, where + "/mentions");
    }
  }

  void check_code(const json& code, const std::string& where) {
    static const std::regex state("[A-Z]{3}");
    word(code, "for", kCodeReasons, where);
    word(code, "sector", kSectors, where, false);
    expect(code.contains("country") || code.contains("sector"), where, "says nothing");
    if (const std::string country = code.value("country", ""); !country.empty())
      expect(kInternational.count(country) > 0 || std::regex_match(country, state), where + "/country",
             "\"" + country + "\" is no code");
  }

  void check_place(const json& place, const std::string& where) {
    word(place, "precision", kPrecisions, where);
    expect(!place.value("reason", "").empty(), where, "has no reason");
    expect(place.contains("lat") == place.contains("lon"), where, "has half a coordinate");
    expect(std::abs(place.value("lat", 0.0)) <= 90 && std::abs(place.value("lon", 0.0)) <= 180, where,
           "lies on no globe");
    share(place, "confidence", where);
    spans(place.value("mentions", json::array()), where + "/mentions");
  }

  void check_time(const json& time, const std::string& where) {
    word(time, "type", kTimexTypes, where);
    span(time.at("span"), where + "/span");
    interval(time, where);
    expect(!time.value("reason", "").empty(), where, "has no reason");
  }

  void check_statement(const json& statement, const std::string& where) {
    word(statement, "speaker_kind", kSpeakerKinds, where);
    word(statement, "form", kStatementForms, where);
    reference(statement, "speaker", "entities", where);
    reference(statement, "within", "statements", where);
    if (statement.contains("speaker_span")) span(statement["speaker_span"], where + "/speaker_span");
    if (statement.contains("cue")) span(statement["cue"], where + "/cue");
    spans(statement.value("content", json::array()), where + "/content");
    expect(!is_within_itself(statement), where, "stands within itself");
  }

  bool is_within_itself(const json& statement) const {
    std::map<std::string, std::string> outer;
    for (const json& one : record_["statements"])
      if (one.contains("within") && one["within"].is_string()) outer[one["id"]] = one["within"];
    const std::string start = statement["id"];
    std::string at = start;
    for (size_t steps = 0; steps <= outer.size(); ++steps) {
      const auto found = outer.find(at);
      if (found == outer.end()) return false;
      at = found->second;
    }
    return true;
  }

  void check_event(const json& event, const std::string& where) {
    check_relation(event, where);
    word(event, "status", kStatuses, where);
    share(event, "confidence", where);
    check_parties(event, where);
    check_circumstances(event, where);
    for (const json& item : event.value("items", json::array())) {
      span(item.at("span"), where + "/items/span");
      word(item, "category", kItemCategories, where + "/items");
    }
    const json counts = event.value("counts", json::object());
    for (const auto& [kind, count] : counts.items()) check_count(kind, count, where + "/counts/" + kind);
    for (const json& cue : event.value("cues", json::array())) {
      span(cue.at("span"), where + "/cues/span");
      word(cue, "for", {"status", "background"}, where + "/cues");
    }
    for (const json& context : event.value("contexts", json::array())) {
      span(context.at("span"), where + "/contexts/span");
      word(context, "name", kContexts, where + "/contexts");
    }
    expect(event.contains("said_by"), where, "does not tell whose word it is");
    reference(event, "said_by", "statements", where);
  }

  void check_relation(const json& event, const std::string& where) {
    const auto type = kModes.find(event.value("type", ""));
    if (type == kModes.end()) return expect(false, where, "\"" + event.value("type", "") + "\" is no type");
    word(event, "mode", type->second, where, false);
    const int quad = event.value("quad", 0);
    expect(quad >= 1 && quad <= 4, where, "has no quad class");
  }

  void check_parties(const json& event, const std::string& where) {
    expect(!event.value("actors", json::array()).empty() || !event.value("recipients", json::array()).empty(), where,
           "has neither actor nor recipient");
    for (const char* side : {"actors", "recipients"})
      for (const json& party : event.value(side, json::array())) {
        span(party.at("span"), where + "/" + side);
        reference(party, "entity", "entities", where + "/" + side);
      }
    for (const json& other : event.value("others", json::array()))
      reference(other, "entity", "entities", where + "/others");
  }

  void check_circumstances(const json& event, const std::string& where) {
    span(event.at("trigger"), where + "/trigger");
    const size_t sentence = event.value("sentence", SIZE_MAX);
    if (sentence < record_["sentences"].size()) {
      const json& home = record_["sentences"][sentence];
      expect(home[0] <= event["trigger"][0] && event["trigger"][1] <= home[1], where, "its trigger is elsewhere");
    } else {
      expect(false, where, "stands in no sentence");
    }
    if (event.contains("time")) {
      const json& time = event["time"];
      expect(time.contains("ref") || !time.value("reason", "").empty(), where + "/time", "has no evidence");
      reference(time, "ref", "times", where + "/time");
      interval(time, where + "/time");
    }
    if (!event.contains("place")) return;
    span(event["place"].at("span"), where + "/place/span");
    reference(event["place"], "ref", "places", where + "/place");
  }

  void check_count(const std::string& kind, const json& count, const std::string& where) {
    expect(kCountKinds.count(kind) > 0, where, "is no kind of count");
    span(count.at("span"), where + "/span");
    expect(count.contains("low") || count.contains("high"), where, "counts nothing");
    if (count.contains("low") && count.contains("high"))
      expect(count["low"] <= count["high"], where, "its low is above its high");
  }

  void check_intention(const json& intention, const std::string& where) {
    word(intention, "kind", kIntentionKinds, where);
    word(intention, "state", kIntentionStates, where);
    span(intention.at("content"), where + "/content");
    expect(!intention.value("by", json::array()).empty(), where, "is nobody's");
    references(intention.value("by", json::array()), "entities", where + "/by");
    references(intention.value("to", json::array()), "entities", where + "/to");
    references(intention.value("would_be", json::array()), "events", where + "/would_be");
    reference(intention, "event", "events", where);
    reference(intention, "due", "times", where);
    reference(intention, "said_by", "statements", where);
    for (const json& condition : intention.value("conditions", json::array())) {
      span(condition.at("span"), where + "/conditions/span");
      word(condition, "form", kConditionForms, where + "/conditions");
      reference(condition, "requires", "events", where + "/conditions");
    }
  }

  void check_signal(const json& signal, const std::string& where) {
    for (const char* field : {"scheme", "signal", "level", "value"})
      expect(signal.contains(field), where, std::string("has no ") + field);
    for (const json& one : signal.value("spans", json::array())) span(one, where + "/spans");
  }

  void check_note(const json& note, const std::string& where) {
    word(note, "kind", kNoteKinds, where);
    expect(!note.value("what", "").empty(), where, "says nothing");
    if (note.contains("span")) span(note["span"], where + "/span");
  }

  const json& record_;
  size_t text_points_ = 0;
  std::map<std::string, std::set<std::string>> ids_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> check_record(const json& record) { return Checker(record).run(); }

}  // namespace verbale::testing
