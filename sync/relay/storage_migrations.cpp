#include "sync/relay/storage_migrations.h"

namespace meridian::relay {

constexpr std::array<sqlite::Migration, 2> steps{{{1, R"sql(
CREATE TABLE store (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  generation BLOB NOT NULL
);
CREATE TABLE space (
  id INTEGER PRIMARY KEY,
  space BLOB NOT NULL UNIQUE,
  campaign BLOB NOT NULL,
  number INTEGER NOT NULL,
  bytes INTEGER NOT NULL
);
CREATE TABLE change (
  space INTEGER NOT NULL REFERENCES space (id),
  number INTEGER NOT NULL,
  id BLOB NOT NULL,
  half INTEGER NOT NULL,
  device BLOB NOT NULL,
  incarnation BLOB NOT NULL,
  seq INTEGER NOT NULL,
  prev BLOB NOT NULL,
  signed INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (space, number)
);
CREATE UNIQUE INDEX change_id ON change (space, id);
CREATE INDEX change_chain ON change (space, device, incarnation, half, seq);
CREATE INDEX change_half ON change (space, half, number);
CREATE TABLE receipt (
  space INTEGER NOT NULL,
  change BLOB NOT NULL,
  kind INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (space, change, kind)
) WITHOUT ROWID;
CREATE TABLE naming (
  space INTEGER NOT NULL,
  blob BLOB NOT NULL,
  change BLOB NOT NULL,
  PRIMARY KEY (space, blob, change)
) WITHOUT ROWID;
CREATE INDEX naming_change ON naming (space, change);
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  space INTEGER NOT NULL,
  blob BLOB NOT NULL,
  length INTEGER NOT NULL,
  list BLOB NOT NULL,
  UNIQUE (space, blob)
);
CREATE TABLE chunk (
  blob INTEGER NOT NULL REFERENCES blob (id),
  place INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (blob, place)
);
)sql"},
                                                  {2, R"sql(
ALTER TABLE store ADD COLUMN commits INTEGER NOT NULL DEFAULT 0;
)sql"}}};
static_assert(sqlite::inOrder(steps));

const std::array<sqlite::Migration, 2> storageMigrations = steps;

} // namespace meridian::relay
