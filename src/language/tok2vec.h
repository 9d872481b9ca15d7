// From tokens to vectors: hashed embeddings of six features, and the package's word vectors where it has some, mixed by
// one maxout layer, then a few convolutions over the neighbouring tokens, each added to what came in.
//
//   SharedVectors vectors;                                            none yet
//   Result<Tok2Vec> encoder = Tok2Vec::open(package, "tok2vec/model", vectors);
//   std::span<const float> rows = encoder->encode(tokens, scratch);   // tokens.size() rows of encoder->width()
//
// The mixed embedding depends on the token alone, and news repeats itself: the scratch remembers the rows of some
// thirty thousand different tokens. Results do not depend on what it remembers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "kernels/layers.h"
#include "language/package.h"
#include "language/thinc_model.h"
#include "language/token_features.h"
#include "language/vectors.h"

namespace verbale {

// Mixed embeddings of tokens seen before, one slot for each value of a hash; a newcomer takes the slot of the other.
class MixedEmbeddings {
 public:
  // Empties itself unless it already serves that encoder.
  void serve(uint64_t encoder, size_t width);

  const float* find(const TokenFeatures& token) const;
  void remember(const TokenFeatures& token, const float* row);

 private:
  struct Slot {
    TokenFeatures token;
    bool used = false;
  };
  static constexpr size_t kSlots = 1u << 15;

  uint64_t encoder_ = 0;
  size_t width_ = 0;
  std::vector<Slot> slots_;
  std::unique_ptr<float[]> rows_;  // not filled beforehand, so that memory is taken as it is used
};

struct Tok2VecScratch {
  MixedEmbeddings mixed;
  std::vector<float> columns;        // embeddings of one batch of tokens, side by side
  std::vector<float> word_vectors;   // of the same tokens
  std::vector<float> projected;      // the same, at the encoder's width
  std::vector<float> batch;          // the same, mixed
  std::vector<float> current, next;  // rows with padding on both sides
};

class Tok2Vec {
 public:
  // The encoder among the nodes of a component's model. Its tables stay in the mapped file. Word vectors are opened
  // when the model needs them and `vectors` holds none yet.
  static Result<Tok2Vec> open(const Package& package, std::string_view file, SharedVectors& vectors);

  size_t width() const { return mix_.outputs; }

  // Rows that stay valid until the scratch is used again.
  std::span<const float> encode(std::span<const TokenFeatures> tokens, Tok2VecScratch& scratch) const;

 private:
  enum class Feature : uint8_t { norm, prefix, suffix, shape, space_after, is_space };

  struct Embedding {
    Feature feature = Feature::norm;
    uint32_t seed = 0;
    uint32_t rows = 0;
    const std::byte* table = nullptr;  // in the mapped file: [rows][width] floats, not aligned
  };

  Tok2Vec() = default;
  static std::optional<Feature> feature_named(std::string_view attribute);
  static Status check_layers(const ThincModel& model);
  Status read_embeddings(const ThincModel& model);
  Status read_projection(const Package& package, const ThincModel& model, SharedVectors& vectors);
  Status read_layers(const ThincModel& model);

  TokenFeatures relevant(const TokenFeatures& token) const;
  void embed(const TokenFeatures& token, float* columns) const;
  void add_word_vectors(std::span<const StringId> forms, Tok2VecScratch& scratch) const;
  void mix(std::span<const TokenFeatures> tokens, Tok2VecScratch& scratch, float* rows) const;

  uint64_t identity_ = 0;           // one per opened encoder, for the scratch's memory
  std::optional<MappedFile> file_;  // holds the tables
  std::vector<Embedding> embeddings_;
  bool reads_[6] = {};     // by Feature
  SharedVectors vectors_;  // null in packages whose encoder uses none
  LinearLayer projection_;
  MaxoutLayer mix_;
  std::vector<MaxoutLayer> convolutions_;
};

}  // namespace verbale
