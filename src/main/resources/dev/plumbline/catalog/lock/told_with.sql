WITH given AS (
    SELECT pg_catalog.unnest(CAST(? AS pg_catalog.oid[])) AS relation
)
SELECT i.indrelid AS relation
  FROM given AS g JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) g.relation
UNION
SELECT d.objid
  FROM given AS g
  JOIN pg_catalog.pg_depend AS d ON d.refobjid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) d.objid
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) d.refclassid AND d.refobjsubid OPERATOR(pg_catalog.>) 0
UNION
SELECT d.refobjid
  FROM given AS g
  JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_depend AS d ON d.objid OPERATOR(pg_catalog.=) g.relation
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) d.refclassid AND d.refobjsubid OPERATOR(pg_catalog.>) 0
UNION
SELECT r.ev_class
  FROM given AS g
  JOIN pg_catalog.pg_depend AS d ON d.refobjid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_rewrite AS r ON r.oid OPERATOR(pg_catalog.=) d.objid
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass)
UNION
SELECT p.polrelid
  FROM given AS g
  JOIN pg_catalog.pg_depend AS d ON d.refobjid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_policy AS p ON p.oid OPERATOR(pg_catalog.=) d.objid
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_policy' AS pg_catalog.regclass)
