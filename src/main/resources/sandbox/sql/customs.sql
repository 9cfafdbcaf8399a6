-- The owner drifted to a person; the operator is not allowed to correct that.
ALTER DATABASE customs OWNER TO jdoe;
