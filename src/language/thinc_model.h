// One component's weights as thinc saves them: a list of nodes with attributes and parameters, without the edges.
//
//   Result<ThincModel> model = ThincModel::open(package, "tagger/model");
//   Result<ThincNode> softmax = model->only("softmax");
//   Result<FloatArray> weights = model->parameter(*softmax, "W", {kAnyExtent, 96});
//
// Layers are told apart by name and order: nodes lie breadth first, so the layers of a chain keep their sequence.
// Errors name the file, the node and the parameter. Arrays are views that live as long as the mapping that
// release() gives back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/package.h"

namespace verbale {

inline constexpr uint32_t kAnyExtent = 0;

struct ThincNode {
  uint32_t index = 0;
  std::string_view name;
  MsgpackValue references;  // {name: index of another node}
  MsgpackValue attributes;  // {name: bytes that hold one MessagePack value}
  MsgpackValue parameters;  // {name: array}
};

class ThincModel {
 public:
  static Result<ThincModel> open(const Package& package, std::string_view file);

  const std::vector<ThincNode>& nodes() const { return nodes_; }

  // Every node of that name, in order.
  std::vector<ThincNode> named(std::string_view name) const;
  bool has(std::string_view name) const { return !named(name).empty(); }

  // The node of that name; an error unless there is exactly one.
  Result<ThincNode> only(std::string_view name) const;
  Result<ThincNode> referenced(const ThincNode& from, std::string_view reference) const;

  // An array of that shape; kAnyExtent fits every extent but zero.
  Result<FloatArray> parameter(const ThincNode& node, std::string_view name, std::vector<uint32_t> shape) const;

  Result<int64_t> integer(const ThincNode& node, std::string_view attribute) const;
  Result<std::vector<std::string>> texts(const ThincNode& node, std::string_view attribute) const;

  Error error(std::string_view part, std::string_view what) const;
  Error error(const ThincNode& node, std::string_view part, std::string_view what) const;

  MappedFile release() && { return std::move(data_).release(); }

 private:
  ThincModel(std::string file, PackageData data) : file_(std::move(file)), data_(std::move(data)) {}
  Status list_nodes();
  Result<std::string_view> packed_attribute(const ThincNode& node, std::string_view attribute) const;

  std::string file_;  // with its folder, for errors
  PackageData data_;
  std::vector<ThincNode> nodes_;
};

// Reads many parameters and looks at the errors once: the first failure is kept, and whatever is read after it is
// empty.
//
//   ThincReader read(model);
//   const ThincNode softmax = read.only("softmax");
//   const std::vector<float> weights = read.floats(softmax, "W", {labels, width});
//   if (Status status = read.status(); !status) return status;
class ThincReader {
 public:
  explicit ThincReader(const ThincModel& model) : model_(model) {}

  ThincNode only(std::string_view name);
  ThincNode referenced(const ThincNode& from, std::string_view reference);
  FloatArray array(const ThincNode& node, std::string_view name, std::vector<uint32_t> shape);
  std::vector<float> floats(const ThincNode& node, std::string_view name, std::vector<uint32_t> shape);
  int64_t integer(const ThincNode& node, std::string_view attribute);
  std::vector<std::string> texts(const ThincNode& node, std::string_view attribute);

  // Extent of one dimension of a parameter; 0 after a failure or where there is no such dimension.
  uint32_t extent(const ThincNode& node, std::string_view name, size_t dimension);

  // Records an error of the caller's own.
  void refuse(Error error);

  bool failed() const { return error_.has_value(); }
  Status status() const { return error_ ? Status(*error_) : Status(); }

 private:
  template <class T>
  T take(Result<T> result);

  const ThincModel& model_;
  std::optional<Error> error_;
};

}  // namespace verbale
