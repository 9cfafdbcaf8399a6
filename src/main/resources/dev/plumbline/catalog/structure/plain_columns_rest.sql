   AND (a.attidentity OPERATOR(pg_catalog.=) '' AND a.attgenerated OPERATOR(pg_catalog.=) '' AND a.attislocal
        AND a.attoptions IS NULL AND a.attfdwoptions IS NULL AND (a.attstattarget OPERATOR(pg_catalog.>=) 0) IS NOT TRUE
        AND a.atttypid OPERATOR(pg_catalog.<) 16384
        AND (a.atttypmod OPERATOR(pg_catalog.<) 0 OR a.atttypid OPERATOR(pg_catalog.=) ANY (CAST('{1042,1043,1700,1114,1184}' AS pg_catalog.oid[])))
        AND (a.attcollation OPERATOR(pg_catalog.=) 0
             OR a.attcollation OPERATOR(pg_catalog.=) 100 AND a.atttypid OPERATOR(pg_catalog.=) ANY (CAST('{25,1042,1043,1009,1014,1015}' AS pg_catalog.oid[])))
        AND (a.attlen OPERATOR(pg_catalog.>) 0
             OR a.attstorage OPERATOR(pg_catalog.=) 'x' AND a.atttypid OPERATOR(pg_catalog.=) ANY (CAST('{17,25,114,142,1009,1014,1015,1042,1043,3802}' AS pg_catalog.oid[]))
             OR a.attstorage OPERATOR(pg_catalog.=) 'm' AND a.atttypid OPERATOR(pg_catalog.=) 1700)) IS NOT TRUE
   AND a.attrelid OPERATOR(pg_catalog.>=) 16384
