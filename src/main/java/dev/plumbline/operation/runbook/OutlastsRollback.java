package dev.plumbline.operation.runbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a statement does something that a rollback does not take back, so that trying it out would be doing it: sessions that are ended, files that are written, settings that are loaded, other servers
 * that are told (PostgreSQL 16 manual, sections 9.28 and 9.17, COPY, appendix F.12). Judged by words alone, so that what stands in a function's body or a string counts too; what a function of
 * the database's own does is not seen.
 */
final class OutlastsRollback {
    private static final Pattern WORDS =
            Pattern.compile("(?i)\\b(pg_cancel_backend|pg_terminate_backend|pg_reload_conf|pg_rotate_logfile|pg_promote"
                    + "|pg_switch_wal|pg_create_restore_point|pg_wal_replay_pause|pg_wal_replay_resume|pg_\\w*replication_slots?\\w*"
                    + "|pg_replication_slot_advance|pg_replication_origin_\\w+|pg_logical_emit_message|pg_stat_reset\\w*|pg_stat_statements_reset"
                    + "|pg_backup_start|pg_backup_stop|pg_log_backend_memory_contexts|pg_file_\\w+|lo_export|dblink\\w*|postgres_fdw_\\w+|nextval|setval"
                    + "|pg_advisory_lock\\w*|pg_advisory_unlock\\w*|pg_try_advisory_lock\\w*|program)\\b");

    private OutlastsRollback() {}

    /** The word that says so. */
    static Optional<String> in(String statement) {
        Matcher found = WORDS.matcher(statement);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
