#include <set>

#include "core/crdt/body.h"
#include "core/crdt/text.h"
#include "core/crypto/sealing/aead.h"
#include "core/crypto/sealing/padding.h"
#include "core/crypto/sealing/space_key.h"
#include "core/domain/submission.h"
#include "tests/core_crypto/seeded_random.h"
#include "tests/vectors/vectors.h"

namespace meridian::vectors {
namespace {

using namespace crdt;

const ChangeId self = idOf<ChangeId>(0x70), predecessor = idOf<ChangeId>(0x71);
const ChangeId other = idOf<ChangeId>(0x72), third = idOf<ChangeId>(0x73);

Value everyValue() {
  return Value(Value::List{Value(), Value(false), Value(true), Value(0), Value(-1), Value(INT64_MAX),
                           Value(INT64_MIN), Value("Меридиан"), Value(Bytes{0, 255}), Value(OpId{other, 4}),
                           Value(Value::Map{{1, Value(7)}, {300, Value("x")}}), Value(Value::List{})});
}

VectorFile values() {
  Json all = Json::array();
  const auto add = [&](const char* what, const Value& value) {
    all.push_back(vector(what, *encodeValue(value)));
  };
  add("null", {});
  add("false", false);
  add("true", true);
  add("0", 0);
  add("-1", -1);
  add("64", 64);
  add("the largest integer", INT64_MAX);
  add("the smallest integer", INT64_MIN);
  add("the text Меридиан", "Меридиан");
  add("an empty text", "");
  add("the bytes 0 and 255", Bytes{0, 255});
  add("the name of an op: change and index", OpId{other, 4});
  add("a list of one of each", everyValue());
  add("a map {1: 7, 300: \"x\"}", Value::Map{{1, Value(7)}, {300, Value("x")}});
  add("type 99 of a newer version: kept as it came", Value::Unknown{99, Bytes{1, 2, 3}});
  return {
      "value-v1",
      {{"format", 1},
       {"note", "Values outside of a body (core/crdt/value.h): refs are a change id and an index, 36 bytes."},
       {"vectors", all}},
      [](const Json&, ByteView bytes) -> Result<Bytes> {
        const auto value = decodeValue(bytes);
        if (!value) return std::unexpected(value.error());
        return encodeValue(*value);
      }};
}

std::vector<std::pair<std::string, Body>> bodies() {
  const KeyedEntity keyed{33, Bytes{'U', 'S'}};
  const OpId created{other, 1};
  const Body empty{.hlc = {0x0001'9000'0000'0001}, .claimedAt = fromMillis(1'804'687'200'000)};
  const auto with = [&](std::vector<Op> ops) {
    Body body = empty;
    body.ops = std::move(ops);
    return body;
  };
  Body frontier = empty;
  frontier.frontier = {third, predecessor, other};
  Body unknown = with({UnknownOp{77, Bytes{9, 8, 7}}});
  unknown.refs = {other, third};
  unknown.extra = {{50, Bytes{1}}, {51, Bytes{}}};
  std::vector<std::pair<std::string, Body>> all;
  all.emplace_back("no ops", empty);
  all.emplace_back("a frontier of the predecessor and two others", frontier);
  all.emplace_back("create, of every type of value", with({Create{34, everyValue()}}));
  all.emplace_back("set_register of a keyed entity, replacing two writes",
                   with({SetRegister{keyed, 5, Value("GMT+3"), {{predecessor, 0}, {other, 2}}}}));
  all.emplace_back("add_to_set and, in the same change, its removal",
                   with({AddToSet{created, 6, Value(4)}, RemoveFromSet{created, 6, {{thisChange, 0}}}}));
  all.emplace_back("insert_text at the beginning of nothing: 5 characters of 1, 2, 3 and 4 bytes",
                   with({InsertText{created, 7, {}, {}, "aй漢😀z"}}));
  all.emplace_back("insert_text between two characters, then delete_text of one of them and two others",
                   with({InsertText{created, 7, ElementId{predecessor, 3}, ElementId{other, 0}, "слово"},
                         DeleteText{created, 7, {{{predecessor, 3}, 1}, {{third, 10}, 2}}}}));
  all.emplace_back("an op and fields of a newer version, and a table that it may name", unknown);
  return all;
}

VectorFile sealed() {
  SeededRandom random(7);
  const auto key = sealing::newSpaceKey(random);
  const Bytes additional = Bytes{'a', 'd'};
  Json all = Json::array();
  for (const auto& [what, body] : bodies()) {
    const Bytes plain = *encodeBody(body, {thisChange, predecessor});
    std::array<std::uint8_t, sealing::nonceBytes> nonce{};
    random.fill(nonce);
    const Bytes padded = sealing::pad(plain);
    all.push_back(vector(what, plain,
                         {{"padded_size", padded.size()},
                          {"nonce", toHex(nonce)},
                          {"sealed", toHex(sealing::seal(key, nonce, padded, additional))}}));
  }
  return {
      "sealed-v1",
      {{"format", 1},
       {"note", "Bodies of content changes (core/crdt/body.h): bytes is the plaintext; sealed is length u32, "
                "bytes and zeros to padded_size, under XChaCha20-Poly1305."},
       {"this_change", hexOf(self)},
       {"predecessor", hexOf(predecessor)},
       {"key", toHex(key.view())},
       {"key_id", hexOf(sealing::keyId(key))},
       {"additional_data", toHex(additional)},
       {"vectors", all}},
      [key = std::make_shared<SecretBytes>(key.clone()), additional](const Json& vector,
                                                                     ByteView bytes) -> Result<Bytes> {
        const auto hex = [&](const char* name) {
          return fromHex(vector.at(name).get<std::string>()).value();
        };
        const auto padded = sealing::open(*key, hex("nonce"), hex("sealed"), additional);
        if (!padded) return std::unexpected(padded.error());
        const auto plain = sealing::unpad(*padded);
        if (!plain) return std::unexpected(plain.error());
        if (!std::ranges::equal(*plain, bytes)) return fail(ErrorCode::Damaged, "sealed another plaintext");
        const auto body = decodeBody(*plain, {self, predecessor});
        if (!body) return std::unexpected(body.error());
        return encodeBody(*body, {self, predecessor});
      }};
}

// A text's history: ops in the form that a store keeps, each with its name.
struct History {
  struct Step {
    OpId id;
    Op op;
    bool counts = true;
  };
  std::vector<Step> steps;
  EntityRef entity = OpId{idOf<ChangeId>(0x7F), 0};

  [[nodiscard]] std::vector<ContextualOp> context() const {
    std::vector<ContextualOp> ops;
    for (const auto& step : steps)
      ops.push_back({step.id, &step.op, {}, step.counts});
    return ops;
  }
  [[nodiscard]] Text text() const { return Text(context()); }
  // What `by` does at `seen`; ids of changes are one byte repeated.
  void take(std::uint8_t by, Result<std::vector<Op>> ops, bool counts = true) {
    const auto change = idOf<ChangeId>(by);
    numberElements(*ops);
    for (std::uint32_t i = 0; i < ops->size(); ++i) {
      Op op = (*ops)[i];
      Body body;
      body.ops = {op};
      resolveSelf(body, change);
      steps.push_back({{change, i}, body.ops.front(), counts});
    }
  }
  void type(std::uint8_t by, const Text& seen, std::size_t at, std::string_view text, bool counts = true) {
    take(by, seen.insertAt(entity, 7, at, text), counts);
  }
};

Json historyVector(std::string what, const History& history) {
  Json ops = Json::array();
  ByteWriter all;
  for (const auto& step : history.steps) {
    const Bytes bytes = *encodeOp(step.op);
    all.sized(bytes);
    ops.push_back({{"change", hexOf(step.id.change)}, {"index", step.id.index}, {"counts", step.counts}});
  }
  return vector(std::move(what), all.bytes(), {{"ops", ops}, {"text", history.text().utf8()}});
}

VectorFile texts() {
  Json all = Json::array();
  History typed;
  typed.type(1, typed.text(), 0, "Уход 😀 proves");
  typed.type(2, typed.text(), 6, "сам ");
  typed.take(3, typed.text().erase(typed.entity, 7, 4, 2));
  all.push_back(historyVector("typed, inserted in the middle, and two characters deleted", typed));

  History runs;
  runs.type(1, runs.text(), 0, "[]");
  const Text seen = runs.text();
  runs.type(5, seen, 1, "aaa");
  runs.type(4, seen, 1, "bbb");
  all.push_back(historyVector("two runs typed at one place, offline: they do not interleave", runs));

  History backwards;
  backwards.type(1, backwards.text(), 0, "[]");
  const Text empty = backwards.text();
  History one = backwards, two = backwards;
  for (const std::uint8_t n : {std::uint8_t{12}, std::uint8_t{11}, std::uint8_t{10}})
    one.type(n, one.text(), 1, std::string(1, static_cast<char>('a' + n - 10)));
  for (const std::uint8_t n : {std::uint8_t{20}, std::uint8_t{21}, std::uint8_t{22}})
    two.type(n, two.text(), 1, std::string(1, static_cast<char>('A' + n - 20)));
  History both = one;
  both.steps.insert(both.steps.end(), two.steps.begin() + 1, two.steps.end());
  all.push_back(historyVector("two words typed backwards at one place, offline: neither do they", both));

  History voided;
  voided.type(1, voided.text(), 0, "ac");
  voided.type(2, voided.text(), 1, "b", false);
  const Text withPlace = voided.text();
  voided.type(3, withPlace, 1, "d");
  all.push_back(historyVector("a void insertion keeps its place and shows nothing", voided));

  return {"text-v1",
          {{"format", 1},
           {"note",
            "Ops of one text field in the form of a store (core/crdt/op.h, encodeOp): bytes is each op with "
            "its length (varint) before it, ops names them in the same order, text is what they make "
            "together, in whatever order they are taken."},
           {"vectors", all}},
          [](const Json& vector, ByteView bytes) -> Result<Bytes> {
            ByteReader in(bytes);
            ByteWriter out;
            std::vector<Op> ops;
            while (in.ok() && !in.atEnd()) {
              auto op = decodeOp(in.sized());
              if (!op) return std::unexpected(op.error());
              ops.push_back(std::move(*op));
              out.sized(*encodeOp(ops.back()));
            }
            std::vector<ContextualOp> context;
            for (std::size_t i = 0; i < ops.size(); ++i) {
              const auto& name = vector.at("ops").at(i);
              context.push_back({{*ChangeId::fromHex(name.at("change").get<std::string>()),
                                  name.at("index").get<std::uint32_t>()},
                                 &ops[i],
                                 {},
                                 name.at("counts").get<bool>()});
            }
            std::ranges::reverse(context);
            if (Text(context).utf8() != vector.at("text").get<std::string>())
              return fail(ErrorCode::Damaged, "another text");
            return out.take();
          }};
}

VectorFile manifest() {
  domain::SubmissionContent content;
  content.caption = "День 1, 4, 7 ☀";
  content.links = {"https://example.org/a", "https://example.org/б"};
  content.attachments = {{.blob = {},
                          .key = {},
                          .content = idOf<ContentHash>(0x74),
                          .length = 123'456'789'012,
                          .mediaType = "video/mp4",
                          .name = "day7.mp4",
                          .playTime = {}}};
  content.issuedBrief = {other, 2};
  content.ticks = {{EntityId::created({third, 1}), {"Show day 7.", "Покажите день 7.", {}, {}}}};
  return {
      "manifest-v1",
      {{"format", 1},
       {"note", "What an approval binds to (core/store/FORMAT.md §6)."},
       {"vectors", Json::array({vector("a caption, two links, a file, a tick", domain::manifestBytes(content),
                                       {{"domain", signing::domains::manifest},
                                        {"hash", hexOf(domain::manifestHash(content))}})})}},
      {}}; // hashed, never read back
}

} // namespace

std::vector<VectorFile> contentVectors() { return {values(), sealed(), texts(), manifest()}; }

} // namespace meridian::vectors
