SELECT pg_catalog.has_server_privilege(CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.text)) AS says
