package dev.plumbline.drift.chain;

import dev.plumbline.model.managed.DatabaseMigration;
import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.model.managed.RotationFacts.HintFacts;
import dev.plumbline.model.managed.SchemaHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The nine warnings that dba-operator's design wants of a migration's hints. Those that its code has too speak in its words and block the migration; the others, of heavy writes and of
 * blocking indexes, only warn.
 */
public final class HintChecks {
    /** From so many rows a second on, writes are heavy. */
    public static final double HEAVY_WRITES = 100;

    private final ManagedDatabase database;
    private final DatabaseMigration migration;
    private final Map<String, HintFacts> facts;
    private final List<HintFinding> findings = new ArrayList<>();
    private int number;

    private HintChecks(ManagedDatabase database, DatabaseMigration migration, Map<String, HintFacts> facts) {
        this.database = database;
        this.migration = migration;
        this.facts = facts;
    }

    /** @param facts by the table's name as the hint writes it */
    public static List<HintFinding> of(
            ManagedDatabase database, DatabaseMigration migration, Map<String, HintFacts> facts) {
        HintChecks checks = new HintChecks(database, migration, facts);
        migration.hints().forEach(hint -> {
            checks.number++;
            checks.look(hint);
        });
        return checks.findings;
    }

    private void look(SchemaHint hint) {
        switch (hint.operation()) {
            case SchemaHint.ADD_COLUMN -> addColumn(hint);
            case SchemaHint.CREATE_INDEX -> createIndex(hint);
            case SchemaHint.ALTER_COLUMN -> alterColumn(hint);
            case SchemaHint.CREATE_TABLE -> {}
            default -> block("Unknown hint operation: " + hint.operation());
        }
    }

    private void addColumn(SchemaHint hint) {
        if (isLarge(hint)) {
            block("Attempting to add a column to a large table (" + hint.table() + ")");
        }
        busy(hint, "adding a column to");
        HintFacts table = facts.get(hint.table());
        boolean empty = table != null
                && (!table.exists() || table.rows().filter(rows -> rows == 0).isPresent());
        for (SchemaHint.Column column : hint.columns()) {
            if (column.notNullable() && !column.hasServerDefault() && !empty) {
                block("Attempting to add a NOT NULL column (" + column.name() + ") to an existing table ("
                        + hint.table() + ") without specifying a server default");
            }
        }
    }

    private void createIndex(SchemaHint hint) {
        HintFacts table = facts.get(hint.table());
        if (hint.indexType().equals(SchemaHint.UNIQUE)) {
            unique(hint, table);
        }
        if (isLarge(hint)) {
            String words = "Attempting to create an index (type=" + hint.indexType() + ") to a large table ("
                    + hint.table() + ")";
            findings.add(new HintFinding(
                    migration.version(), number, words, hint.indexType().equals("fulltext"), true));
        }
        busy(hint, "creating an index on");
    }

    private void unique(SchemaHint hint, @Nullable HintFacts table) {
        if (table != null && table.keys().contains(hint.columnNames())) {
            return;
        }
        Optional<Long> duplicates = table == null
                ? Optional.empty()
                : table.duplicates().getOrDefault(hint.columnNames(), Optional.empty());
        String words = "Attempting to add a unique index to a table (" + hint.table()
                + ") which contains non-unique data over the specified columns (" + hint.columnNames() + ")";
        if (duplicates.isEmpty()) {
            unknown(table, "whether " + hint.table() + " holds the same values twice in " + hint.columnNames());
        } else if (duplicates.get() > 0) {
            block(words);
        }
    }

    private void alterColumn(SchemaHint hint) {
        HintFacts table = facts.get(hint.table());
        for (SchemaHint.Column column : hint.columns()) {
            if (!column.notNullable()) {
                continue;
            }
            Optional<Long> nulls =
                    table == null ? Optional.empty() : table.nulls().getOrDefault(column.name(), Optional.empty());
            if (nulls.isEmpty()) {
                unknown(table, "whether column " + column.name() + " of " + hint.table() + " holds nulls");
            } else if (nulls.get() > 0) {
                block("Attempting to convert a column (" + column.name() + ") to NOT NULL on a table (" + hint.table()
                        + ") when null data is present");
            }
        }
        if (isLarge(hint)) {
            warn("a constraint on a column of a large table (" + hint.table() + ") is checked row by row");
        }
        busy(hint, "adding a constraint to");
    }

    /** An unset threshold is 0 for the operator, so that every table is large; here nothing is called large that nobody gave a size for. */
    private boolean isLarge(SchemaHint hint) {
        HintFacts table = facts.get(hint.table());
        return database.hasLargeRows()
                && table != null
                && table.rows().filter(rows -> rows > database.largeRows()).isPresent();
    }

    private void busy(SchemaHint hint, String doing) {
        HintFacts table = facts.get(hint.table());
        if (table != null
                && table.writesPerSecond()
                        .filter(writes -> writes >= HEAVY_WRITES)
                        .isPresent()) {
            warn(doing + " a table that is written to heavily (" + hint.table() + ", "
                    + Math.round(table.writesPerSecond().get()) + " rows a second)");
        }
    }

    private void block(String message) {
        findings.add(new HintFinding(migration.version(), number, message, true, true));
    }

    private void warn(String message) {
        findings.add(new HintFinding(migration.version(), number, message, false, true));
    }

    private void unknown(@Nullable HintFacts table, String what) {
        String why =
                table == null ? "the database was not read" : table.exists() ? table.why() : "there is no such table";
        findings.add(
                new HintFinding(migration.version(), number, "It cannot be told " + what + ": " + why, true, false));
    }
}
