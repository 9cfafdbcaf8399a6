package dev.plumbline.operation.migration;

import dev.plumbline.drift.structure.StructureComparison;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.trace.TracedEffect;
import java.time.Duration;
import java.util.Optional;

/**
 * A statement as it went on the scratch server.
 *
 * @param said why it failed, was not run, or was run in another way; empty when there is nothing to say
 * @param effect empty when its locks could not be seen, since it ran outside of a transaction or was not run
 * @param changes what it changed of the structure; empty when that was not looked at
 */
public record TracedStatement(
        MigrationStatement statement,
        State state,
        String said,
        Optional<TracedEffect> effect,
        Optional<StructureComparison> changes,
        Duration took) {
    public enum State {
        /** Within the file's transaction. */
        RAN,
        /** By itself: the server lets it run in no transaction, or the file asks for none. */
        RAN_ALONE,
        FAILED,
        NOT_RUN
    }
}
