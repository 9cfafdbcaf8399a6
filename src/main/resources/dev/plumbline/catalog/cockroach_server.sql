SELECT current_user AS login,
       'off' AS superuser,
       NULL AS address,
       NULL AS port,
       'f' AS replica
