CASE WHEN CAST(:acl AS pg_catalog.text) OPERATOR(pg_catalog.~) '(^|[{,"])[0-9]+=|/[0-9]+([",}]|$)'
     THEN (SELECT pg_catalog.string_agg(
                      CASE WHEN pg_catalog.pg_get_userbyid(one.grantee) OPERATOR(pg_catalog.=)
                                pg_catalog.concat('unknown (OID=', one.grantee, ')')
                           THEN 'g' ELSE '-' END
                      OPERATOR(pg_catalog.||)
                      CASE WHEN pg_catalog.pg_get_userbyid(one.grantor) OPERATOR(pg_catalog.=)
                                pg_catalog.concat('unknown (OID=', one.grantor, ')')
                           THEN 'g' ELSE '-' END, ',' ORDER BY item.place)
             FROM ROWS FROM (pg_catalog.unnest(:acl)) WITH ORDINALITY AS item (entry, place)
             LEFT JOIN LATERAL (
                 SELECT entry.grantee, entry.grantor
                   FROM pg_catalog.aclexplode(ARRAY[item.entry]) AS entry LIMIT 1) AS one ON true)
END
