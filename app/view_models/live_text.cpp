#include "app/view_models/live_text.h"

#include <QQuickTextDocument>
#include <QTextCursor>

#include <algorithm>

#include "app/qt_convert.h"

namespace meridian::app {

namespace {

// As it is, with its no-break spaces, which toPlainText() would turn into plain ones.
QString textOf(const QTextDocument& document) {
  QString text = document.toRawText();
  return text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
}

// For a document, one character there for each one here: of \r\n Qt would make a single one.
QString forDocument(std::u32string_view text) {
  return QString::fromUcs4(text.data(), static_cast<qsizetype>(text.size()))
      .replace(u'\r', QChar(QChar::LineSeparator));
}

// Qt counts UTF-16 units, a text its code points.
int unitsIn(std::u32string_view text) {
  return static_cast<int>(text.size()) +
         static_cast<int>(std::ranges::count_if(text, [](char32_t c) { return c > 0xFFFF; }));
}
std::size_t pointsIn(QStringView text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](QChar unit) { return !unit.isLowSurrogate(); }));
}
std::u32string pointsOf(QStringView text) {
  const auto units = text.toUcs4();
  return {units.begin(), units.end()};
}

} // namespace

LiveText::LiveText(QObject* parent) : ViewModel(parent) {
  m_pause.setSingleShot(true);
  connect(&m_pause, &QTimer::timeout, this, &LiveText::commit);
  connect(this, &ViewModel::sessionChanged, this, [this] {
    if (session() != nullptr) connect(session(), &SessionObject::unsaved, this, &LiveText::refreshSoon);
  });
}

template <class Part>
void LiveText::move(Part& part, const Part& to) {
  if (to == part) return;
  keep();
  part = to;
  restart();
}

void LiveText::setSpace(const QString& space) { move(m_space, space); }
void LiveText::setBlock(int block) { move(m_block, block); }
void LiveText::setLane(const QString& lane) { move(m_lane, lane); }

void LiveText::setEntity(const QString& entity) {
  if (entity == m_entity) return;
  const bool begun = m_entity.isEmpty(); // the brief that these words began
  if (!begun) keep();
  m_entity = entity;
  if (begun)
    refreshSoon();
  else
    restart();
  emit placeChanged();
}

void LiveText::restart() {
  m_pause.stop();
  const auto before = m_text.shown();
  m_text = crdt::TextSession();
  m_begun.reset();
  ++m_opened;
  dismissProblem();
  show(before,
       before.empty() ? crdt::TextSession::Patches() : crdt::TextSession::Patches{{0, before.size(), {}}});
  emit placeChanged();
  refreshSoon();
}

void LiveText::setArea(QQuickItem* area) {
  if (area == m_area) return;
  keep();
  if (m_document != nullptr) disconnect(m_document.data(), nullptr, this, nullptr);
  m_area = area;
  const auto* shown = area != nullptr ? area->property("textDocument").value<QQuickTextDocument*>() : nullptr;
  m_document = shown != nullptr ? shown->textDocument() : nullptr;
  m_text = crdt::TextSession();
  ++m_opened;
  m_shown.clear();
  if (m_document != nullptr) {
    // Its own history would take back what others wrote.
    m_document->setUndoRedoEnabled(false);
    m_document->clear();
    connect(m_document.data(), &QTextDocument::contentsChange, this,
            [this](int from, int, int) { typed(from); });
  }
  emit areaChanged();
  refreshSoon();
}

OpenText LiveText::where() const {
  OpenText text{.campaign = home(),
                .space = m_space.isEmpty() ? home() : idFromQt<SpaceId>(m_space),
                .block = static_cast<std::uint32_t>(m_block),
                .lane = domain::parseLanguage(fromQt(m_lane)).value_or(domain::Language::En)};
  text.entity = m_entity.isEmpty() ? m_begun : entityIdFromQt(m_entity);
  return text;
}

std::string LiveText::name() const {
  const OpenText text = where();
  return text.space.hex() + "/" + fromQt(m_entity) + "/" + std::to_string(text.block) + "/" +
         std::string(domain::languageCode(text.lane));
}

void LiveText::takeUp() {
  if (m_text.pending() || m_text.inFlight()) return;
  auto unsaved = session()->unsavedWords().shared.take(name());
  if (!unsaved) return;
  const auto before = m_text.shown();
  m_text = std::move(unsaved->words);
  show(before, {{0, before.size(), m_text.shown()}});
  setProblem(unsaved->why);
  wait();
}

void LiveText::refresh() {
  if (m_document == nullptr || m_block == 0 || home().isZero()) return;
  // The page of a campaign that was left goes in a moment.
  if (home() != session()->campaign()) return;
  takeUp();
  // While something is in flight, its answer brings the text.
  if ((m_entity.isEmpty() && !m_begun) || m_text.inFlight()) return;
  query([text = where()](replica::Replica& replica, const SpaceId&) { return text.now(replica); },
        [this, turn = m_opened](Result<crdt::Text> now) {
          // What cannot be read now is read with the next notice.
          if (now && turn == m_opened && !m_text.inFlight()) receive(std::move(*now));
        });
}

void LiveText::receive(crdt::Text now) {
  const auto before = m_text.shown();
  const auto moved = m_text.receive(std::move(now));
  if (moved.patches.empty()) return;
  int anchor = -1, cursor = -1;
  if (m_area != nullptr) {
    const int at = m_area->property("cursorPosition").toInt();
    const int start = m_area->property("selectionStart").toInt();
    const int end = m_area->property("selectionEnd").toInt();
    const auto after = m_text.shown();
    const auto to = [&](int units, const std::vector<std::size_t>& places) {
      const auto point = std::min(pointsIn(QStringView(m_shown).left(units)), places.size() - 1);
      return unitsIn(std::u32string_view(after).substr(0, places[point]));
    };
    const int first = to(start, start == end ? moved.behind : moved.before), last = to(end, moved.behind);
    cursor = at == start ? first : last;
    anchor = at == start ? last : first;
  }
  show(before, moved.patches);
  if (cursor >= 0) QMetaObject::invokeMethod(m_area.data(), "select", Q_ARG(int, anchor), Q_ARG(int, cursor));
}

void LiveText::show(const std::u32string& before, const crdt::TextSession::Patches& patches) {
  if (m_document == nullptr || patches.empty()) return;
  m_showing = true;
  QTextCursor writer(m_document.data());
  writer.beginEditBlock();
  for (auto patch = patches.rbegin(); patch != patches.rend(); ++patch) {
    const std::u32string_view text(before);
    writer.setPosition(unitsIn(text.substr(0, patch->position)));
    writer.setPosition(writer.position() + unitsIn(text.substr(patch->position, patch->removed)),
                       QTextCursor::KeepAnchor);
    writer.insertText(forDocument(patch->inserted));
  }
  writer.endEditBlock();
  m_showing = false;
  m_shown = textOf(*m_document);
}

// The document names more than what changed; where it changed says which of several equal letters was typed.
void LiveText::typed(int from) {
  if (m_showing || m_document == nullptr) return;
  const QString now = textOf(*m_document);
  const auto shorter = std::min(now.size(), m_shown.size());
  qsizetype front = 0;
  while (front < std::min<qsizetype>(shorter, from) && now[front] == m_shown[front])
    ++front;
  if (front > 0 && now[front - 1].isHighSurrogate()) --front;
  qsizetype back = 0;
  while (back < shorter - front && now[now.size() - 1 - back] == m_shown[m_shown.size() - 1 - back])
    ++back;
  if (back > 0 && now[now.size() - back].isLowSurrogate()) --back;
  const auto removed = QStringView(m_shown).mid(front, m_shown.size() - back - front);
  const auto inserted = QStringView(now).mid(front, now.size() - back - front);
  if (removed.isEmpty() && inserted.isEmpty()) return;
  m_text.edit(pointsIn(QStringView(m_shown).left(front)), pointsIn(removed), pointsOf(inserted));
  m_shown = now;
  wait();
}

void LiveText::wait() { m_pause.start(m_pauseMs); }

void LiveText::undo() {
  const auto before = m_text.shown();
  show(before, m_text.undo());
  wait();
}

void LiveText::redo() {
  const auto before = m_text.shown();
  show(before, m_text.redo());
  wait();
}

void LiveText::commit() {
  m_pause.stop();
  m_text.pause();
  if (session() == nullptr || home().isZero() || m_text.inFlight()) return;
  auto ops = m_text.gather(OpId{}, 0);
  if (!ops) return setProblem(ops.error());
  if (ops->empty()) return;
  m_landed = std::make_shared<std::optional<OpenText::Landed>>();
  session()->core().ask(
      this,
      [text = where(), ops = std::move(*ops), landed = m_landed](replica::Replica& replica) mutable {
        return text.write(replica, std::move(ops), *landed);
      },
      [this, turn = m_opened](OpenText::Written answer) {
        if (turn == m_opened) written(std::move(answer));
      });
}

void LiveText::written(OpenText::Written answer) {
  if (*m_landed) {
    dismissProblem();
    m_text.land((*m_landed)->change);
    if (m_entity.isEmpty()) m_begun = crdt::entityIdOf((*m_landed)->place.entity);
    if (!answer.now) return refreshSoon(); // there was no memory to read it
    receive(std::move(*answer.now));
  } else {
    m_text.giveBack();
    // What the edits named is gone: they go into the text as it is now.
    if (answer.done.error().code == ErrorCode::NotFound && answer.now)
      receive(std::move(*answer.now));
    else
      return setProblem(answer.done.error());
  }
  // What was refused in another field may wait for this.
  if (!m_text.pending())
    refreshSoon();
  else if (!m_pause.isActive())
    wait();
}

void LiveText::keep() {
  if (!m_text.inFlight()) commit();
  if (session() == nullptr || home().isZero()) return;
  const auto words = std::make_shared<crdt::TextSession>(m_text);
  const auto tell = [session = session(), name = name(), words](const Result<void>& written) {
    if (written) return;
    session->unsavedWords().shared.keep(name, std::move(*words), written.error());
    emit session->unsaved(session->sentence(written.error()));
  };
  if (!m_text.inFlight()) {
    if (m_text.pending()) tell(fail(ErrorCode::TooLarge));
    return;
  }
  // The field closes, and the answer to what is in flight finds nobody here. If that was refused, all of it
  // goes into the text as it is then. Whatever becomes of the job, the words are there to be told of.
  session()->core().ask(
      session(),
      [text = where(), words, landed = m_landed](replica::Replica& replica) {
        return text.writeLast(replica, *words, *landed);
      },
      tell);
}

} // namespace meridian::app
