SELECT namespace.nspname AS schema, relation.relname AS name, index.indexrelid AS index, attribute.attname AS column
  FROM pg_catalog.pg_index AS index
  JOIN pg_catalog.pg_class AS relation ON relation.oid OPERATOR(pg_catalog.=) index.indrelid
  JOIN pg_catalog.pg_namespace AS namespace ON namespace.oid OPERATOR(pg_catalog.=) relation.relnamespace
 CROSS JOIN LATERAL pg_catalog.unnest(CAST(index.indkey AS pg_catalog.int2[])) WITH ORDINALITY AS key (number, place)
  JOIN pg_catalog.pg_attribute AS attribute
    ON attribute.attrelid OPERATOR(pg_catalog.=) relation.oid AND attribute.attnum OPERATOR(pg_catalog.=) key.number
 WHERE index.indisunique AND index.indisvalid AND index.indpred IS NULL AND index.indexprs IS NULL
   AND key.place OPERATOR(pg_catalog.<=) index.indnkeyatts
   AND namespace.nspname OPERATOR(pg_catalog.!~) '^pg_' AND namespace.nspname OPERATOR(pg_catalog.<>) 'information_schema'
 ORDER BY index.indexrelid, key.place
