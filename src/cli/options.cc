// CLI11 reads the line; what it refuses is told again in our words, with the nearest thing that exists.
#include "cli/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "ingest/date.h"

namespace verbale {
namespace {

constexpr std::string_view kAbout =
    "Verbale reads news and keeps the record: who did what to whom, when, where, and by whose word.";

constexpr std::string_view kExamples = R"(
Examples:
  verbale read article.txt --date 2023-04-20       a readable account in a terminal
  verbale read archive/ -o record.jsonl            one JSON object for each article
  cat articles.jsonl | verbale read - -o news.duckdb
  verbale explain "Police dispersed protesters in Lyon on Friday."
  verbale resolve actor "Taiwan's deputy foreign minister"
  verbale relate pairs.tsv --format tsv            the relation between parties that you marked

Exit codes: 0 fine · 1 finished, some articles failed · 2 usage · 3 input · 4 output · 5 codebook or model)";

Error usage(std::string what) { return {Error::Kind::usage, std::move(what)}; }

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  size_t best_distance = std::max<size_t>(2, word.size() / 3) + 1;
  for (const std::string& one : known)
    if (const size_t distance = edit_distance(word, one); distance < best_distance) {
      best = one;
      best_distance = distance;
    }
  return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  const std::string best = nearest(word, known);
  return best.empty() ? std::string() : fmt::format("; did you mean {}?", best);
}

std::vector<std::string> names_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  for (const CLI::App* command : app.get_subcommands(nullptr)) names.push_back(command->get_name());
  return names;
}

void add_shared(CLI::App& command, Options& options, std::string& date) {
  command.add_option("--date", date, "Publication date of what brings none: YYYY, YYYY-MM or YYYY-MM-DD")
      ->type_name("DATE");
  command.add_option("--packs", options.packs, "Folder of the packs (default: beside the program, or $VERBALE_PACKS)")
      ->type_name("FOLDER");
  command.add_option("--overlay", options.overlays, "Folder of your own tables, shaped like data/; may be repeated")
      ->type_name("FOLDER")
      ->expected(1)
      ->take_all();
}

void add_read(CLI::App& read, Options& options, std::string& date) {
  read.add_option("INPUT", options.inputs,
                  "Files, folders, globs, or - for standard input: text, JSON Lines; also .gz, .zst")
      ->type_name("");
  read.add_option("-o,--output", options.output, "Write to this file: NAME.jsonl or NAME.duckdb")->type_name("FILE");
  read.add_option("--format", options.format,
                  "account (for people) or jsonl (for programs); default: account in a terminal")
      ->type_name("FORMAT");
  read.add_option("--from", options.from, "Kind of the input: text or jsonl; default: look at the bytes")
      ->type_name("KIND");
  read.add_option("--url", options.url, "Address of the article, when it brings none")->type_name("URL");
  read.add_option("--threads", options.threads, "Threads; 0 means one for each core")->type_name("N");
  read.add_flag("--progress", options.progress, "Show progress on standard error, even when it is no terminal");
  add_shared(read, options, date);
}

void add_resolve(CLI::App& resolve, Options& options, std::string& date) {
  resolve.add_option("KIND", options.kind, "actor, place or time")->type_name("")->required();
  resolve
      .add_option("PHRASE", options.inputs, "Phrases, in quotation marks; without any, one a line of standard input")
      ->type_name("");
  add_shared(resolve, options, date);
}

void add_relate(CLI::App& relate, Options& options, std::string& date) {
  relate
      .add_option("PAIRS", options.inputs,
                  "TSV or CSV with a column marked_sentence: <s>who acts</s> … <t>on whom</t>; - for standard input")
      ->type_name("FILE")
      ->expected(1)
      ->required();
  relate.add_option("-o,--output", options.output, "Write to this file")->type_name("FILE");
  relate.add_option("--format", options.format, "jsonl (default, with the facts that decided) or tsv")
      ->type_name("FORMAT");
  add_shared(relate, options, date);
}

void add_parse(CLI::App& parse, Options& options) {
  parse.add_option("INPUT", options.inputs, "Files, folders, globs, or - for standard input, as `read` takes them")
      ->type_name("");
  parse.add_option("-o,--output", options.output, "Write to this file")->type_name("FILE");
  parse.add_option("--format", options.format, "conllu (the default) or jsonl")->type_name("FORMAT");
  parse.add_option("--from", options.from, "Kind of the input: text or jsonl; default: look at the bytes")
      ->type_name("KIND");
  parse.add_flag("--news", options.news, "Read as `read` does, for news, and not exactly as spaCy");
  parse.add_option("--threads", options.threads, "Threads; 0 means one for each core")->type_name("N");
  parse.add_option("--packs", options.packs, "Folder of the packs (default: beside the program, or $VERBALE_PACKS)")
      ->type_name("FOLDER");
  parse.add_option("--model", options.model, "Folder of another language package (spaCy v3) than the English one")
      ->type_name("FOLDER");
}

Status check_word(std::string_view option, const std::string& word, const std::vector<std::string>& known) {
  if (word.empty() || std::find(known.begin(), known.end(), word) != known.end()) return {};
  return usage(fmt::format("{} {}: expected {}{}", option, word, fmt::join(known, " or "), did_you_mean(word, known)));
}

Status check_kind(const std::string& from) {
  for (std::string_view later : {"html", "rss", "atom", "feed", "warc"})
    if (from == later)
      return usage(
          fmt::format("--from {}: web pages, feeds and WARC come in a later version; text and jsonl are read", from));
  return check_word("--from", from, {"text", "jsonl"});
}

Status check_output(const Options& options) {
  if (options.command == Command::parse) return check_word("--format", options.format, {"conllu", "jsonl"});
  if (options.command == Command::relate) return check_word("--format", options.format, {"jsonl", "tsv"});
  if (Status known = check_word("--format", options.format, {"account", "jsonl"}); !known) return known;
  const auto ends = [&](std::string_view ending) { return options.output.ends_with(ending); };
  if (options.output.empty() || options.output == "-" || !options.format.empty()) return {};
  if (ends(".duckdb") || ends(".jsonl") || ends(".ndjson") || ends(".txt")) return {};
  return usage(fmt::format("-o {}: end the name with .jsonl or .duckdb, or say --format", options.output));
}

Status check(Options& options, const std::string& date) {
  if (!date.empty()) options.date = read_date(date);
  if (!date.empty() && !options.date)
    return usage(fmt::format("--date {}: not a date; write YYYY-MM-DD, YYYY-MM or YYYY", date));
  if (Status kind = check_kind(options.from); !kind) return kind;
  if (!options.url.empty() && options.inputs.size() > 1)
    return usage("--url is the address of one article, but there are several inputs");
  if (Status kind = check_word("resolve", options.kind, {"actor", "place", "time"}); !kind) return kind;
  return check_output(options);
}

// The message lists what was left over, in no useful order; the first of it as it was typed is what to talk about.
std::string first_unknown(const std::string& message, const std::vector<std::string>& typed) {
  const size_t begin = message.find(": ");
  const std::string left_over = begin == std::string::npos ? "" : " " + message.substr(begin + 2) + " ";
  for (const std::string& word : typed)
    if (left_over.find(" " + word + " ") != std::string::npos) return word;
  return {};
}

Error retell(const CLI::App& app, const CLI::ParseError& error, const std::vector<std::string>& typed) {
  const auto commands = app.get_subcommands();
  const CLI::App& where = commands.empty() ? app : *commands.front();
  const std::string help = commands.empty() ? "verbale help" : fmt::format("verbale {} --help", where.get_name());
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr)
    return usage(fmt::format("{} (see {})", error.what(), help));
  const std::string unknown = first_unknown(error.what(), typed);
  return usage(fmt::format("unknown {} \"{}\"{} (see {})", unknown.starts_with('-') ? "option" : "command", unknown,
                           did_you_mean(unknown, names_of(where)), help));
}

std::string typed(int count, char** arguments) {
  std::string line = "verbale";
  for (int i = 1; i < count; ++i) line += std::string(" ") + arguments[i];
  return line;
}

const CLI::App* find_subcommand(const CLI::App& app, const std::string& name) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

}  // namespace

Result<Options> parse_options(int count, char** arguments) {
  Options options;
  options.command_line = typed(count, arguments);
  std::string date;
  bool version = false;

  CLI::App app(std::string(kAbout), "verbale");
  app.set_help_flag("-h,--help", "Show this help");
  app.require_subcommand(0, 1);  // so that "help read" names a topic, and not a second command
  app.footer(std::string(kExamples));
  app.add_flag("-V,--version", version, "Show versions and attributions");
  CLI::App* read = app.add_subcommand("read", "Read articles and write their record");
  add_read(*read, options, date);
  CLI::App* parse = app.add_subcommand("parse", "Tokens, tags, lemmas, dependencies, names: the language layer alone");
  add_parse(*parse, options);
  CLI::App* explain = app.add_subcommand("explain", "Show stage by stage how a sentence is read");
  explain->add_option("SENTENCE", options.sentence, "The sentence, in quotation marks")->type_name("")->required();
  add_shared(*explain, options, date);
  CLI::App* resolve = app.add_subcommand("resolve", "Tell which actor, place or time a phrase means");
  add_resolve(*resolve, options, date);
  CLI::App* relate = app.add_subcommand("relate", "Tell the relation between the marked parties of sentences");
  add_relate(*relate, options, date);
  CLI::App* help = app.add_subcommand("help", "Show this help, or that of a command");
  std::string topic;
  help->add_option("COMMAND", topic)->type_name("");

  options.help = app.help();

  try {
    app.parse(count, arguments);
  } catch (const CLI::CallForHelp&) {
    const auto commands = app.get_subcommands();
    if (!commands.empty()) options.help = commands.front()->help("verbale");
    return options;
  } catch (const CLI::ParseError& error) {
    return retell(app, error, {arguments + 1, arguments + count});
  }

  if (version) {
    options.command = Command::version;
  } else if (*read) {
    options.command = Command::read;
  } else if (*parse) {
    options.command = Command::parse;
  } else if (*explain) {
    options.command = Command::explain;
  } else if (*resolve) {
    options.command = Command::resolve;
  } else if (*relate) {
    options.command = Command::relate;
  } else if (const CLI::App* about = find_subcommand(app, topic); about != nullptr && about != help) {
    options.help = about->help("verbale");
  }
  if (Status checked = check(options, date); !checked) return std::move(checked).error();
  return options;
}

}  // namespace verbale
