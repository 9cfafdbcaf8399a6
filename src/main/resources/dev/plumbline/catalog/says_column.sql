SELECT pg_catalog.has_column_privilege(CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.int2), CAST(? AS pg_catalog.text)) AS says
