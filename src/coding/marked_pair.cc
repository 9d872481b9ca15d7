// Takes the four tags out and remembers where they stood. Everything else is text, a lone "<" as well.
#include "coding/marked_pair.h"

#include <array>
#include <optional>

namespace verbale {
namespace {

struct Mark {
  std::string_view tag;
  bool source;
  bool opens;
};
constexpr std::array<Mark, 4> kMarks = {
    {{"<s>", true, true}, {"</s>", true, false}, {"<t>", false, true}, {"</t>", false, false}}};

const Mark* mark_at(std::string_view rest) {
  for (const Mark& mark : kMarks)
    if (rest.starts_with(mark.tag)) return &mark;
  return nullptr;
}

Error mark_error(const Mark& mark, size_t at, std::string_view problem) {
  return {Error::Kind::input,
          "the mark " + std::string(mark.tag) + " at byte " + std::to_string(at + 1) + " " + std::string(problem)};
}

// Blanks inside the marks belong to nobody's name.
Span without_blanks(Span span, std::string_view text) {
  while (!span.empty() && text[span.begin] == ' ') ++span.begin;
  while (!span.empty() && text[span.end - 1] == ' ') --span.end;
  return span;
}

}  // namespace

Result<MarkedPair> read_marked_pair(std::string_view marked) {
  MarkedPair pair;
  std::optional<uint32_t> source_begin, target_begin;
  for (size_t at = 0; at < marked.size();) {
    const Mark* mark = mark_at(marked.substr(at));
    if (mark == nullptr) {
      pair.text += marked[at++];
      continue;
    }
    std::optional<uint32_t>& begin = mark->source ? source_begin : target_begin;
    if (mark->opens == begin.has_value())
      return mark_error(*mark, at, mark->opens ? "opens what is open already" : "closes what was not opened");
    if (mark->opens) {
      begin = uint32_t(pair.text.size());
    } else {
      const Span span = without_blanks({*begin, uint32_t(pair.text.size())}, pair.text);
      if (!span.empty()) (mark->source ? pair.sources : pair.targets).push_back(span);
      begin.reset();
    }
    at += mark->tag.size();
  }
  if (source_begin) return mark_error(kMarks[0], marked.rfind(kMarks[0].tag), "is never closed");
  if (target_begin) return mark_error(kMarks[2], marked.rfind(kMarks[2].tag), "is never closed");
  return pair;
}

}  // namespace verbale
