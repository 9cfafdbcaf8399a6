package dev.plumbline.migration.lint;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.model.lock.LockMode;
import java.util.ArrayList;
import java.util.List;

/**
 * What earlier statements of a file set, lock and leave open.
 *
 * @param lockTimeout whether a lock_timeout that is not zero is in force
 * @param statementTimeout likewise
 * @param held tables under ACCESS EXCLUSIVE that were there before, until the transaction ends
 * @param notValid constraints that the open transaction added NOT VALID, as {@code table.constraint}
 * @param droppedIfThere constraints that DROP CONSTRAINT IF EXISTS made sure of, as {@code table.constraint}
 * @param local which of the two timeouts end with the transaction
 */
public record SessionSoFar(
        boolean lockTimeout,
        boolean statementTimeout,
        List<TableName> held,
        List<String> notValid,
        List<String> droppedIfThere,
        List<String> local) {
    private static final String ZERO = "0*\\s*[a-z]*";

    public SessionSoFar {
        held = List.copyOf(held);
        notValid = List.copyOf(notValid);
        droppedIfThere = List.copyOf(droppedIfThere);
        local = List.copyOf(local);
    }

    static SessionSoFar begin() {
        return new SessionSoFar(false, false, List.of(), List.of(), List.of(), List.of());
    }

    SessionSoFar after(Seen seen, boolean isOpenAfter) {
        if (seen.is("SelectStmt")) {
            return configured(seen);
        }
        if (seen.is("VariableSetStmt")) {
            return set(seen);
        }
        if (!isOpenAfter) {
            return new SessionSoFar(
                    lockTimeout && !local.contains("lock_timeout"),
                    statementTimeout && !local.contains("statement_timeout"),
                    List.of(),
                    List.of(),
                    dropped(seen),
                    List.of());
        }
        List<TableName> more = new ArrayList<>(held);
        Lock.of(seen.tree()).stream()
                .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
                .map(Lock::table)
                .filter(table -> !seen.before().isNew(table) && !more.contains(table))
                .forEach(more::add);
        List<String> open = new ArrayList<>(notValid);
        AddedConstraint.toExisting(seen, "CONSTR_CHECK").forEach(each -> add(open, seen, each));
        AddedConstraint.toExisting(seen, "CONSTR_FOREIGN").forEach(each -> add(open, seen, each));
        return new SessionSoFar(lockTimeout, statementTimeout, more, open, dropped(seen), local);
    }

    private List<String> dropped(Seen seen) {
        List<String> names = new ArrayList<>(droppedIfThere);
        for (Node command : seen.tree().is("AlterTableStmt") ? seen.tree().nodes("cmds") : List.<Node>of()) {
            String name = seen.table().name() + ".";
            switch (command.text("subtype")) {
                case "AT_DropConstraint" -> {
                    if (command.flag("missing_ok")) {
                        names.add(name + command.text("name"));
                    }
                }
                case "AT_AddConstraint" ->
                    names.remove(name + command.node("def").text("conname"));
                default -> {}
            }
        }
        return names;
    }

    private static void add(List<String> open, Seen seen, AddedConstraint added) {
        if (added.isNotValid()) {
            open.add(seen.table().name() + "."
                    + Constraint.of(added.constraint(), seen.table(), "").name());
        }
    }

    /** {@code SELECT set_config('lock_timeout', '2s', true)}, which many tools write. */
    private SessionSoFar configured(Seen seen) {
        SessionSoFar now = this;
        for (Node call : seen.tree().all("FuncCall")) {
            List<Node> arguments = call.nodes("args");
            boolean isOne = call.texts("funcname").contains("set_config") && arguments.size() == 3;
            if (isOne) {
                String value = arguments.get(1).plain("sval").text("sval");
                boolean isLocal = arguments.get(2).plain("boolval").flag("boolval");
                now = now.with(
                        arguments.get(0).plain("sval").text("sval"),
                        !value.matches(ZERO) && (!isLocal || seen.where().inTransaction()),
                        isLocal);
            }
        }
        return now;
    }

    private SessionSoFar with(String name, boolean is, boolean isLocal) {
        boolean isLock = name.equals("lock_timeout");
        boolean isStatement = name.equals("statement_timeout");
        List<String> ends = new ArrayList<>(local);
        if (isLock || isStatement) {
            ends.remove(name);
            if (isLocal) {
                ends.add(name);
            }
        }
        return new SessionSoFar(
                isLock ? is : lockTimeout, isStatement ? is : statementTimeout, held, notValid, droppedIfThere, ends);
    }

    private SessionSoFar set(Seen seen) {
        Node tree = seen.tree();
        if (tree.text("kind").equals("VAR_RESET_ALL")) {
            return with("lock_timeout", false, false).with("statement_timeout", false, false);
        }
        boolean isSet = tree.text("kind").equals("VAR_SET_VALUE") && !isZero(tree);
        boolean isLocal = tree.flag("is_local");
        return with(tree.text("name"), isSet && (!isLocal || seen.where().inTransaction()), isLocal);
    }

    private static boolean isZero(Node tree) {
        return tree.nodes("args").stream()
                .anyMatch(each -> !each.plain("sval").exists()
                        ? each.plain("ival").number("ival") == 0
                        : each.plain("sval").text("sval").matches(ZERO));
    }
}
