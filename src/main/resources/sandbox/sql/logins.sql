-- The logins of the instances, and people.
CREATE ROLE dbops_admin LOGIN SUPERUSER PASSWORD '${password.dbops_admin}';
CREATE ROLE cloud_admin LOGIN NOSUPERUSER CREATEDB CREATEROLE PASSWORD '${password.cloud_admin}';
CREATE ROLE reporting_reader LOGIN PASSWORD '${password.reporting_reader}';
CREATE ROLE billing_reporting LOGIN CONNECTION LIMIT 5;
CREATE ROLE treasury_owner NOLOGIN;
CREATE ROLE jdoe LOGIN;
CREATE ROLE velocity_operator LOGIN PASSWORD '${password.velocity_operator}';
CREATE ROLE velocity_api LOGIN;
CREATE ROLE registry_admin LOGIN CREATEROLE PASSWORD '${password.registry_admin}';
