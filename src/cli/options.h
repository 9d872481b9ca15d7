// The command line as values: what was asked for, or why it was not understood.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "record/article.h"

namespace verbale {

enum class Command { help, version, read, parse, explain, resolve, relate };

struct Options {
  Command command = Command::help;
  std::string help;  // for Command::help: what to print

  std::vector<std::string> inputs;  // read, relate; of resolve: the phrases, none for standard input
  std::string sentence;             // explain
  std::string kind;                 // resolve: "actor", "place", "time"
  std::string output;               // -o; "" for standard output
  std::string format;  // "account", "jsonl", or "" to decide by the terminal; parse: "conllu" or "jsonl"; of relate:
                       // "jsonl" or "tsv"
  std::string from;
  std::string url;
  std::optional<ArticleDate> date;
  unsigned threads = 0;  // 0: one for each core
  std::vector<std::string> overlays;
  std::string packs;
  std::string model;  // parse: folder of a language package; "" for the English one of the packs
  bool news = false;  // parse: with the reading for news
  bool progress = false;
  std::string command_line;  // as it was typed, without the program's path
};

Result<Options> parse_options(int count, char** arguments);

}  // namespace verbale
