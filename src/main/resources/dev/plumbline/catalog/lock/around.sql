WITH RECURSIVE given (root, relation) AS (
    SELECT asked.root, asked.root
      FROM pg_catalog.unnest(CAST($1 AS pg_catalog.oid[])) AS asked (root)
    UNION
    SELECT g.root, i.inhrelid
      FROM given AS g JOIN pg_catalog.pg_inherits AS i ON i.inhparent OPERATOR(pg_catalog.=) g.relation
)
SELECT g.root AS root, g.relation AS relation, true AS heir
  FROM given AS g
UNION
SELECT g.root, i.indrelid, false
  FROM given AS g JOIN pg_catalog.pg_index AS i ON i.indexrelid OPERATOR(pg_catalog.=) g.relation
UNION
SELECT g.root, d.objid, false
  FROM given AS g
  JOIN pg_catalog.pg_depend AS d ON d.refobjid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) d.objid
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) d.refclassid AND d.refobjsubid OPERATOR(pg_catalog.>) 0
UNION
SELECT g.root, d.refobjid, false
  FROM given AS g
  JOIN pg_catalog.pg_sequence AS q ON q.seqrelid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_depend AS d ON d.objid OPERATOR(pg_catalog.=) g.relation
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) d.refclassid AND d.refobjsubid OPERATOR(pg_catalog.>) 0
UNION
SELECT g.root, r.ev_class, false
  FROM given AS g
  JOIN pg_catalog.pg_depend AS d ON d.refobjid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_rewrite AS r ON r.oid OPERATOR(pg_catalog.=) d.objid
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_rewrite' AS pg_catalog.regclass)
UNION
SELECT g.root, p.polrelid, false
  FROM given AS g
  JOIN pg_catalog.pg_depend AS d ON d.refobjid OPERATOR(pg_catalog.=) g.relation
  JOIN pg_catalog.pg_policy AS p ON p.oid OPERATOR(pg_catalog.=) d.objid
 WHERE d.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND d.classid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_policy' AS pg_catalog.regclass)
