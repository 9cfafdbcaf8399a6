SELECT pg_catalog.has_foreign_data_wrapper_privilege(CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.text)) AS says
