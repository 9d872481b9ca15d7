// The file is a map of aligned lists (nodes, attrs, params, shims); nothing in it is trusted before it was asked for.
#include "language/thinc_model.h"

namespace verbale {
namespace {

std::string describe(const std::vector<uint32_t>& shape) {
  std::string text = "[";
  for (uint32_t extent : shape)
    text.append(text.size() > 1 ? ", " : "").append(extent == kAnyExtent ? "any" : std::to_string(extent));
  return text + "]";
}

bool fits(const std::vector<uint32_t>& shape, const std::vector<uint32_t>& wanted) {
  if (shape.size() != wanted.size()) return false;
  for (size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == 0 || (wanted[i] != kAnyExtent && wanted[i] != shape[i])) return false;
  return true;
}

}  // namespace

Result<ThincModel> ThincModel::open(const Package& package, std::string_view file) {
  Result<PackageData> data = package.read_msgpack(file);
  if (!data) return std::move(data).error();
  ThincModel model((package.folder() / file).string(), *std::move(data));
  if (Status status = model.list_nodes(); !status) return std::move(status).error();
  return model;
}

Status ThincModel::list_nodes() {
  const MsgpackValue root = data_.root();
  const MsgpackValue nodes = root["nodes"], attributes = root["attrs"], parameters = root["params"];
  if (!nodes.is_list() || !attributes.is_list() || !parameters.is_list())
    return error("nodes, attrs, params", "expected three lists");
  if (nodes.size() != attributes.size() || nodes.size() != parameters.size())
    return error("nodes, attrs, params", "the lists differ in length");

  auto attribute = attributes.begin();
  auto parameter = parameters.begin();
  for (MsgpackValue node : nodes) {
    const auto name = node["name"].text();
    if (!name) return error("node " + std::to_string(nodes_.size()), "has no name");
    nodes_.push_back({uint32_t(nodes_.size()), *name, node["refs"], *attribute, *parameter});
    ++attribute;
    ++parameter;
  }
  return {};
}

std::vector<ThincNode> ThincModel::named(std::string_view name) const {
  std::vector<ThincNode> found;
  for (const ThincNode& node : nodes_)
    if (node.name == name) found.push_back(node);
  return found;
}

Result<ThincNode> ThincModel::only(std::string_view name) const {
  const std::vector<ThincNode> found = named(name);
  if (found.size() != 1) return error(name, "expected one such node, found " + std::to_string(found.size()));
  return found[0];
}

Result<ThincNode> ThincModel::referenced(const ThincNode& from, std::string_view reference) const {
  const auto index = from.references[reference].unsigned_integer();
  if (!index || *index >= nodes_.size()) return error(from, reference, "refers to no node");
  return nodes_[*index];
}

Result<FloatArray> ThincModel::parameter(const ThincNode& node, std::string_view name,
                                         std::vector<uint32_t> shape) const {
  auto array = node.parameters[name].float_array();
  if (!array) return error(node, name, "expected an array of 32-bit floats");
  if (!fits(array->shape, shape))
    return error(node, name, "expected the shape " + describe(shape) + ", found " + describe(array->shape));
  return *std::move(array);
}

Result<std::string_view> ThincModel::packed_attribute(const ThincNode& node, std::string_view attribute) const {
  const auto packed = node.attributes[attribute].text();
  if (!packed) return error(node, attribute, "the attribute is missing");
  return *packed;
}

Result<int64_t> ThincModel::integer(const ThincNode& node, std::string_view attribute) const {
  Result<std::string_view> packed = packed_attribute(node, attribute);
  if (!packed) return std::move(packed).error();
  Result<MsgpackTape> tape = MsgpackTape::parse(*packed);
  if (!tape) return error(node, attribute, tape.error().what());
  const auto value = tape->root().integer();
  if (!value) return error(node, attribute, "expected a number");
  return *value;
}

Result<std::vector<std::string>> ThincModel::texts(const ThincNode& node, std::string_view attribute) const {
  Result<std::string_view> packed = packed_attribute(node, attribute);
  if (!packed) return std::move(packed).error();
  Result<MsgpackTape> tape = MsgpackTape::parse(*packed);
  if (!tape) return error(node, attribute, tape.error().what());
  std::vector<std::string> texts;
  for (MsgpackValue item : tape->root()) {
    const auto text = item.text();
    if (!text) return error(node, attribute, "expected a list of strings");
    texts.emplace_back(*text);
  }
  return texts;
}

Error ThincModel::error(std::string_view part, std::string_view what) const {
  return {Error::Kind::input, file_ + ": " + std::string(part) + ": " + std::string(what)};
}

Error ThincModel::error(const ThincNode& node, std::string_view part, std::string_view what) const {
  const std::string name(node.name.substr(0, 40));
  return error("node " + std::to_string(node.index) + " (" + name + "), " + std::string(part), what);
}

template <class T>
T ThincReader::take(Result<T> result) {
  if (result) return *std::move(result);
  refuse(std::move(result).error());
  return {};
}

void ThincReader::refuse(Error error) {
  if (!error_) error_ = std::move(error);
}

ThincNode ThincReader::only(std::string_view name) {
  if (failed()) return {};
  return take(model_.only(name));
}

ThincNode ThincReader::referenced(const ThincNode& from, std::string_view reference) {
  if (failed()) return {};
  return take(model_.referenced(from, reference));
}

FloatArray ThincReader::array(const ThincNode& node, std::string_view name, std::vector<uint32_t> shape) {
  if (failed()) return {};
  return take(model_.parameter(node, name, std::move(shape)));
}

std::vector<float> ThincReader::floats(const ThincNode& node, std::string_view name, std::vector<uint32_t> shape) {
  return array(node, name, std::move(shape)).copy();
}

int64_t ThincReader::integer(const ThincNode& node, std::string_view attribute) {
  if (failed()) return 0;
  return take(model_.integer(node, attribute));
}

std::vector<std::string> ThincReader::texts(const ThincNode& node, std::string_view attribute) {
  if (failed()) return {};
  return take(model_.texts(node, attribute));
}

uint32_t ThincReader::extent(const ThincNode& node, std::string_view name, size_t dimension) {
  if (failed()) return 0;
  const auto array = node.parameters[name].float_array();
  if (array && dimension < array->shape.size()) return array->shape[dimension];
  refuse(model_.error(node, name, "expected an array of 32-bit floats of another shape"));
  return 0;
}

}  // namespace verbale
