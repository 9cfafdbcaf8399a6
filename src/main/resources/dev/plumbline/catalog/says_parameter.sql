SELECT pg_catalog.has_parameter_privilege(CAST(? AS pg_catalog.oid), CAST(? AS pg_catalog.text), CAST(? AS pg_catalog.text)) AS says
