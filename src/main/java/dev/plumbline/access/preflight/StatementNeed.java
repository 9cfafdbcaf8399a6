package dev.plumbline.access.preflight;

import dev.plumbline.model.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a statement asks for, as far as its words tell. {@code targets} are the objects that it is about, by their names; {@code makes} is what it adds;
 * {@code refersTo} are tables that its foreign keys point at. {@code unknown} says why it cannot be told, empty when it can.
 */
record StatementNeed(
        @Nullable Operation operation,
        @Nullable Name schema,
        List<Target> targets,
        @Nullable Target makes,
        List<Target> refersTo,
        String unknown) {
    static final StatementNeed NOTHING = new StatementNeed(null, null, List.of(), null, List.of(), "");

    /** A name that may lack its schema. */
    record Target(@Nullable Name schema, String name) {}

    static StatementNeed unknown(String why) {
        return new StatementNeed(null, null, List.of(), null, List.of(), why);
    }

    static StatementNeed ofDatabase(Operation operation) {
        return new StatementNeed(operation, null, List.of(), null, List.of(), "");
    }

    static StatementNeed making(Operation operation, Target made) {
        return new StatementNeed(operation, made.schema(), List.of(), made, List.of(), "");
    }

    static StatementNeed on(Operation operation, List<Target> targets) {
        return new StatementNeed(operation, null, targets, null, List.of(), "");
    }

    StatementNeed referringTo(List<Target> tables) {
        return new StatementNeed(operation, schema, targets, makes, tables, unknown);
    }

    boolean isUnknown() {
        return !unknown.isEmpty();
    }
}
