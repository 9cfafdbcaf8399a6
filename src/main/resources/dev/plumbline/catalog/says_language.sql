SELECT pg_catalog.has_language_privilege(CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.text)) AS says
