SELECT d.oid, d.adrelid, d.adnum,
       CASE WHEN pg_catalog.strpos(CAST(d.adbin AS pg_catalog.text), '{VAR ') OPERATOR(pg_catalog.=) 0 THEN pg_catalog.pg_get_expr(d.adbin, 0) END
  FROM pg_catalog.pg_attrdef AS d
