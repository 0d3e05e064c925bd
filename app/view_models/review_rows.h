// What a submission under review looks like in rows. Pure: made from what the replica answers and the reader.
#pragma once

#include <QObject>
#include <QQmlEngine>

#include "app/text/when.h"
#include "core/replica/views.h"

namespace meridian::app {

// All that is said once about a submission.
struct ReviewFacts {
  Q_GADGET
  QML_VALUE_TYPE(reviewFacts)
  Q_PROPERTY(bool known MEMBER known)
  Q_PROPERTY(QString key MEMBER key) // of the submission that they are about; empty for none
  Q_PROPERTY(QString creator MEMBER creator)
  Q_PROPERTY(QString initials MEMBER initials)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString version MEMBER version)
  Q_PROPERTY(QString sent MEMBER sent)
  Q_PROPERTY(QString localTime MEMBER localTime) // of the creator: “06:00 in Los Angeles”
  Q_PROPERTY(QString style MEMBER style)         // how the creator likes to be spoken to
  Q_PROPERTY(QString caption MEMBER caption)
  Q_PROPERTY(QString links MEMBER links)
  Q_PROPERTY(QString stateText MEMBER stateText)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString promise MEMBER promise)
  Q_PROPERTY(QString promiseStatus MEMBER promiseStatus)
  Q_PROPERTY(QString promiseName MEMBER promiseName)
  Q_PROPERTY(QString due MEMBER due)
  Q_PROPERTY(QString dueThere MEMBER dueThere)
  Q_PROPERTY(QString delayReason MEMBER delayReason)
  Q_PROPERTY(bool mayJudge MEMBER mayJudge) // it is mine to judge, and can be now
  Q_PROPERTY(
      bool mayApprove MEMBER mayApprove) // … not yet approved by me, and all of it is here and was seen
  Q_PROPERTY(bool mayDelay MEMBER mayDelay)
  Q_PROPERTY(QString whyNot MEMBER whyNot) // what stands between: “Video not on this device: 18 MB”
  Q_PROPERTY(QString newer MEMBER newer)   // “Version 3 arrived. Your approval covers version 2 only.”
  Q_PROPERTY(QString newerKey MEMBER newerKey)
  Q_PROPERTY(bool mayAnswer MEMBER mayAnswer) // … with a verdict: not while two contradict each other
  Q_PROPERTY(bool answered MEMBER answered)   // as promised
  Q_PROPERTY(bool contested MEMBER contested)
  Q_PROPERTY(QString contestedText MEMBER contestedText)
  Q_PROPERTY(bool sentToDecider MEMBER sentToDecider)
  Q_PROPERTY(bool mayDecide MEMBER mayDecide) // I am the decider of a contested version
  Q_PROPERTY(QString look MEMBER look)        // the brief changed since; empty for no
  Q_PROPERTY(bool live MEMBER live)
  Q_PROPERTY(QString approvedKey MEMBER approvedKey) // of my approval of this version; empty for none
  Q_PROPERTY(QString undoKey MEMBER undoKey)         // of my verdict that has not left yet; empty for none

 public:
  QString key, creator, initials, title, version, sent, localTime, style, caption, links, stateText, status,
      promise, promiseStatus, promiseName, due, dueThere, delayReason, whyNot, newer, newerKey, contestedText,
      look, approvedKey, undoKey;
  bool known = false, mayJudge = false, mayAnswer = false, answered = false, mayApprove = false,
       mayDelay = false, contested = false, sentToDecider = false, mayDecide = false, live = false;
  bool operator==(const ReviewFacts&) const = default;
};

struct ReviewFileRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString name MEMBER name)
  Q_PROPERTY(QString detail MEMBER detail)
  Q_PROPERTY(QString missing MEMBER missing)  // “Video not on this device: 18 MB”
  Q_PROPERTY(double progress MEMBER progress) // 0 to 1: how much of it is here
  Q_PROPERTY(QString picture MEMBER picture)  // an image's address, once it is here
  Q_PROPERTY(QString glyph MEMBER glyph)
  Q_PROPERTY(QList<double> times MEMBER times) // of a video that comments are pinned to, in milliseconds

 public:
  QString key, name, detail, missing, picture, glyph;
  double progress = 1;
  QList<double> times;
  bool operator==(const ReviewFileRow&) const = default;
};

struct ReviewStatementRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString text MEMBER text)

 public:
  QString key, title, text;
  bool operator==(const ReviewStatementRow&) const = default;
};

struct ReviewCommentRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString author MEMBER author)
  Q_PROPERTY(QString when MEMBER when)
  Q_PROPERTY(QString text MEMBER text)
  Q_PROPERTY(QString pin MEMBER pin)       // what it is about, in words
  Q_PROPERTY(QString number MEMBER number) // of its mark on a picture
  Q_PROPERTY(int markFile MEMBER markFile) // whose picture carries the mark; -1 for none
  Q_PROPERTY(double markX MEMBER markX)
  Q_PROPERTY(double markY MEMBER markY)
  Q_PROPERTY(QString time MEMBER time)     // “0:12” in a video; empty for none
  Q_PROPERTY(int timeFile MEMBER timeFile) // which file that is
  Q_PROPERTY(int timeMs MEMBER timeMs)
  Q_PROPERTY(int from MEMBER from) // the caption's range; from == to for none
  Q_PROPERTY(int to MEMBER to)

 public:
  QString key, author, when, text, pin, number, time;
  int markFile = -1, timeFile = -1, timeMs = 0, from = 0, to = 0;
  double markX = 0, markY = 0;
  bool operator==(const ReviewCommentRow&) const = default;
};

struct ReviewVerdictRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString verdict MEMBER verdict) // “Approved”
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString author MEMBER author)
  Q_PROPERTY(QString when MEMBER when)
  Q_PROPERTY(QString reason MEMBER reason)
  Q_PROPERTY(QString delivery MEMBER delivery) // of mine: “Signed. Not delivered yet.”
  Q_PROPERTY(QString deliveryStatus MEMBER deliveryStatus)
  Q_PROPERTY(QString seen MEMBER seen) // that the creator's device has it
  Q_PROPERTY(QString withdrawn MEMBER withdrawn)
  Q_PROPERTY(QString seal MEMBER seal) // who, when, which files, and that it was checked here
  Q_PROPERTY(bool mine MEMBER mine)
  Q_PROPERTY(bool mayUndo MEMBER mayUndo)
  Q_PROPERTY(bool mayWithdraw MEMBER mayWithdraw)

 public:
  QString key, verdict, status, author, when, reason, delivery, deliveryStatus, seen, withdrawn, seal;
  bool mine = false, mayUndo = false, mayWithdraw = false;
  bool operator==(const ReviewVerdictRow&) const = default;
};

struct ReviewVersionRow {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key)
  Q_PROPERTY(QString title MEMBER title)
  Q_PROPERTY(QString detail MEMBER detail)
  Q_PROPERTY(QString status MEMBER status)
  Q_PROPERTY(QString stateText MEMBER stateText)

 public:
  QString key, title, detail, status, stateText;
  bool operator==(const ReviewVersionRow&) const = default;
};

struct DateChoice {
  Q_GADGET
  Q_PROPERTY(QString key MEMBER key) // the instant, in milliseconds
  Q_PROPERTY(QString text MEMBER text)

 public:
  QString key, text;
  bool operator==(const DateChoice&) const = default;
};

// The first file of a submission that the one who judges it has to do something for, to have looked at it.
struct Unseen {
  int file = -1; // none, or what comes by itself
  QString toDo;  // "play" or "save"
  bool operator==(const Unseen&) const = default;
};

// What the replica answers about one submission.
struct ReviewAnswer {
  std::optional<replica::SubmissionView> view;
  std::vector<replica::SubmissionView> versions; // of the same deliverable, this one too
  std::optional<replica::PersonView> creator;
  MemberId me;
  MemberId decider; // of a contested version
  std::string deciderName;
  std::string hubZone;
};

[[nodiscard]] ReviewFacts reviewFacts(const ReviewAnswer& answer, const Reader& reader,
                                      domain::Language content, const Unseen& unseen = {});
[[nodiscard]] std::vector<ReviewFileRow> fileRows(const replica::SubmissionView& view,
                                                  domain::Language language);
[[nodiscard]] std::vector<ReviewCommentRow> commentRows(const replica::SubmissionView& view,
                                                        const Reader& reader);
[[nodiscard]] std::vector<ReviewVerdictRow> verdictRows(const ReviewAnswer& answer, const Reader& reader);
[[nodiscard]] std::vector<ReviewVersionRow> versionRows(const ReviewAnswer& answer, const Reader& reader);
[[nodiscard]] std::vector<ReviewStatementRow> briefRows(const domain::IssuedBrief& brief,
                                                        domain::Language content);
// Working days after the promised one, at the hour of the promise in the hub's zone.
[[nodiscard]] std::vector<DateChoice> delayChoices(const replica::SubmissionView& view,
                                                   const std::string& hubZone, const Reader& reader);

} // namespace meridian::app
