// Reads the two sets with a hand-written scan: both are machine-written XML with one fixed shape.
#include "times_gold.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

namespace verbale::bench {
namespace {

constexpr size_t kNowhere = std::string_view::npos;
constexpr int kMarkedSentences = 6;  // of a MEANTIME article

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  const size_t at = tag.find(opening);
  if (at == kNowhere) return "";
  const size_t begin = at + opening.size();
  return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

std::string decode_entities(std::string_view words) {
  static const std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&apos;", '\''}};
  std::string out;
  for (size_t at = 0; at < words.size();) {
    const auto* entity = std::find_if(std::begin(kEntities), std::end(kEntities),
                                      [&](const auto& e) { return words.substr(at).starts_with(e.first); });
    const bool found = entity != std::end(kEntities);
    out += found ? entity->second : words[at];
    at += found ? entity->first.size() : 1;
  }
  return out;
}

void strip_timex2(std::string_view marked, GoldText& out) {
  std::vector<GoldTime> open;
  for (size_t at = 0; at < marked.size();) {
    const bool opens = marked.substr(at).starts_with("<TIMEX2");
    const bool closes = marked.substr(at).starts_with("</TIMEX2>");
    if (!opens && !closes) {
      out.text += marked[at++];
      continue;
    }
    const size_t end = marked.find('>', at) + 1;
    if (opens) open.push_back({out.text.size(), 0, attribute(marked.substr(at, end - at), "val")});
    if (closes && !open.empty()) {
      open.back().end = out.text.size();
      out.times.push_back(open.back());
      open.pop_back();
    }
    at = end;
  }
}

struct Tokens {
  std::map<int, std::pair<size_t, size_t>> by_id;  // bytes of each token in the joined text
};

Tokens join_tokens(std::string_view xml, GoldText& out) {
  Tokens tokens;
  std::string last_sentence = "0";
  for (size_t at = xml.find("<token "); at != kNowhere; at = xml.find("<token ", at + 1)) {
    const size_t body = xml.find('>', at) + 1;
    const std::string_view tag = xml.substr(at, body - at);
    const std::string sentence = attribute(tag, "sentence");
    if (std::stoi(sentence) >= kMarkedSentences) break;
    if (!out.text.empty()) out.text += sentence == last_sentence ? ' ' : '\n';
    const std::string word = decode_entities(xml.substr(body, xml.find("</token>", body) - body));
    const bool closing = word.size() == 1 && std::string_view(",.;:!?%)").find(word) != kNowhere;
    if (closing && !out.text.empty() && out.text.back() == ' ') out.text.pop_back();
    tokens.by_id[std::stoi(attribute(tag, "t_id"))] = {out.text.size(), out.text.size() + word.size()};
    out.text += word;
    last_sentence = sentence;
  }
  return tokens;
}

void add_timex3(std::string_view element, const Tokens& tokens, GoldText& out) {
  const std::string value = attribute(element, "value");
  if (element.find("CREATION_TIME") != kNowhere && value.size() == 10 && value[4] == '-') out.date = value;
  GoldTime time{kNowhere, 0, value};
  for (size_t at = element.find("<token_anchor"); at != kNowhere; at = element.find("<token_anchor", at + 1)) {
    const auto token = tokens.by_id.find(std::stoi(attribute(element.substr(at), "t_id")));
    if (token == tokens.by_id.end()) return;
    time.begin = std::min(time.begin, token->second.first);
    time.end = std::max(time.end, token->second.second);
  }
  if (time.end > 0) out.times.push_back(time);
}

}  // namespace

std::vector<GoldText> read_wikiwars(const std::filesystem::path& folder) {
  std::vector<GoldText> texts;
  for (const auto& path : xml_files(folder / "keyinline")) {
    const std::string xml = read_file(path);
    const size_t begin = xml.find("<TEXT>") + 6;
    GoldText text{path.stem().string(), "", "", {}};
    text.date = attribute(std::string_view(xml).substr(0, begin), "val").substr(0, 10);
    strip_timex2(std::string_view(xml).substr(begin, xml.find("</TEXT>") - begin), text);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::vector<GoldText> read_meantime(const std::filesystem::path& folder) {
  std::vector<GoldText> texts;
  for (const auto& path : xml_files(folder / "intra-doc_annotation")) {
    const std::string xml = read_file(path);
    GoldText text{path.stem().string(), "", "", {}};
    const Tokens tokens = join_tokens(xml, text);
    for (size_t at = xml.find("<TIMEX3 "); at != kNowhere; at = xml.find("<TIMEX3 ", at + 1))
      if (xml[xml.find('>', at) - 1] != '/')
        add_timex3(std::string_view(xml).substr(at, xml.find("</TIMEX3>", at) - at), tokens, text);
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace verbale::bench
