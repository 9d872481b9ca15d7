// What kind of file is this? Told by its first bytes, and by its name only where those leave a doubt.
#pragma once

#include <string_view>

namespace verbale {

enum class InputKind { text, jsonl, json, html, feed, warc, binary };

// requires: `head` is decoded to UTF-8; its last line may be cut off.
InputKind sniff_kind(std::string_view head, std::string_view path);

}  // namespace verbale
