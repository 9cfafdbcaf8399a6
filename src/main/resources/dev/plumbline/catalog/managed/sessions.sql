SELECT activity.pid AS pid, activity.usename AS user, activity.datname AS database,
       pg_catalog.host(activity.client_addr) AS address, activity.application_name AS application,
       pg_catalog.to_char(activity.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS since,
       activity.backend_start IS NULL AS hidden
  FROM pg_catalog.pg_stat_activity AS activity
 WHERE pg_catalog.starts_with(CAST(activity.usename AS pg_catalog.text), 'dba_')
 ORDER BY activity.pid
