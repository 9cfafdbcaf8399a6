package dev.plumbline.operation.migration;

import dev.plumbline.catalog.lock.TakenLocks;
import dev.plumbline.migration.directory.MigrationStatement;
import dev.plumbline.migration.parse.Node;
import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which statements can run in one message and be told apart behind the last: such as touch only relations that they lock ({@link TouchesRelations}), only add to these, and name none
 * that an earlier one of them may have changed, but for making an index of it. What they touch without naming it is noticed behind them.
 */
final class StatementGroups {
    static final int MOST = 200;
    /** What is sent before anything is read must fit on the line; see the messages in which a structure is built. */
    private static final int MOST_LETTERS = 16_000;

    /** They take away nothing by which one relation is told with another. */
    private static final Set<String> ADDING = Set.of(
            "AT_AddColumn",
            "AT_AddConstraint",
            "AT_ColumnDefault",
            "AT_SetNotNull",
            "AT_DropNotNull",
            "AT_SetStatistics",
            "AT_SetRelOptions",
            "AT_ResetRelOptions",
            "AT_ValidateConstraint",
            "AT_EnableRowSecurity",
            "AT_DisableRowSecurity",
            "AT_ForceRowSecurity",
            "AT_NoForceRowSecurity");

    private final PostgresParser parser;

    StatementGroups(PostgresParser parser) {
        this.parser = parser;
    }

    /** The first of these statements that run together, all of which are run as they stand; fewer than two where they do not. */
    List<GroupedStatement> first(List<MigrationStatement> statements, Predicate<MigrationStatement> isRunAlone) {
        List<GroupedStatement> group = new ArrayList<>();
        Set<String> changed = new HashSet<>();
        Set<String> indexed = new HashSet<>();
        int letters = 0;
        for (MigrationStatement statement : statements) {
            Optional<GroupedStatement> one = of(statement);
            letters += statement.text().length();
            if (one.isEmpty() || !isRunAlone.test(statement) || group.size() == MOST || letters > MOST_LETTERS) {
                break;
            }
            Set<String> names = new HashSet<>();
            one.get().named().forEach(named -> names.add(named.name().text()));
            boolean makesIndexes = one.get().makesIndexes();
            if (!makesIndexes && names.stream().anyMatch(name -> changed.contains(name) || indexed.contains(name))) {
                break;
            }
            (makesIndexes ? indexed : changed).addAll(names);
            group.add(one.get());
        }
        return group;
    }

    private Optional<GroupedStatement> of(MigrationStatement statement) {
        PostgresParser.Parsing parsing = parser.parse(statement.text());
        if (!(parsing instanceof PostgresParser.Parsing.Parsed parsed)
                || parsed.statements().size() != 1
                || !TouchesRelations.alone(parsing)
                || !adds(parsed.statements().get(0))) {
            return Optional.empty();
        }
        Node tree = parsed.statements().get(0);
        Set<TakenLocks.Named> named = new HashSet<>();
        tree.having("relname").forEach(range -> named.add(named(range)));
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(new GroupedStatement(
                        statement,
                        named,
                        tree.is("IndexStmt"),
                        TouchesRelations.columns(parsing),
                        KeepsToItself.is(tree)));
    }

    private static TakenLocks.Named named(Node range) {
        String schema = range.text("schemaname");
        return new TakenLocks.Named(
                schema.isEmpty() ? Optional.empty() : Optional.of(Name.of(schema)), Name.of(range.text("relname")));
    }

    private static boolean adds(Node tree) {
        return switch (tree.type()) {
            case "AlterTableStmt" ->
                tree.nodes("cmds").stream().allMatch(command -> ADDING.contains(command.text("subtype")));
            case "IndexStmt" -> !tree.flag("concurrent");
            case "ViewStmt" -> !tree.flag("replace");
            case "CreateStmt", "CreateSeqStmt", "CreatePolicyStmt" -> true;
            case "CreateTrigStmt" -> !tree.flag("replace");
            default -> false;
        };
    }
}
