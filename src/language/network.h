// The neural half of the language layer: embeddings, encoders, tagger, morphologizer, edit-tree classifier, parser or
// sentence recogniser, and name recogniser of one package.
//
//   Result<Network> network = Network::open(package);
//   NetworkScratch scratch;                                   // one per worker thread, reused
//   Prediction prediction;
//   network->predict(features, scratch, prediction);          // one entry per token, in the order of the features
//   network->dep_labels()[prediction.label[0]];               // "nsubj"
//
// The decisions are spaCy's: equal up to ties that rounding decides (two scores closer than about 1e-4).
// requires: fewer than 2^31 tokens. The scratch takes about 2 KB a token of the longest document and 6 KB a token of
// the longest sentence, besides 25 MB at most for embeddings of tokens seen before; after more than 32,768 tokens it
// starts anew.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "language/margins.h"
#include "language/morphologizer.h"
#include "language/package.h"
#include "language/token_features.h"

namespace verbale {

inline constexpr uint16_t kNoName = 0xFFFF;

// One entry per token.
struct Prediction {
  std::vector<uint16_t> tag;            // index into Network::tags()
  std::vector<uint16_t> morph;          // index into Network::morph_labels()
  std::vector<uint16_t> lemma_class;    // Network::lemma_choices() entries per token, best first; empty without trees
  std::vector<uint32_t> head;           // absolute token index, itself at a root
  std::vector<uint16_t> label;          // index into Network::dep_labels()
  std::vector<uint8_t> sentence_start;  // 1 where a sentence begins
  std::vector<uint16_t> name_type;      // index into Network::name_labels(), or kNoName
  std::vector<uint8_t> name_begin;      // 1 at the first token of a name
};

// Buffers of one worker thread. Opaque; it may serve several networks in turn.
class NetworkScratch {
 public:
  NetworkScratch();
  NetworkScratch(NetworkScratch&&) noexcept;
  NetworkScratch& operator=(NetworkScratch&&) noexcept;
  ~NetworkScratch();

  // From now on every decision's margin is added here, piece after piece; null to stop.
  void watch(DecisionMargins* margins) { margins_ = margins; }

 private:
  friend class Network;
  struct Buffers;
  std::unique_ptr<Buffers> buffers_;
  DecisionMargins* margins_ = nullptr;
};

// Immutable once opened; shared between threads.
class Network {
 public:
  // Errors name the package's file and the part of it that is missing or of the wrong shape.
  static Result<Network> open(const Package& package);

  Network(Network&&) noexcept;
  Network& operator=(Network&&) noexcept;
  ~Network();

  // Empty where the pipeline has no such component.
  std::span<const std::string> tags() const;
  std::span<const Morphologizer::Label> morph_labels() const;
  std::span<const std::string> dep_labels() const;
  std::span<const std::string> name_labels() const;

  // Edit trees: how many classes there are, and how many of them each token is given.
  size_t lemma_classes() const;
  size_t lemma_choices() const;

  void predict(std::span<const TokenFeatures> tokens, NetworkScratch& scratch, Prediction& prediction) const;

 private:
  struct Parts;
  explicit Network(std::unique_ptr<const Parts> parts);

  std::unique_ptr<const Parts> parts_;
};

}  // namespace verbale
