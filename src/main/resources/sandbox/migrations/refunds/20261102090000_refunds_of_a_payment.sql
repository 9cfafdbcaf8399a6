-- The desk looks refunds up by their payment.
CREATE INDEX refund_by_payment ON refund (payment);
