/** The database's versions: each entry brings a file from the version before it to its own. Never edited, only added to. */
export const migrations: readonly string[] = [
  `
  CREATE TABLE event (
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "key" TEXT,
    "fingerprint" TEXT,
    "actor" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    PRIMARY KEY ("hallId", "day", "seq")
  ) STRICT, WITHOUT ROWID;

  CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
  CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
  BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;

  CREATE TABLE turn (
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "turnNo" INTEGER NOT NULL,
    "ticketNumber" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "windowId" TEXT,
    "staffId" TEXT,
    "priorityClassId" TEXT,
    "channel" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "queuedAt" INTEGER NOT NULL,
    "calledAt" INTEGER,
    "startedAt" INTEGER,
    "endedAt" INTEGER NOT NULL,
    "calls" INTEGER NOT NULL,
    "waitMs" INTEGER,
    "walkMs" INTEGER,
    "serviceMs" INTEGER,
    "heldMs" INTEGER NOT NULL,
    "waitTargetMs" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    PRIMARY KEY ("hallId", "day", "ticketId", "turnNo")
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE visit (
    "hallId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "ticketId" TEXT NOT NULL,
    "ticketNumber" TEXT NOT NULL,
    "serviceId" TEXT NOT NULL,
    "departmentId" TEXT NOT NULL,
    "priorityClassId" TEXT,
    "channel" TEXT NOT NULL,
    "hour" INTEGER NOT NULL,
    "issuedAt" INTEGER NOT NULL,
    "endedAt" INTEGER NOT NULL,
    "turns" INTEGER NOT NULL,
    "rejoins" INTEGER NOT NULL,
    "peopleAheadAtIssue" INTEGER NOT NULL,
    "waitMs" INTEGER NOT NULL,
    "serviceMs" INTEGER NOT NULL,
    "visitMs" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    PRIMARY KEY ("hallId", "day", "ticketId")
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE staff (
    "staffId" TEXT PRIMARY KEY,
    "staffNumber" TEXT NOT NULL UNIQUE COLLATE NOCASE,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "passwordMustChange" INTEGER NOT NULL,
    "disabled" INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE session (
    "tokenHash" TEXT PRIMARY KEY,
    "staffId" TEXT NOT NULL,
    "expiresAt" INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE device (
    "deviceId" TEXT PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "areaId" TEXT NOT NULL,
    "printerId" TEXT,
    "tokenHash" TEXT,
    "pairingCodeHash" TEXT,
    "pairingValidUntil" INTEGER
  ) STRICT;
  `,
  `
  ALTER TABLE turn ADD COLUMN "promisedMedianMs" INTEGER;
  ALTER TABLE turn ADD COLUMN "promisedBoundMs" INTEGER;
  ALTER TABLE turn ADD COLUMN "lineFacts" TEXT;

  CREATE TABLE secret (
    "name" TEXT PRIMARY KEY,
    "secret" TEXT NOT NULL
  ) STRICT;
  `,
]
