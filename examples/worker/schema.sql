-- One row for each lead. The primary key is what makes "exactly once" true: of two equal leads that arrive
-- together, the database keeps the first.
CREATE TABLE IF NOT EXISTS leads (
  id TEXT PRIMARY KEY,
  receipt TEXT NOT NULL UNIQUE,
  received_at TEXT NOT NULL, -- ISO 8601, UTC
  lead TEXT NOT NULL, -- JSON, as checkLead gave it
  content TEXT NOT NULL -- SHA-256 of form and answers: a form sent without script has no id of its own
);
CREATE INDEX IF NOT EXISTS leads_by_content ON leads (content, received_at);

-- Which message took the place of which. A row of its own: the message that was replaced may arrive later.
CREATE TABLE IF NOT EXISTS replacements (
  id TEXT PRIMARY KEY, -- of the lead that no longer counts
  replaced_by TEXT NOT NULL -- the id of the lead to work on
);

-- What the clinic's staff should see.
CREATE VIEW IF NOT EXISTS inbox AS
SELECT leads.*, replacements.replaced_by
FROM leads LEFT JOIN replacements ON replacements.id = leads.id
ORDER BY leads.received_at DESC;
