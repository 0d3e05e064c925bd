// Submitting content: what is typed and picked survives a restart, and before it is sent the promise is said.
#pragma once

#include <QTimer>
#include <QUrl>

#include "app/qt_convert.h"
#include "app/view_models/view_model.h"
#include "core/replica/reading.h"
#include "core/replica/work.h"

namespace meridian::app {

struct FileRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString note MEMBER note)
  Q_PROPERTY(QString glyph MEMBER glyph)
  Q_PROPERTY(QString picture MEMBER picture)

 public:
  QString key, name, note, glyph, picture;
  bool operator==(const FileRow&) const = default;
};

struct LinkRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)

 public:
  QString key;
  bool operator==(const LinkRow&) const = default;
};

struct TickRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString reason MEMBER reason)
  Q_PROPERTY(bool ticked MEMBER ticked)

 public:
  QString key, text, reason;
  bool ticked = false;
  bool operator==(const TickRow&) const = default;
};

// “Received before …: answer by …. Later: ….”; empty without a slot.
[[nodiscard]] QString promisePreview(const std::vector<domain::AnswerSlot>& answers, const Reader& reader);

class SubmitModel : public meridian::app::ViewModel {
  Q_OBJECT
  QML_ELEMENT
  // Which material; empty: the first that waits for the creator.
  Q_PROPERTY(QString deliverable READ deliverable WRITE setDeliverable NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(int version READ version NOTIFY changed) // that this will be
  Q_PROPERTY(QString caption READ caption WRITE setCaption NOTIFY draftChanged)
  Q_PROPERTY(meridian::app::RowModelBase* files READ files CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* links READ links CONSTANT)
  Q_PROPERTY(meridian::app::RowModelBase* ticks READ ticks CONSTANT)
  Q_PROPERTY(QString promise READ promise NOTIFY changed)
  Q_PROPERTY(bool busy READ busy NOTIFY busyChanged) // a file is being sealed
  Q_PROPERTY(double progress READ progress NOTIFY busyChanged)
  Q_PROPERTY(QString progressText READ progressText NOTIFY busyChanged)
  Q_PROPERTY(bool ready READ ready NOTIFY draftChanged)        // all ticks, and something to send
  Q_PROPERTY(QString missing READ missing NOTIFY draftChanged) // what is still missing, in words
  // That pictures among the files cannot be shown here, and what that means to whoever judges them.
  Q_PROPERTY(QString unshown READ unshown NOTIFY draftChanged)
  Q_PROPERTY(bool mayPaste READ mayPaste NOTIFY clipboardChanged) // files lie on the clipboard

 public:
  explicit SubmitModel(QObject* parent = nullptr);
  ~SubmitModel() override;

  Q_INVOKABLE void addFile(const QUrl& file);
  // Several, one after the other: pasted or dropped. What is no file on this device is passed over.
  Q_INVOKABLE void addFiles(const QList<QUrl>& files);
  Q_INVOKABLE void paste();
  // What is wrong with it, as a sentence; empty once it is in.
  Q_INVOKABLE QString addLink(const QString& link);
  Q_INVOKABLE void removeFile(const QString& key);
  Q_INVOKABLE void removeLink(const QString& key);
  Q_INVOKABLE void tick(const QString& key, bool ticked);
  Q_INVOKABLE void send();

  [[nodiscard]] QString deliverable() const { return m_deliverable; }
  void setDeliverable(const QString& key);
  [[nodiscard]] QString title() const { return m_title; }
  [[nodiscard]] int version() const { return m_version; }
  [[nodiscard]] QString caption() const { return toQt(m_draft.caption); }
  void setCaption(const QString& caption);
  [[nodiscard]] RowModelBase* files() { return &m_files; }
  [[nodiscard]] RowModelBase* links() { return &m_links; }
  [[nodiscard]] RowModelBase* ticks() { return &m_ticks; }
  [[nodiscard]] QString promise() const { return m_promise; }
  [[nodiscard]] bool busy() const { return m_busy; }
  [[nodiscard]] double progress() const { return m_progress; }
  [[nodiscard]] QString progressText() const { return m_progressText; }
  [[nodiscard]] bool ready() const { return missing().isEmpty() && !m_busy; }
  [[nodiscard]] QString missing() const;
  [[nodiscard]] QString unshown() const { return m_unshown; }
  [[nodiscard]] bool mayPaste() const;

 signals:
  void clipboardChanged();
  void changed();
  void draftChanged();
  void busyChanged();

 protected:
  void refresh() override;
  [[nodiscard]] QString
  sentenceOf(const Error& error) const override; // a file too large: how large it may be

 private:
  struct Known {
    std::optional<replica::CreatorHome> home;
    std::optional<replica::CreatorWork::Draft> kept;
    std::map<std::string, QString> pictures; // by blob
    std::uint64_t fileBytesMax = 0;          // of the campaign's relay
  };
  // A file on its way into the sealed store and from there into the draft. Once begun it belongs to the core
  // thread, where it outlives a model that goes meanwhile.
  struct Picked {
    std::optional<domain::Attachment> sealed;
    std::optional<replica::CreatorWork::Draft> left; // as the model left it
  };
  // The file goes into the draft that was left without it.
  [[nodiscard]] static Result<void> adopt(const Picked& picked, replica::CreatorWork work);
  void fill(const Known& known);
  void sealNext();
  void edited();
  void keep();
  void showDraft();

  std::shared_ptr<Picked> m_picked; // until it is in the draft
  QList<QUrl> m_filesToCome;        // behind the one that is being sealed, or until the draft is here
  QString m_deliverable, m_title, m_promise, m_unshown;
  int m_version = 1;
  std::uint64_t m_fileBytesMax = 0;
  bool m_draftLoaded = false;
  replica::CreatorWork::Draft m_draft;
  std::map<std::string, QString> m_pictures;
  std::vector<domain::CharterElement> m_nonNegotiables;
  RowModel<FileRow> m_files;
  RowModel<LinkRow> m_links;
  RowModel<TickRow> m_ticks;
  bool m_busy = false;
  double m_progress = 0;
  QString m_progressText;
  QTimer m_pause;
};

} // namespace meridian::app
