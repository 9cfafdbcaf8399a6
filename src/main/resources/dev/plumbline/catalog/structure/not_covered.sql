SELECT 'languages' AS word, 'pg_language' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_language AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL SELECT 'foreign-data wrappers' AS word, 'pg_foreign_data_wrapper' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_foreign_data_wrapper AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL SELECT 'transforms' AS word, 'pg_transform' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_transform AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL SELECT 'base types' AS word, 'pg_type' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_type AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384 AND o.typtype OPERATOR(pg_catalog.=) 'b' AND o.typelem OPERATOR(pg_catalog.=) 0
UNION ALL SELECT 'text search parsers' AS word, 'pg_ts_parser' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_ts_parser AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL SELECT 'text search templates' AS word, 'pg_ts_template' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_ts_template AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL SELECT 'access methods' AS word, 'pg_am' AS catalog, o.oid AS oid, 1 AS number FROM pg_catalog.pg_am AS o WHERE o.oid OPERATOR(pg_catalog.>=) 16384
UNION ALL SELECT 'security labels', '', 0, pg_catalog.count(*) FROM pg_catalog.pg_seclabel AS o
UNION ALL SELECT 'user mappings', '', 0, pg_catalog.count(*) FROM pg_catalog.pg_user_mappings AS o
