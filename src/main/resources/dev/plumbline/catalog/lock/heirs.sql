WITH RECURSIVE heir (relation) AS (
    SELECT i.inhrelid
      FROM pg_catalog.pg_inherits AS i
     WHERE i.inhparent OPERATOR(pg_catalog.=) ANY (CAST(? AS pg_catalog.oid[]))
    UNION
    SELECT i.inhrelid
      FROM heir AS h JOIN pg_catalog.pg_inherits AS i ON i.inhparent OPERATOR(pg_catalog.=) h.relation
)
SELECT h.relation FROM heir AS h
