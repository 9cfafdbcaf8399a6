package dev.plumbline.migration.lint;

import dev.plumbline.migration.directory.MigrationStatement;
import java.util.List;

/** PL104: {@code atlas:nolint} above a statement whose comments say nothing else: who reads it later does not learn why. */
final class Unreasoned {
    private Unreasoned() {}

    static List<Found> of(MigrationStatement statement) {
        return statement.directives().stream()
                .filter(directive -> directive.name().equals("nolint"))
                .limit(statement.hasReason() ? 0 : 1)
                .map(directive -> new Found(
                        "atlas:nolint",
                        "A rule is kept quiet here, and no comment says why.",
                        "Write the reason in the line above atlas:nolint."))
                .toList();
    }
}
