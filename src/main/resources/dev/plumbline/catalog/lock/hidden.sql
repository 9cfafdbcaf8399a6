SELECT pg_catalog.count(*) AS sessions
  FROM pg_catalog.pg_stat_activity AS activity
 WHERE activity.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
   AND activity.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
   AND activity.backend_start IS NULL
