// WikiWars is read here; MEANTIME by meantime_gold.
#include "times_gold.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

#include "gold_xml.h"
#include "meantime_gold.h"

namespace verbale::bench {
namespace {

constexpr size_t kNowhere = std::string_view::npos;

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
  for (const MeantimeArticle& article : read_meantime_articles(folder)) {
    GoldText text{article.name, article.text, article.date, {}};
    for (const MeantimeTime& time : article.times) text.times.push_back({time.begin, time.end, time.value});
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace verbale::bench
