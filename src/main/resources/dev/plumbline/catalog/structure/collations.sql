SELECT c.oid, n.nspname AS schema, c.collname AS name,
       CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' WHEN 'd' THEN 'default' ELSE 'libc' END AS provider,
       COALESCE(j.row OPERATOR(pg_catalog.->>) 'colllocale', j.row OPERATOR(pg_catalog.->>) 'colliculocale',
                CASE WHEN c.collprovider OPERATOR(pg_catalog.=) 'i' OR c.collcollate OPERATOR(pg_catalog.=) c.collctype THEN c.collcollate END) AS locale,
       CASE WHEN c.collprovider OPERATOR(pg_catalog.=) 'c' AND c.collcollate OPERATOR(pg_catalog.<>) c.collctype THEN c.collcollate END AS lc_collate,
       CASE WHEN c.collprovider OPERATOR(pg_catalog.=) 'c' AND c.collcollate OPERATOR(pg_catalog.<>) c.collctype THEN c.collctype END AS lc_ctype,
       j.row OPERATOR(pg_catalog.->>) 'collicurules' AS rules,
       CASE WHEN NOT c.collisdeterministic THEN 'yes' END AS not_deterministic
  FROM pg_catalog.pg_collation AS c
 CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(c)) AS j (row)
  JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.collnamespace
 WHERE n.nspname OPERATOR(pg_catalog.!~) '^pg_' AND n.nspname OPERATOR(pg_catalog.<>) 'information_schema'
