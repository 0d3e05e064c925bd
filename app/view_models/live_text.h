// One lane of a text that is shared, open in a field: what is typed becomes a change when there is a pause,
// and what others write appears at once, without moving cursor or selection off their words. Ctrl+Z takes
// back what was typed here and nothing else.
#pragma once

#include <QPointer>
#include <QQuickItem>
#include <QTextDocument>
#include <QTimer>

#include "app/session/open_text.h"
#include "app/view_models/view_model.h"

namespace meridian::app {

class LiveText : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Where the text lies. No space: the campaign's. No entity: the brief being written in that space, which is
  // begun with the first words.
  Q_PROPERTY(QString space MEMBER m_space WRITE setSpace NOTIFY placeChanged)
  Q_PROPERTY(QString entity MEMBER m_entity WRITE setEntity NOTIFY placeChanged)
  Q_PROPERTY(int block MEMBER m_block WRITE setBlock NOTIFY placeChanged)
  Q_PROPERTY(QString lane MEMBER m_lane WRITE setLane NOTIFY placeChanged) // "en" or "ru"
  // The TextArea that shows it; without one nothing is asked for.
  Q_PROPERTY(QQuickItem* area READ area WRITE setArea NOTIFY areaChanged)
  Q_PROPERTY(int pauseMs MEMBER m_pauseMs NOTIFY placeChanged)

 public:
  explicit LiveText(QObject* parent = nullptr);
  void setSpace(const QString& space);
  void setEntity(const QString& entity);
  void setBlock(int block);
  void setLane(const QString& lane);
  [[nodiscard]] QQuickItem* area() const { return m_area; }
  void setArea(QQuickItem* area);

  Q_INVOKABLE void undo();
  Q_INVOKABLE void redo();
  // The last thing before the field goes: writes what is pending, without waiting for a pause. If it is
  // refused, the session keeps it and says so; the next field for this text, which may be open by then, takes
  // it up again as soon as nothing else is pending there.
  Q_INVOKABLE void keep();

 signals:
  void placeChanged();
  void areaChanged();

 protected:
  void refresh() override;

 private:
  [[nodiscard]] OpenText where() const;
  [[nodiscard]] std::string name() const; // of this text among the unsaved words
  void takeUp();                          // what another field could not write

  // To another text, after what is pending was written to this one.
  template <class Part>
  void move(Part& part, const Part& to);
  void restart();
  void typed(int from);
  void commit();
  void written(OpenText::Written answer);
  void receive(crdt::Text now);
  // Brings the field to what the session shows; `before` was shown.
  void show(const std::u32string& before, const crdt::TextSession::Patches& patches);
  void wait();

  QString m_space, m_entity, m_lane;
  int m_block = 0, m_pauseMs = 700;
  QPointer<QQuickItem> m_area;
  QPointer<QTextDocument> m_document;
  crdt::TextSession m_text;
  std::optional<crdt::EntityId> m_begun; // with the first words, while no entity is named
  int m_opened = 0;                      // which text: an answer for another one is dropped
  // What is in flight has become this; nothing once it is answered: it was refused. Of the core thread.
  std::shared_ptr<std::optional<OpenText::Landed>> m_landed;
  QString m_shown;        // as the field has it
  bool m_showing = false; // the field is being changed from here
  QTimer m_pause;
};

} // namespace meridian::app
