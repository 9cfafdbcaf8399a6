SELECT namespace.nspname AS schema, sequence.relname AS name,
       pg_catalog.has_sequence_privilege(sequence.oid, 'SELECT,USAGE') AS seen,
       CASE WHEN pg_catalog.has_sequence_privilege(sequence.oid, 'SELECT,USAGE')
            THEN pg_catalog.pg_sequence_last_value(CAST(sequence.oid AS pg_catalog.regclass)) END AS last
  FROM pg_catalog.pg_class AS sequence
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) sequence.relnamespace
 WHERE sequence.relkind OPERATOR(pg_catalog.=) 'S'
   AND sequence.relpersistence OPERATOR(pg_catalog.<>) 't'
