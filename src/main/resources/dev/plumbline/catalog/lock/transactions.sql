SELECT activity.pid AS pid, activity.usename AS "user", activity.application_name AS application,
       CAST(EXTRACT(EPOCH FROM pg_catalog.clock_timestamp() OPERATOR(pg_catalog.-) activity.xact_start) AS pg_catalog.int8) AS seconds
  FROM pg_catalog.pg_stat_activity AS activity
 WHERE activity.datname OPERATOR(pg_catalog.=) pg_catalog.current_database()
   AND activity.pid OPERATOR(pg_catalog.<>) pg_catalog.pg_backend_pid()
   AND activity.xact_start IS NOT NULL
 ORDER BY activity.xact_start
