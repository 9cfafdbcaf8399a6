-- The owner role's name fills 63 bytes. Reverse default privileges are missing.
ALTER DEFAULT PRIVILEGES FOR ROLE db_supply_chain_framework_agreements_with_call_off_orders_app IN SCHEMA public
    REVOKE ALL ON TABLES FROM db_supply_chain_framework_agreements_with_call_off_orders_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_supply_chain_framework_agreements_with_call_off_orders_app IN SCHEMA public
    REVOKE ALL ON SEQUENCES FROM db_supply_chain_framework_agreements_with_call_off_orders_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE db_supply_chain_framework_agreements_with_call_off_orders_app IN SCHEMA public
    REVOKE ALL ON FUNCTIONS FROM db_supply_chain_framework_agreements_with_call_off_orders_owner;
