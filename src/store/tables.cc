// A published column never changes its meaning or its type: new ones go to the end of their table. Spans are code
// points, as in the JSON. What is a list of small objects there is a JSON column here, in the same shape.
#include "store/tables.h"

#include <fmt/format.h>

#include <array>

namespace verbale {
namespace {

constexpr std::string_view kText = "VARCHAR";
constexpr std::string_view kJson = "JSON";
constexpr std::string_view kOffset = "UINTEGER";
constexpr std::string_view kReal = "DOUBLE";
constexpr std::string_view kCount = "UBIGINT";
constexpr std::string_view kFlag = "BOOLEAN";
constexpr std::string_view kDate = "DATE";

constexpr Column kRun[] = {{"id", kText},       {"engine", kText},    {"codebook", kText},
                           {"model", kText},    {"schema", kText},    {"command_line", kText},
                           {"manifest", kText}, {"articles", kCount}, {"failed", kCount}};
constexpr Column kSource[] = {
    {"run_id", kText}, {"article_id", kText}, {"input", kText}, {"line", kCount}, {"error", kText}};
constexpr Column kArticle[] = {{"article_id", kText},
                               {"run_id", kText},
                               {"url", kText},
                               {"title", kText},
                               {"byline", kJson},
                               {"publisher_name", kText},
                               {"publisher_domain", kText},
                               {"origin", kText},
                               {"language", kText},
                               {"kind", kText},
                               {"published", kText},
                               {"published_precision", kText},
                               {"published_method", kText},
                               {"modified", kText},
                               {"modified_precision", kText},
                               {"modified_method", kText},
                               {"dateline_place", kText},
                               {"dateline_start", kOffset},
                               {"dateline_end", kOffset},
                               {"text", kText},
                               {"sha256", kText}};
constexpr Column kSentence[] = {{"article_id", kText}, {"ordinal", kOffset}, {"start", kOffset}, {"end", kOffset}};
constexpr Column kEntity[] = {{"article_id", kText},  {"id", kText},       {"key", kText},     {"name", kText},
                              {"kind", kText},        {"wikidata", kText}, {"country", kText}, {"code_country", kText},
                              {"code_sector", kText}, {"roles", kJson},    {"codes", kJson},   {"reason", kText}};
constexpr Column kMention[] = {
    {"article_id", kText}, {"entity_id", kText}, {"start", kOffset}, {"end", kOffset}, {"form", kText}};
constexpr Column kPlace[] = {{"article_id", kText}, {"id", kText},     {"name", kText},      {"geonames", kOffset},
                             {"lat", kReal},        {"lon", kReal},    {"country", kText},   {"admin1", kText},
                             {"precision", kText},  {"reason", kText}, {"confidence", kReal}};
constexpr Column kPlaceMention[] = {{"article_id", kText}, {"place_id", kText}, {"start", kOffset}, {"end", kOffset}};
constexpr Column kTime[] = {{"article_id", kText}, {"id", kText},    {"span_start", kOffset}, {"span_end", kOffset},
                            {"type", kText},       {"value", kText}, {"begin", kDate},        {"end", kDate},
                            {"anchor", kText},     {"reason", kText}};
constexpr Column kStatement[] = {
    {"article_id", kText},    {"id", kText},           {"speaker", kText},     {"speaker_start", kOffset},
    {"speaker_end", kOffset}, {"speaker_kind", kText}, {"cue_start", kOffset}, {"cue_end", kOffset},
    {"form", kText},          {"within", kText}};
constexpr Column kStatementSpan[] = {
    {"article_id", kText}, {"statement_id", kText}, {"ordinal", kOffset}, {"start", kOffset}, {"end", kOffset}};
constexpr Column kEvent[] = {{"article_id", kText},    {"id", kText},         {"type", kText},
                             {"mode", kText},          {"cameo", kText},      {"quad", "UTINYINT"},
                             {"status", kText},        {"background", kFlag}, {"time_ref", kText},
                             {"time_begin", kDate},    {"time_end", kDate},   {"time_precision", kText},
                             {"time_reason", kText},   {"place_ref", kText},  {"place_start", kOffset},
                             {"place_end", kOffset},   {"said_by", kText},    {"trigger_start", kOffset},
                             {"trigger_end", kOffset}, {"sentence", kOffset}, {"rule", kText},
                             {"confidence", kReal},    {"intensity", kReal},  {"contexts", kJson},
                             {"cues", kJson}};
constexpr Column kEventRole[] = {{"event_id", kText}, {"role", kText},  {"ordinal", kOffset}, {"entity_id", kText},
                                 {"start", kOffset},  {"end", kOffset}, {"article_id", kText}};
constexpr Column kEventItem[] = {{"article_id", kText}, {"event_id", kText}, {"ordinal", kOffset}, {"start", kOffset},
                                 {"end", kOffset},      {"item", kText},     {"category", kText},  {"quantity", kReal},
                                 {"unit", kText},       {"currency", kText}, {"lethal", kText}};
constexpr Column kEventCount[] = {{"article_id", kText}, {"event_id", kText}, {"kind", kText}, {"low", kReal},
                                  {"high", kReal},       {"start", kOffset},  {"end", kOffset}};
constexpr Column kIntention[] = {{"article_id", kText}, {"id", kText},      {"kind", kText},    {"by", kJson},
                                 {"to", kJson},         {"start", kOffset}, {"end", kOffset},   {"event_id", kText},
                                 {"would_be", kJson},   {"due", kText},     {"said_by", kText}, {"state", kText}};
constexpr Column kIntentionCondition[] = {{"article_id", kText}, {"intention_id", kText}, {"ordinal", kOffset},
                                          {"start", kOffset},    {"end", kOffset},        {"form", kText},
                                          {"requires", kText}};
constexpr Column kSignal[] = {{"article_id", kText}, {"scheme", kText},  {"signal", kText}, {"level", kText},
                              {"value", kOffset},    {"is_flag", kFlag}, {"method", kText}, {"spans", kJson}};
constexpr Column kNote[] = {
    {"article_id", kText}, {"kind", kText}, {"what", kText}, {"start", kOffset}, {"end", kOffset}};

constexpr std::array<TableDefinition, kStoreTables> kTables = {{{"run", kRun},
                                                                {"source", kSource},
                                                                {"article", kArticle},
                                                                {"sentence", kSentence},
                                                                {"entity", kEntity},
                                                                {"mention", kMention},
                                                                {"place", kPlace},
                                                                {"place_mention", kPlaceMention},
                                                                {"time", kTime},
                                                                {"statement", kStatement},
                                                                {"statement_span", kStatementSpan},
                                                                {"event", kEvent},
                                                                {"event_role", kEventRole},
                                                                {"event_item", kEventItem},
                                                                {"event_count", kEventCount},
                                                                {"intention", kIntention},
                                                                {"intention_condition", kIntentionCondition},
                                                                {"signal", kSignal},
                                                                {"note", kNote}}};

}  // namespace

std::span<const TableDefinition> table_definitions() { return kTables; }

std::string create_statement(const TableDefinition& table) {
  std::string columns;
  for (const Column& column : table.columns)
    columns += fmt::format("{}\"{}\" {}", columns.empty() ? "" : ", ", column.name, column.type);
  return fmt::format("CREATE TABLE IF NOT EXISTS \"{}\" ({})", table.name, columns);
}

}  // namespace verbale
