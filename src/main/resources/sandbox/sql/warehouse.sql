-- The owner drifted; the operator is allowed to correct that.
ALTER DATABASE warehouse OWNER TO postgres;
