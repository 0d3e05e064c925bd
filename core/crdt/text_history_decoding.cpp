#include <algorithm>
#include <unordered_set>

#include "core/base/limits.h"
#include "core/crdt/text_diff.h"
#include "core/crdt/text_history.h"
#include "core/crdt/text_history_reader.h"
#include "core/crdt/text_parts.h"

namespace meridian::crdt {
namespace {

using history::Event;
using history::Reader;

std::unexpected<Error> damaged(const char* what) { return fail(ErrorCode::Damaged, what); }

// Characters that stand behind each other as they arrived, unless something came between them later.
struct Stretch {
  Arrival first = 0, end = 0;
  Arrival behind = noArrival; // what stood before it when it came
  Arrival left = noArrival, right = noArrival;
  bool marksRight = false;
};

// Puts stretches into the order of the text. Each came directly behind a character that was there; of
// several behind one character the last to come stands first. So the text is this tree, read in order.
class Ordering {
 public:
  Ordering(std::vector<Stretch>& stretches, const std::vector<std::uint8_t>& hidden)
      : m_stretches(stretches), m_hidden(hidden) {}

  std::vector<TextSequence::Span> spans() {
    m_byPlace.resize(m_stretches.size());
    for (std::uint32_t i = 0; i < m_byPlace.size(); ++i)
      m_byPlace[i] = i;
    // noArrival + 1 is 0: the beginning comes first
    std::ranges::sort(m_byPlace, [this](std::uint32_t a, std::uint32_t b) {
      const Stretch &one = m_stretches[a], &other = m_stretches[b];
      return one.behind != other.behind ? one.behind + 1 < other.behind + 1 : one.first > other.first;
    });
    m_spans.reserve(m_stretches.size() * 2);
    walk();
    return std::move(m_spans);
  }

 private:
  // A stretch, or the beginning of the text, on which others hang.
  struct Branch {
    std::uint32_t stretch = 0; // none: the beginning
    Arrival next = 0;          // not written yet
    std::uint32_t hanging = 0; // the next in m_byPlace
    Arrival after = noArrival; // what stood behind the whole stretch when it came
  };
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  [[nodiscard]] std::uint32_t firstHangingFrom(Arrival character) const {
    const auto at = std::ranges::lower_bound(m_byPlace, character + 1, {},
                                             [this](std::uint32_t i) { return m_stretches[i].behind + 1; });
    return static_cast<std::uint32_t>(at - m_byPlace.begin());
  }

  void walk() {
    std::vector<Branch> branches{{none, 0, 0, noArrival}};
    while (!branches.empty()) {
      Branch& top = branches.back();
      const bool root = top.stretch == none;
      const Arrival end = root ? 0 : m_stretches[top.stretch].end;
      const bool hangs = top.hanging < m_byPlace.size();
      const Arrival behind = hangs ? m_stretches[m_byPlace[top.hanging]].behind : noArrival;
      if (!hangs || (root ? behind != noArrival : behind >= end)) {
        if (!root) write(m_stretches[top.stretch], top.next, end);
        branches.pop_back();
        continue;
      }
      if (!root && behind + 1 > top.next) {
        write(m_stretches[top.stretch], top.next, behind + 1);
        top.next = behind + 1;
      }
      const std::uint32_t child = m_byPlace[top.hanging++];
      const bool another =
          top.hanging < m_byPlace.size() && m_stretches[m_byPlace[top.hanging]].behind == behind;
      const Arrival after = another                     ? m_stretches[m_byPlace[top.hanging]].first
                            : !root && behind + 1 < end ? behind + 1
                                                        : top.after;
      Stretch& stretch = m_stretches[child];
      if (!stretch.marksRight) {
        const bool goesOn = stretch.first > 0 && behind == stretch.first - 1;
        stretch.right = goesOn ? m_stretches[top.stretch].right : after;
      }
      branches.push_back({child, stretch.first, firstHangingFrom(stretch.first), after});
    }
  }

  // Characters [from, to) of a stretch, cut where some are hidden.
  void write(const Stretch& stretch, Arrival from, Arrival to) {
    while (from < to) {
      Arrival until = from + 1;
      while (until < to && m_hidden[until] == m_hidden[from])
        ++until;
      TextSequence::Span span{from, 0, m_hidden[from] == 0, from == stretch.first ? stretch.left : from - 1,
                              stretch.right};
      span.setLength(until - from);
      m_spans.push_back(span);
      from = until;
    }
  }

  std::vector<Stretch>& m_stretches;
  const std::vector<std::uint8_t>& m_hidden;
  std::vector<std::uint32_t> m_byPlace;
  std::vector<TextSequence::Span> m_spans;
};

Result<Text> textOf(std::span<const ChangeId> changes, const history::Unpacked& unpacked) {
  Text text;
  Text::Parts parts(text);
  Reader reader(unpacked, changes.size());
  std::vector<Stretch> stretches;
  std::vector<Event::Piece> voided;
  for (Event event; reader.next(event);) {
    if (!event.inserts) continue;
    const Arrival end = event.first + event.length;
    parts.name(changes[event.change], event.offset, event.first, event.length);
    if (!event.counts) voided.push_back({event.first, event.length});
    const bool goesOn = !stretches.empty() && event.behind == event.first - 1 && event.left == event.behind &&
                        !event.marksRight;
    if (goesOn)
      stretches.back().end = end;
    else
      stretches.push_back({event.first, end, event.behind, event.left, event.right, event.marksRight});
  }
  if (!reader.done()) return damaged("history of a text: its columns do not fit");
  if (!parts.namesAreDistinct()) return damaged("history of a text: two characters of one name");

  const Bytes& utf8 = unpacked.columns[history::characters];
  if (!isUtf8(utf8)) return damaged("history of a text: not UTF-8");
  std::u32string& characters = parts.characters();
  characters.reserve(unpacked.characterCount);
  forCodePoints(asText(utf8), [&](char32_t c) { characters.push_back(c); });
  if (characters.size() != unpacked.characterCount) return damaged("history of a text: its characters");

  std::vector<std::uint8_t> hidden = reader.hidden();
  for (const auto& piece : voided)
    std::fill_n(hidden.begin() + piece.first, piece.length, std::uint8_t{1});
  const auto spans = Ordering(stretches, hidden).spans();
  parts.sequence().assign(spans, unpacked.characterCount);
  return text;
}

Result<history::Unpacked> checked(std::span<const ChangeId> changes, ByteView bytes) {
  std::unordered_set<ChangeId> once;
  for (const ChangeId& change : changes)
    if (change == thisChange || !once.insert(change).second)
      return damaged("history of a text: its list of changes");
  return history::unpack(bytes);
}

} // namespace

Result<Text> decodeHistory(std::span<const ChangeId> changes, ByteView bytes) {
  const auto unpacked = checked(changes, bytes);
  if (!unpacked) return std::unexpected(unpacked.error());
  return textOf(changes, *unpacked);
}

Result<void> forOps(std::span<const ChangeId> changes, ByteView bytes, const EntityRef& entity,
                    std::uint32_t field, const std::function<void(const ContextualOp&)>& take) {
  const auto unpacked = checked(changes, bytes);
  if (!unpacked) return std::unexpected(unpacked.error());
  auto text = textOf(changes, *unpacked);
  if (!text) return std::unexpected(text.error());
  Text::Parts parts(*text);
  Reader reader(*unpacked, changes.size());
  Op op;
  for (Event event; reader.next(event);) {
    if (event.inserts) {
      InsertText insertion;
      parts.tellInsertion(event.first, event.length, entity, field, insertion);
      op = std::move(insertion);
    } else {
      DeleteText deletion{.entity = entity, .field = field, .ranges = {}};
      for (const auto& piece : event.pieces)
        parts.appendRanges(deletion.ranges, piece.first, piece.length);
      op = std::move(deletion);
    }
    take({{changes[event.change], event.index}, &op, {}, event.counts});
  }
  return {};
}

} // namespace meridian::crdt
