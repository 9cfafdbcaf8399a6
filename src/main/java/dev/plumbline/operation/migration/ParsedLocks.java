package dev.plumbline.operation.migration;

import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.lint.Lock;
import dev.plumbline.migration.lint.TableName;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.migration.parse.PostgresParser.Parsing;
import dev.plumbline.model.lock.LockMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table locks of a statement as far as its text tells (PostgreSQL manual 13.3.1): of what it names itself, not of what triggers, foreign keys and views reach.
 *
 * @param known false where the text does not tell, so that an empty list means nothing
 */
public record ParsedLocks(boolean known, List<Taken> locks) {
    private static final ParsedLocks UNKNOWN = new ParsedLocks(false, List.of());
    private static final Set<String> OF_NOTHING_THERE = Set.of(
            "CreateStmt",
            "CreateSchemaStmt",
            "CreateEnumStmt",
            "CompositeTypeStmt",
            "CreateFunctionStmt",
            "CreateSeqStmt",
            "CreateRoleStmt",
            "AlterRoleStmt",
            "VariableSetStmt");
    private static final Set<String> WRITES = Set.of("InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt");

    public ParsedLocks {
        locks = List.copyOf(locks);
    }

    /** @param table as the text names it */
    public record Taken(String table, LockMode mode) {}

    /** The strongest of all; empty where there is none or it is not known. */
    public Optional<LockMode> strongest() {
        return locks.stream().map(Taken::mode).max(LockMode::compareTo);
    }

    static ParsedLocks of(MigrationStatement statement, PostgresParser parser) {
        if (statement.kind() != MigrationStatement.Kind.SQL
                || !(parser.parse(statement.text()) instanceof Parsing.Parsed parsed)) {
            return UNKNOWN;
        }
        List<ParsedLocks> each =
                parsed.statements().stream().map(ParsedLocks::of).toList();
        Map<String, LockMode> strongest = new LinkedHashMap<>();
        each.forEach(one -> one.locks.forEach(lock -> strongest.merge(
                lock.table(), lock.mode(), (first, other) -> first.compareTo(other) < 0 ? other : first)));
        return new ParsedLocks(
                each.stream().allMatch(ParsedLocks::known),
                strongest.entrySet().stream()
                        .map(lock -> new Taken(lock.getKey(), lock.getValue()))
                        .toList());
    }

    private static ParsedLocks of(Node tree) {
        List<Taken> taken = new ArrayList<>();
        Lock.of(tree).forEach(lock -> taken.add(new Taken(lock.table().shown(), lock.mode())));
        boolean writes = WRITES.contains(tree.type());
        if (writes) {
            taken.add(new Taken(TableName.of(tree.plain("relation")).shown(), LockMode.ROW_EXCLUSIVE));
        }
        if (writes || tree.is("SelectStmt")) {
            taken.addAll(read(tree));
            return new ParsedLocks(!taken.isEmpty() || tree.all("FuncCall").isEmpty(), taken);
        }
        boolean isMade = OF_NOTHING_THERE.contains(tree.type())
                && tree.nodes("inhRelations").isEmpty()
                && tree.all("TableLikeClause").isEmpty();
        return taken.isEmpty() && !isMade ? UNKNOWN : new ParsedLocks(true, taken);
    }

    /** The tables that a query reads; what a WITH clause names is none. */
    private static List<Taken> read(Node tree) {
        Set<String> named = tree.all("CommonTableExpr").stream()
                .map(each -> each.text("ctename"))
                .collect(Collectors.toSet());
        LockMode mode = tree.all("LockingClause").isEmpty() ? LockMode.ACCESS_SHARE : LockMode.ROW_SHARE;
        return tree.all("RangeVar").stream()
                .map(TableName::of)
                .filter(table -> !table.schema().isEmpty() || !named.contains(table.name()))
                .map(table -> new Taken(table.shown(), mode))
                .toList();
    }
}
