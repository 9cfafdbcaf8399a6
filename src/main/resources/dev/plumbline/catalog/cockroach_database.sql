SELECT d.oid,
       d.datname AS name,
       pg_catalog.pg_get_userbyid(d.datdba) AS owner,
       NULL AS acl,
       NULL AS acl_marks,
       d.datconnlimit AS connection_limit,
       pg_catalog.pg_encoding_to_char(d.encoding) AS encoding,
       d.datcollate AS collation
  FROM pg_catalog.pg_database AS d
 WHERE d.datname = current_database()
