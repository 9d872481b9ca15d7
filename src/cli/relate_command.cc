// `verbale relate`: a table of sentences with marked parties in, the relation of each out, in the order of the table.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/open_engine.h"
#include "cli/output.h"
#include "cli/pairs.h"
#include "coding/relater.h"
#include "record/json_writer.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

constexpr const char* kModel = "relations.model";
constexpr std::string_view kHeader = "line\tid\ttype\tmode\tquad\tstatus\tconfidence\trule\n";

void write_reasons(Json& json, const Relation& relation) {
  json.key("because").begin_array();
  for (const RelationReason& reason : relation.reasons) {
    json.begin_object();
    json.field("fact", reason.fact);
    json.key("weight").number(double(int64_t(reason.weight * 1000)) / 1000);
    json.end_object();
  }
  json.end_array();
}

double rounded(double confidence) { return double(int64_t(confidence * 1000 + 0.5)) / 1000; }

std::string to_json(const PairRow& row, const Relation& relation) {
  std::string line;
  Json json(line);
  json.begin_object();
  json.key("line").integer(row.line);
  json.field_if("id", row.id);
  json.field("type", relation.type);
  json.field_if("mode", relation.mode);
  json.key("quad").integer(relation.quad);
  json.field("status", to_label(relation.status));
  json.key("confidence").number(rounded(relation.confidence));
  json.field("rule", relation.rule);
  write_reasons(json, relation);
  json.end_object();
  return line + "\n";
}

std::string to_tsv(const PairRow& row, const Relation& relation) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{:.3f}\t{}\n", row.line, row.id, relation.type, relation.mode,
                     relation.quad, to_label(relation.status), relation.confidence, relation.rule);
}

Relation relate(const Engine& engine, Engine::Worker& worker, const Relater& relater, const Options& options,
                const MarkedPair& pair, bool with_reasons) {
  Article article;
  article.text = pair.text;
  article.language = "en";
  if (options.date) article.published = *options.date;
  Document doc(article);
  engine.read(doc, worker);
  return relater.relate(doc, pair, with_reasons);
}

// Writes what can be related; tells what cannot, with its line. Gives the number of rows that failed.
Result<size_t> relate_all(const Engine& engine, const Relater& relater, const Options& options, PairTable& table,
                          Output& out) {
  const bool tsv = options.format == "tsv";
  if (tsv)
    if (Status written = out.write(kHeader); !written) return std::move(written).error();
  Engine::Worker worker(engine);
  size_t failed = 0;
  while (auto row = table.next()) {
    if (!row->pair) {
      fmt::print(stderr, "verbale: {}:{}: {}\n", options.inputs.front(), row->line, row->pair.error().what());
      ++failed;
      continue;
    }
    const Relation relation = relate(engine, worker, relater, options, *row->pair, !tsv);
    if (Status written = out.write(tsv ? to_tsv(*row, relation) : to_json(*row, relation)); !written) {
      if (out.reader_left()) return size_t(0);
      return std::move(written).error();
    }
  }
  return failed;
}

}  // namespace

Result<int> run_relate(const Options& options) {
  Result<PairTable> table = PairTable::open(options.inputs.front());
  if (!table) return std::move(table).error();
  Result<EngineOptions> wanted = engine_options(options);
  if (!wanted) return std::move(wanted).error();
  Result<Engine> engine = Engine::open(*wanted);
  if (!engine) return std::move(engine).error();
  Result<Relater> relater = Relater::open(engine->knowledge(), wanted->packs / kModel);
  if (!relater) return std::move(relater).error();
  Result<Output> out = Output::open(options.output);
  if (!out) return std::move(out).error();

  Result<size_t> failed = relate_all(*engine, *relater, options, *table, *out);
  if (!failed) return std::move(failed).error();
  return int(*failed == 0 ? kFine : kSomeFailed);
}

}  // namespace verbale
