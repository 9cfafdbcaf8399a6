package dev.plumbline.pg;

import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.StatementTimeout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a session is for, and the settings that follow. They travel as startup options, which no ALTER DATABASE or ALTER ROLE … SET can
 * override (PostgreSQL manual 20.1.3), so that even the first statement resolves names in {@code pg_catalog} alone, as the login itself
 * ({@code role}), and can neither hang for good nor hold a transaction open.
 *
 * <p>{@code row_security} is off for reading: a policy must raise an error there rather than hide rows. For writing it has the server's own
 * default, since triggers and foreign-key checks that our statements fire were written for that.
 */
enum SessionPurpose {
    READING("on", "off", "60s"),
    WRITING("off", "on", "120s");

    private final String readOnly;
    private final String rowSecurity;
    private final String idleInTransaction;

    SessionPurpose(String readOnly, String rowSecurity, String idleInTransaction) {
        this.readOnly = readOnly;
        this.rowSecurity = rowSecurity;
        this.idleInTransaction = idleInTransaction;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("search_path", "pg_catalog,pg_temp");
        settings.put("role", "none");
        settings.put("standard_conforming_strings", "on");
        settings.put("statement_timeout", StatementTimeout.DEFAULT.milliseconds() + "ms");
        settings.put("lock_timeout", LockTimeout.DEFAULT.milliseconds() + "ms");
        settings.put("idle_in_transaction_session_timeout", idleInTransaction);
        settings.put("row_security", rowSecurity);
        settings.put("quote_all_identifiers", "off");
        settings.put("bytea_output", "hex");
        settings.put("client_min_messages", "warning");
        return settings;
    }

    /** The value of the startup parameter {@code options}. */
    String startupOptions() {
        return settings().entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" ", "", " -c default_transaction_read_only=" + readOnly));
    }

    /**
     * The same settings for one transaction. Where a pooler refuses startup options nothing may be set for the session: a transaction pooler
     * would hand it on to somebody else.
     */
    String forOneTransaction() {
        return settings().entrySet().stream()
                .map(setting -> "SET LOCAL " + setting.getKey() + " = " + value(setting))
                .collect(Collectors.joining("; "));
    }

    private static String value(Map.Entry<String, String> setting) {
        return setting.getKey().equals("search_path") ? setting.getValue() : "'" + setting.getValue() + "'";
    }
}
