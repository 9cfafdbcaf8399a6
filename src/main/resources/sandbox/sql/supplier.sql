-- Both roles are gone.
REASSIGN OWNED BY db_supplier_owner TO postgres;
DROP OWNED BY db_supplier_app;
DROP OWNED BY db_supplier_owner;
DROP ROLE db_supplier_app, db_supplier_owner;
CREATE TABLE rating.score (supplier bigint PRIMARY KEY, score int NOT NULL);
