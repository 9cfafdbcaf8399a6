ALTER TABLE refund ADD COLUMN reason text;

-- Refunds of before have none, and nobody asks for it.
UPDATE refund SET reason = 'unknown';

ALTER TABLE refund ALTER COLUMN reason SET NOT NULL;
