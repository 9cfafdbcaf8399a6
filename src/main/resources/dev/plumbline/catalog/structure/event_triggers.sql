SELECT e.oid, e.evtname AS name, e.evtevent AS event,
       CAST(CAST(e.evtfoid AS pg_catalog.regprocedure) AS pg_catalog.text) AS function,
       CAST(e.evttags AS pg_catalog.text) AS tags,
       CASE e.evtenabled WHEN 'D' THEN 'no' WHEN 'R' THEN 'on replicas' WHEN 'A' THEN 'always' END AS enabled
  FROM pg_catalog.pg_event_trigger AS e
