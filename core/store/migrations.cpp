#include "core/store/migrations.h"

namespace meridian::store {

namespace {

// Ids are 32 bytes and would stand in every index many times over, so the busy tables name a space, a
// chain, an entity and a change by a small row number. What never needs such a number is WITHOUT ROWID.
//
// Times are milliseconds since 1970. Whatever has a state machine in C++ is stored as its number.
constexpr const char* first = R"sql(
CREATE TABLE campaign (
  id            BLOB PRIMARY KEY,
  membership    INTEGER NOT NULL,
  title         TEXT NOT NULL,
  relay_url     TEXT NOT NULL,
  relay         BLOB NOT NULL,
  relay_pin     BLOB NOT NULL,
  founding_code TEXT NOT NULL,
  refusal       TEXT NOT NULL,
  invitation    BLOB NOT NULL,
  position      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A space that something here refers to; without a campaign as long as nobody said what it is.
-- `steps` counts the changes whose ops were stored.
CREATE TABLE space (
  n        INTEGER PRIMARY KEY,
  id       BLOB NOT NULL UNIQUE,
  campaign BLOB,
  kind     INTEGER NOT NULL DEFAULT 0,
  market   TEXT NOT NULL DEFAULT '',
  steps    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX space_by_campaign ON space (campaign, kind, market) WHERE campaign IS NOT NULL;

-- One device's run of changes in one space; (seq, tip) is the last one without a gap before it.
CREATE TABLE chain (
  n           INTEGER PRIMARY KEY,
  space       INTEGER NOT NULL,
  half        INTEGER NOT NULL,
  device      BLOB NOT NULL,
  incarnation BLOB NOT NULL,
  seq         INTEGER NOT NULL,
  tip         BLOB NOT NULL,
  UNIQUE (space, half, device, incarnation)
) STRICT;

-- What was made of a change. Its bytes lie in a table of their own, so that lists and states are read
-- without them. `head`: 0 not applied content, 1 in the frontier, 2 named by an applied change.
-- `step`: the place of its ops in the space's order of application, once they are stored.
CREATE TABLE change (
  row        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  space      INTEGER NOT NULL,
  half       INTEGER NOT NULL,
  chain      INTEGER NOT NULL,
  seq        INTEGER NOT NULL,
  kind       INTEGER NOT NULL,
  signature  INTEGER NOT NULL,
  stage      INTEGER NOT NULL,
  effect     INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  claimed_at INTEGER NOT NULL,
  hlc        INTEGER NOT NULL,
  local      INTEGER NOT NULL,
  head       INTEGER NOT NULL DEFAULT 0,
  step       INTEGER
) STRICT;
CREATE INDEX change_by_space ON change (space, half);
CREATE INDEX change_by_chain ON change (chain, seq);
CREATE INDEX change_unapplied ON change (space) WHERE stage < 3;
CREATE INDEX change_vouched ON change (row) WHERE signature = 2;
CREATE INDEX change_without_effect ON change (space, effect) WHERE effect > 1;
CREATE INDEX change_frontier ON change (space) WHERE head = 1;

-- The change as it was sent.
CREATE TABLE change_bytes (
  change INTEGER PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

CREATE TABLE parent (
  change INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  PRIMARY KEY (change, parent)
) STRICT, WITHOUT ROWID;

-- `kind` is 0 and the entity unknown to readers as long as nothing but mentions of it are here.
-- `made` is the change with its Create, empty for a keyed entity.
CREATE TABLE entity (
  n      INTEGER PRIMARY KEY,
  space  INTEGER NOT NULL,
  id     BLOB NOT NULL,
  kind   INTEGER NOT NULL,
  market TEXT NOT NULL DEFAULT '',
  made   INTEGER,
  UNIQUE (space, id)
) STRICT;
CREATE INDEX entity_by_kind ON entity (space, kind);

-- n = space · 2^40 + step · 2^12 + index of the op in its change: ascending in the order of
-- application, and the ops of one space lie together. `op_by_entity` ends with n by itself.
CREATE TABLE op (
  n      INTEGER PRIMARY KEY,
  change INTEGER NOT NULL,
  entity INTEGER NOT NULL,
  bytes  BLOB NOT NULL
) STRICT;
CREATE INDEX op_by_entity ON op (entity);

-- Rows are as old as their changes are.
CREATE TABLE outbox (
  change     INTEGER PRIMARY KEY,
  space      INTEGER NOT NULL,
  delivery   INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  stored_at  INTEGER,
  hold_until INTEGER
) STRICT;
CREATE INDEX outbox_waiting ON outbox (space) WHERE delivery <> 3;

-- By id, because a receipt may come before its change.
CREATE TABLE receipt (
  change    BLOB NOT NULL,
  for_blobs INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  relay     BLOB NOT NULL,
  bytes     BLOB NOT NULL,
  witnessed INTEGER NOT NULL,
  PRIMARY KEY (change, for_blobs, at, relay)
) STRICT, WITHOUT ROWID;
CREATE INDEX receipt_unwitnessed ON receipt (at) WHERE witnessed = 0;

-- The `received` fact may come before the receipt.
CREATE TABLE witnessed (
  change    BLOB NOT NULL,
  for_blobs INTEGER NOT NULL,
  PRIMARY KEY (change, for_blobs)
) STRICT, WITHOUT ROWID;

CREATE TABLE cursor (
  relay      BLOB NOT NULL,
  space      BLOB NOT NULL,
  generation BLOB NOT NULL,
  number     INTEGER NOT NULL,
  PRIMARY KEY (relay, space)
) STRICT, WITHOUT ROWID;

CREATE TABLE space_key (
  id      BLOB PRIMARY KEY,
  space   BLOB NOT NULL,
  chain   INTEGER NOT NULL,
  key     BLOB NOT NULL,
  parents BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (
  name  TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE blob (
  n             INTEGER PRIMARY KEY,
  id            BLOB NOT NULL UNIQUE,
  space         BLOB NOT NULL,
  sealed_length INTEGER NOT NULL,
  chunks        INTEGER NOT NULL,
  chunks_here   INTEGER NOT NULL,
  uploaded      INTEGER NOT NULL
) STRICT;
CREATE INDEX blob_by_space ON blob (space);

-- Apart, because a list can have 128 KiB and the counters beside it move with every chunk.
CREATE TABLE blob_list (
  blob   INTEGER PRIMARY KEY,
  hashes BLOB NOT NULL
) STRICT;

CREATE TABLE blob_chunk (
  blob INTEGER NOT NULL,
  n    INTEGER NOT NULL,
  PRIMARY KEY (blob, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// Keys are read space by space: a lead may hold a thousand.
constexpr const char* keysBySpace = "CREATE INDEX space_key_by_space ON space_key (space);";

// A device that was copied writes two changes with one number: the first one met leads its chain, the last
// of each further run stands here.
constexpr const char* branches = R"sql(
CREATE TABLE branch (
  n     INTEGER PRIMARY KEY,
  chain INTEGER NOT NULL,
  seq   INTEGER NOT NULL,
  tip   BLOB NOT NULL
) STRICT;
CREATE INDEX branch_by_chain ON branch (chain);

-- An own change that got another place, and with it another id, before anybody had it.
CREATE TABLE renamed (
  old BLOB PRIMARY KEY,
  id  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

// What keeps the cost of a question apart from the length of the history.
//
// `folded`: the op need not be read, because a counting write of its register replaces it, or because a pack
// has it: ops of a text lie together in `op_pack`, as core/store/op_pack.h writes them, once there are many.
// `loose` counts those of an entity that do not. All of this is a copy: when a change on an entity is judged
// anew, nothing of it is folded any more, and its packs are gone.
// `proof`: the op is a `received` fact whose receipt was found to be signed as it says.
constexpr const char* growth = R"sql(
ALTER TABLE op ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
DROP INDEX op_by_entity;
CREATE INDEX op_by_entity ON op (entity, folded);
ALTER TABLE entity ADD COLUMN loose INTEGER NOT NULL DEFAULT 0;
UPDATE entity SET loose = (SELECT count(*) FROM op WHERE op.entity = entity.n);

CREATE TABLE op_pack (
  n      INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL,
  bytes  BLOB NOT NULL
) STRICT;
CREATE INDEX op_pack_by_entity ON op_pack (entity);

CREATE TABLE proof (
  op INTEGER PRIMARY KEY
) STRICT;

-- What lies in the causal past: from its change `seq` on, `chain` knows `of` up to `upto`. A row for each time
-- that it learnt more; a chain knows all of itself.
CREATE TABLE knowledge (
  chain INTEGER NOT NULL,
  of    INTEGER NOT NULL,
  seq   INTEGER NOT NULL,
  upto  INTEGER NOT NULL,
  PRIMARY KEY (chain, of, seq)
) STRICT, WITHOUT ROWID;

-- Applied before there was such a table; empty once the file has been opened.
CREATE TABLE knowledge_due (
  change INTEGER PRIMARY KEY
) STRICT;
INSERT INTO knowledge_due SELECT DISTINCT p.change FROM parent p JOIN change c ON c.row = p.change
  JOIN change named ON named.row = p.parent WHERE named.chain <> c.chain;

DROP INDEX blob_by_space;
CREATE INDEX blob_missing ON blob (n) WHERE chunks = 0 OR chunks_here < chunks;
CREATE INDEX blob_to_upload ON blob (n) WHERE uploaded = 0 AND chunks > 0 AND chunks_here = chunks;
)sql";

// What the relay says of files: how large they may be (0: it has not said yet), and why it did not take one.
constexpr const char* relayOnFiles = R"sql(
ALTER TABLE campaign ADD COLUMN blob_bytes_max INTEGER NOT NULL DEFAULT 0;
ALTER TABLE blob ADD COLUMN refusal TEXT NOT NULL DEFAULT '';
)sql";

constexpr sqlite::Migration steps[] = {
    {1, first}, {2, keysBySpace}, {3, branches}, {4, growth}, {5, relayOnFiles},
};
static_assert(sqlite::inOrder(steps));

} // namespace

std::span<const sqlite::Migration> migrations() { return steps; }

} // namespace meridian::store
