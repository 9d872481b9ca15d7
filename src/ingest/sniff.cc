// Markup announces itself. JSON Lines is told from one long JSON document by a line that is a whole object by itself;
// the first line may be the broken one, so the second is tried too.
#include "ingest/sniff.h"

#include <algorithm>
#include <string>

#include "ingest/json_article.h"

namespace verbale {
namespace {

using std::string_view;

constexpr size_t kMarkupBytes = 64;
constexpr int kLinesTried = 3;

std::string lower_ascii(string_view words) {
  std::string lower(words);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return lower;
}

string_view without_space(string_view words) {
  const size_t first = words.find_first_not_of(" \t\r\n");
  return first == string_view::npos ? string_view{} : words.substr(first);
}

bool has_whole_object_line(string_view head) {
  JsonArticles json;
  for (int tried = 0; tried < kLinesTried && !head.empty(); ++tried) {
    const size_t end = head.find('\n');
    const string_view line = head.substr(0, end);
    if (line.find('{') != string_view::npos && json.is_object(line)) return true;
    head = end == string_view::npos ? string_view{} : without_space(head.substr(end));
  }
  return false;
}

string_view name_without_packing(string_view path) {
  for (string_view packing : {".gz", ".zst"})
    if (path.ends_with(packing)) path.remove_suffix(packing.size());
  return path;
}

bool begins_list_of_objects(string_view head) {
  return head.starts_with('[') && without_space(head.substr(1)).starts_with('{');
}

bool begins_object(string_view head) { return head.starts_with('{') && without_space(head.substr(1)).starts_with('"'); }

InputKind kind_of_json(string_view head, string_view name) {
  if (name.ends_with(".jsonl") || name.ends_with(".ndjson")) return InputKind::jsonl;
  if (begins_list_of_objects(head)) return InputKind::json;
  if (has_whole_object_line(head)) return InputKind::jsonl;
  if (!begins_object(head)) return name.ends_with(".json") ? InputKind::json : InputKind::text;
  // A line too long for the head is one article of many as likely as not.
  return head.find('\n') == string_view::npos ? InputKind::jsonl : InputKind::json;
}

}  // namespace

InputKind sniff_kind(string_view head, string_view path) {
  const string_view body = without_space(head);
  const std::string start = lower_ascii(body.substr(0, kMarkupBytes));
  if (start.starts_with("%pdf-") || start.starts_with("pk\x03\x04") ||
      start.starts_with("\x7f"
                        "elf"))
    return InputKind::binary;
  if (start.starts_with("<!doctype html") || start.starts_with("<html")) return InputKind::html;
  if (start.starts_with("<?xml") || start.starts_with("<rss") || start.starts_with("<feed")) return InputKind::feed;
  if (start.starts_with("warc/")) return InputKind::warc;
  return kind_of_json(body, name_without_packing(path));
}

}  // namespace verbale
