WITH asked AS MATERIALIZED (
    SELECT one.kind, one.oid, one.number
      FROM ROWS FROM (pg_catalog.unnest(CAST(? AS pg_catalog.text[])),
                      pg_catalog.unnest(CAST(? AS pg_catalog.oid[])),
                      pg_catalog.unnest(CAST(? AS pg_catalog.int4[]))) AS one (kind, oid, number))
SELECT found.kind,
       found.oid,
       found.number,
       found.schema,
       found.name,
       found.column_name,
       pg_catalog.pg_get_userbyid(found.owner) AS owner,
       CAST(found.acl AS pg_catalog.text) AS acl,
       acl_marks(found.acl) AS acl_marks
  FROM (
        SELECT asked.kind, c.oid AS oid, asked.number, n.nspname AS schema, c.relname AS name, a.attname AS column_name,
               c.relowner AS owner, a.attacl AS acl
          FROM asked
          JOIN pg_catalog.pg_class AS c ON c.oid OPERATOR(pg_catalog.=) asked.oid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) c.relnamespace
          JOIN pg_catalog.pg_attribute AS a ON a.attrelid OPERATOR(pg_catalog.=) c.oid AND a.attnum OPERATOR(pg_catalog.=) asked.number
         WHERE asked.kind OPERATOR(pg_catalog.=) 'COLUMN'
           AND a.attnum OPERATOR(pg_catalog.>) 0 AND NOT a.attisdropped
        UNION ALL
        SELECT asked.kind, t.oid AS oid, asked.number, n.nspname AS schema, t.typname AS name, CAST(NULL AS pg_catalog.name) AS column_name,
               t.typowner AS owner, t.typacl AS acl
          FROM asked
          JOIN pg_catalog.pg_type AS t ON t.oid OPERATOR(pg_catalog.=) asked.oid
          JOIN pg_catalog.pg_namespace AS n ON n.oid OPERATOR(pg_catalog.=) t.typnamespace
         WHERE asked.kind OPERATOR(pg_catalog.=) 'TYPE'
        UNION ALL
        SELECT asked.kind, l.oid AS oid, asked.number, CAST(NULL AS pg_catalog.name) AS schema, l.lanname AS name, CAST(NULL AS pg_catalog.name) AS column_name,
               l.lanowner AS owner, l.lanacl AS acl
          FROM asked
          JOIN pg_catalog.pg_language AS l ON l.oid OPERATOR(pg_catalog.=) asked.oid
         WHERE asked.kind OPERATOR(pg_catalog.=) 'LANGUAGE'
        UNION ALL
        SELECT asked.kind, w.oid AS oid, asked.number, CAST(NULL AS pg_catalog.name) AS schema, w.fdwname AS name, CAST(NULL AS pg_catalog.name) AS column_name,
               w.fdwowner AS owner, w.fdwacl AS acl
          FROM asked
          JOIN pg_catalog.pg_foreign_data_wrapper AS w ON w.oid OPERATOR(pg_catalog.=) asked.oid
         WHERE asked.kind OPERATOR(pg_catalog.=) 'FOREIGN_DATA_WRAPPER'
        UNION ALL
        SELECT asked.kind, s.oid AS oid, asked.number, CAST(NULL AS pg_catalog.name) AS schema, s.srvname AS name, CAST(NULL AS pg_catalog.name) AS column_name,
               s.srvowner AS owner, s.srvacl AS acl
          FROM asked
          JOIN pg_catalog.pg_foreign_server AS s ON s.oid OPERATOR(pg_catalog.=) asked.oid
         WHERE asked.kind OPERATOR(pg_catalog.=) 'FOREIGN_SERVER'
        UNION ALL
        SELECT asked.kind, s.oid AS oid, asked.number, CAST(NULL AS pg_catalog.name) AS schema, s.spcname AS name, CAST(NULL AS pg_catalog.name) AS column_name,
               s.spcowner AS owner, s.spcacl AS acl
          FROM asked
          JOIN pg_catalog.pg_tablespace AS s ON s.oid OPERATOR(pg_catalog.=) asked.oid
         WHERE asked.kind OPERATOR(pg_catalog.=) 'TABLESPACE'
        UNION ALL
        SELECT asked.kind, m.oid AS oid, asked.number, CAST(NULL AS pg_catalog.name) AS schema, CAST(CAST(m.oid AS pg_catalog.text) AS pg_catalog.name) AS name, CAST(NULL AS pg_catalog.name) AS column_name,
               m.lomowner AS owner, m.lomacl AS acl
          FROM asked
          JOIN pg_catalog.pg_largeobject_metadata AS m ON m.oid OPERATOR(pg_catalog.=) asked.oid
         WHERE asked.kind OPERATOR(pg_catalog.=) 'LARGE_OBJECT') AS found
