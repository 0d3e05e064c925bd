// Bugs that are planted on purpose, to show that the laboratory (tests/simulation) finds them. A program that
// ships has none of it: without MERIDIAN_PLANT, which only the laboratory's own copies of some sources are
// compiled with, planted() is a constant.
#pragma once

namespace meridian {

enum class Bug {
  SkipFsync,              // the replica commits without waiting for the disk
  AcceptReplay,           // a change that is here is applied once more
  DropConcurrentValue,    // of concurrent values one is kept
  OrderByArrival,         // text typed at one place stands as it came
  ReuseSequence,          // two own changes get one number
  ReceiptBeforeFsync,     // the relay answers before its disk does
  StatusFromRegister,     // the verdict that came last is the status
  TrustConnection,        // the relay judges who brings a change, not who wrote it
  RightsAtArrival,        // rights are judged by what is known when a change comes
  ForgetOutboxEntry,      // a change is kept and never offered
  IgnoreDates,            // a deputy's rights do not end
  SwallowMissingKey,      // what cannot be opened yet is settled as void
  CursorBeforeStore,      // the place in the relay's list moves before what stands there is kept
  MissRestoredBackup,     // an old folder goes on under its incarnation
  LoseTextOrigin,         // a character forgets what stood to its right
  ReceivedFromLocalClock, // a receipt's time is read from the own clock
  BelieveForgedReceipt,   // a receipt need not be signed
  VoidReplaces,           // a write without the right takes away what it names
  SkipFileSync,           // a small file takes its name before its bytes are on the disk
  StayAhead,              // what a change did in memory stays when memory ran out in it
  TrustNumbers,           // a relay's number means what it meant, whatever stands there now
  ApprovalOfAnyVersion,   // what was said of an older version lets the newest go live
  SilentLoser,            // nobody is told of the value that was written beside another
  BelieveRefusal,         // what a relay refuses for good is given up, whatever the own authority says
  CursorGoesAlong,        // a cursor is pushed on by what others write where it stands
  UndoTakesNext,          // undo takes the next character along
  ForgetBehindWords,      // a field that closes forgets what was typed behind words on their way
};

#ifdef MERIDIAN_PLANT
// The one that the environment names in MERIDIAN_PLANTED.
[[nodiscard]] bool planted(Bug bug);
#else
[[nodiscard]] constexpr bool planted(Bug) { return false; }
#endif

} // namespace meridian
