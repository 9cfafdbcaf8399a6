-- The app user is no member of the owner role.
REVOKE db_subscriptions_owner FROM db_subscriptions_app;
