// SHA-256 comes from nettle: small, old, and it starts no machinery of its own.
#include "record/ids.h"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <iterator>
#include <unordered_set>

namespace verbale {
namespace {

constexpr std::string_view kCrockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr size_t kIdCharacters = 12;

using Digest = std::array<uint8_t, SHA256_DIGEST_SIZE>;

Digest sha256(std::string_view bytes) {
  sha256_ctx context;
  sha256_init(&context);
  sha256_update(&context, bytes.size(), reinterpret_cast<const uint8_t*>(bytes.data()));
  Digest digest;
  sha256_digest(&context, digest.size(), digest.data());
  return digest;
}

void append_spans(std::string& key, const std::vector<Participant>& participants) {
  for (const Participant& one : participants)
    fmt::format_to(std::back_inserter(key), "|{}-{}", one.span.begin, one.span.end);
}

std::string event_key(const Event& event, std::string_view article) {
  std::string key =
      fmt::format("{}\n{}\n{}\n{}-{}\nactors", article, event.type, event.mode, event.trigger.begin, event.trigger.end);
  append_spans(key, event.actors);
  key += "\nrecipients";
  append_spans(key, event.recipients);
  return key;
}

// Two events may share everything that names them; the later ones count on.
std::string unique_id(std::string key, std::unordered_set<std::string>& taken) {
  std::string id = content_id('v', key);
  while (!taken.insert(id).second) {
    key += "\nagain";
    id = content_id('v', key);
  }
  return id;
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  std::string hex;
  for (uint8_t byte : sha256(bytes)) fmt::format_to(std::back_inserter(hex), "{:02x}", byte);
  return hex;
}

std::string content_id(char prefix, std::string_view content) {
  const Digest digest = sha256(content);
  uint64_t bits = 0;
  for (size_t i = 0; i < 8; ++i) bits = bits << 8 | digest[i];
  std::string id{prefix, '_'};
  for (size_t i = 0; i < kIdCharacters; ++i, bits <<= 5) id += kCrockford[bits >> 59];
  return id;
}

ArticleIds article_ids(const Article& article) {
  ArticleIds ids;
  ids.sha256 = sha256_hex(article.text);
  ids.article = content_id('a', ids.sha256 + "\n" + article.url);
  return ids;
}

RecordIds record_ids(const Document& doc) {
  RecordIds ids{article_ids(doc.article), {}};
  std::unordered_set<std::string> taken;
  for (const Event& event : doc.events) ids.events.push_back(unique_id(event_key(event, ids.article), taken));
  return ids;
}

}  // namespace verbale
