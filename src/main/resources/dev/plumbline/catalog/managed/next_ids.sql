SELECT namespace.nspname AS schema, relation.relname AS name, sequence.relname AS sequence, counter.seqincrement AS increment,
       pg_catalog.has_sequence_privilege(sequence.oid, 'USAGE, SELECT') AS readable, counter.seqstart AS start,
       CASE WHEN pg_catalog.has_sequence_privilege(sequence.oid, 'USAGE, SELECT') THEN pg_catalog.pg_sequence_last_value(sequence.oid) END AS last
  FROM pg_catalog.pg_class AS relation
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
  JOIN pg_catalog.pg_depend AS dependency
    ON dependency.refclassid OPERATOR(pg_catalog.=) CAST('pg_catalog.pg_class' AS pg_catalog.regclass)
   AND dependency.classid OPERATOR(pg_catalog.=) dependency.refclassid
   AND dependency.refobjid OPERATOR(pg_catalog.=) relation.oid
   AND dependency.deptype OPERATOR(pg_catalog.=) ANY (CAST('{a,i}' AS pg_catalog."char"[]))
  JOIN pg_catalog.pg_class AS sequence
    ON sequence.oid OPERATOR(pg_catalog.=) dependency.objid AND sequence.relkind OPERATOR(pg_catalog.=) 'S'
  JOIN pg_catalog.pg_sequence AS counter ON counter.seqrelid OPERATOR(pg_catalog.=) sequence.oid
 WHERE namespace.nspname OPERATOR(pg_catalog.!~) '^pg_'
 ORDER BY namespace.nspname, relation.relname, sequence.relname
