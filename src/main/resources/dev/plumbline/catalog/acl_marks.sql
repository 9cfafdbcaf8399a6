CASE WHEN CAST(:acl AS pg_catalog.text) OPERATOR(pg_catalog.~) '(^|[{,"])[0-9]+=|/[0-9]+([",}]|$)'
     THEN (SELECT pg_catalog.string_agg(
                      CASE WHEN one.grantee OPERATOR(pg_catalog.<>) 0 AND NOT EXISTS (
                               SELECT 1 FROM pg_catalog.pg_roles AS r WHERE r.oid OPERATOR(pg_catalog.=) one.grantee)
                           THEN 'g' ELSE '-' END
                      OPERATOR(pg_catalog.||)
                      CASE WHEN NOT EXISTS (
                               SELECT 1 FROM pg_catalog.pg_roles AS r WHERE r.oid OPERATOR(pg_catalog.=) one.grantor)
                           THEN 'g' ELSE '-' END, ',' ORDER BY item.place)
             FROM ROWS FROM (pg_catalog.unnest(:acl)) WITH ORDINALITY AS item (entry, place)
             LEFT JOIN LATERAL (
                 SELECT entry.grantee, entry.grantor
                   FROM pg_catalog.aclexplode(ARRAY[item.entry]) AS entry LIMIT 1) AS one ON true)
END
