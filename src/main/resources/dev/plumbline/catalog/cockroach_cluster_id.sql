SELECT CAST(crdb_internal.cluster_id() AS STRING) AS system_identifier
