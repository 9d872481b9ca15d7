// Each list follows the order of its enumeration; a static_assert holds the two together where the last name is known.
#include "record/vocabulary.h"

#include <array>

namespace verbale {
namespace {

template <size_t N, class Enumeration>
std::string_view pick(const std::array<std::string_view, N>& words, Enumeration value) {
  return words[size_t(value)];
}

using std::string_view;

constexpr std::array<string_view, 11> kDateMethods = {"none",     "given",        "jsonld", "meta", "time_tag", "url",
                                                      "dateline", "visible_text", "feed",   "warc", "inferred"};
constexpr std::array<string_view, 5> kNoteKinds = {"cut", "guess", "encoding", "metadata", "unsupported_language"};
constexpr std::array<string_view, 8> kEntityKinds = {"state", "organisation", "person",   "group",
                                                     "place", "facility",     "document", "other"};
constexpr std::array<string_view, 3> kCodeFors = {"self", "office", "citizenship"};
constexpr std::array<string_view, 3> kMentionForms = {"name", "nominal", "pronoun"};
constexpr std::array<string_view, 6> kPrecisions = {"point", "city", "district", "province", "country", "region"};
constexpr std::array<string_view, 4> kTimexTypes = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<string_view, 6> kSpeakerKinds = {"named",    "unnamed", "organisation",
                                                      "document", "media",   "author"};
constexpr std::array<string_view, 3> kStatementForms = {"direct", "indirect", "mixed"};
constexpr std::array<string_view, 8> kStatuses = {"happened", "ongoing", "planned",      "wanted",
                                                  "possible", "denied",  "not_happened", "unclear"};
constexpr std::array<string_view, 6> kCountKinds = {"dead", "injured", "arrested", "abducted", "displaced", "crowd"};
constexpr std::array<string_view, 10> kIntentionKinds = {"promise", "agreement", "plan", "offer",        "threat",
                                                         "demand",  "request",   "aim",  "precondition", "refusal"};

static_assert(size_t(DateMethod::inferred) + 1 == kDateMethods.size());
static_assert(size_t(NoteKind::unsupported_language) + 1 == kNoteKinds.size());
static_assert(size_t(EntityKind::other) + 1 == kEntityKinds.size());
static_assert(size_t(PlacePrecision::region) + 1 == kPrecisions.size());
static_assert(size_t(TimexType::set) + 1 == kTimexTypes.size());
static_assert(size_t(SpeakerKind::author) + 1 == kSpeakerKinds.size());
static_assert(size_t(EventStatus::unclear) + 1 == kStatuses.size());
static_assert(size_t(CountKind::crowd) + 1 == kCountKinds.size());
static_assert(size_t(IntentionKind::refusal) + 1 == kIntentionKinds.size());

}  // namespace

std::string_view to_label(DateMethod method) { return pick(kDateMethods, method); }
std::string_view to_label(NoteKind kind) { return pick(kNoteKinds, kind); }
std::string_view to_label(EntityKind kind) { return pick(kEntityKinds, kind); }
std::string_view to_label(CodeFor code_for) { return pick(kCodeFors, code_for); }
std::string_view to_label(MentionForm form) { return pick(kMentionForms, form); }
std::string_view to_label(PlacePrecision precision) { return pick(kPrecisions, precision); }
std::string_view to_label(TimexType type) { return pick(kTimexTypes, type); }
std::string_view to_label(SpeakerKind kind) { return pick(kSpeakerKinds, kind); }
std::string_view to_label(StatementForm form) { return pick(kStatementForms, form); }
std::string_view to_label(EventStatus status) { return pick(kStatuses, status); }
std::string_view to_label(CountKind kind) { return pick(kCountKinds, kind); }
std::string_view to_label(IntentionKind kind) { return pick(kIntentionKinds, kind); }

}  // namespace verbale
