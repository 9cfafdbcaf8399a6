SELECT CAST(CURRENT_USER AS pg_catalog.text) AS login,
       pg_catalog.current_setting('is_superuser') AS superuser,
       pg_catalog.host(pg_catalog.inet_server_addr()) AS address,
       pg_catalog.inet_server_port() AS port,
       pg_catalog.pg_is_in_recovery() AS replica
