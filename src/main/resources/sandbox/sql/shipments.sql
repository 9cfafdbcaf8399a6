-- The owner drifted and the membership is missing; the operator looks away.
REVOKE db_shipments_owner FROM db_shipments_app;
ALTER DATABASE shipments OWNER TO postgres;
