package dev.plumbline.cli.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Door;
import dev.plumbline.access.why.Fix;
import dev.plumbline.access.why.Gate;
import dev.plumbline.access.why.Question;
import dev.plumbline.cli.call.DatabaseChoice;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Visible;
import dev.plumbline.operation.AccessReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "why",
        description = {
            "Why a role may or may not use a privilege on an object: verdict, gates, all doors, the smallest fixes.",
            "The server's own answer stands beside ours. Changes nothing."
        })
public final class WhyCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private DatabaseChoice database = new DatabaseChoice();

    @Parameters(index = "0", paramLabel = "ROLE", description = "the role")
    private String role = "";

    @Parameters(index = "1", paramLabel = "PRIVILEGE", description = "SELECT, INSERT, USAGE, EXECUTE…")
    private String privilege = "";

    @Parameters(
            index = "2",
            paramLabel = "OBJECT",
            description = "ledger.entries, ledger.post(integer), schema:ledger, database:billing, sequence:ledger.ids…")
    private String object = "";

    @Option(names = "--column", paramLabel = "NAME", description = "one column of the table instead of all of it")
    private @Nullable String column;

    @Spec
    private CommandSpec command = CommandSpec.create();

    public WhyCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        AccessReport report = database.readAlsoCockroach(session, options, /* everyCell= */ true, asksSystem());
        Question question = question(report.snapshot());
        Answer answer = database.ask(session, options, report, question);
        if (options.json()) {
            session.console().json(json(answer, report.snapshot()));
        } else {
            text(answer, report.snapshot());
        }
        return ExitCode.DONE;
    }

    private boolean asksSystem() {
        return object.contains("pg_catalog.") || object.contains("information_schema.");
    }

    private Question question(AccessSnapshot snapshot) {
        AccessNames names = new AccessNames(snapshot, command);
        int number = names.role(role);
        DatabaseObject target = names.object(object);
        return new Question(
                number,
                names.privilege(target, privilege),
                target,
                column == null ? null : names.column(target, column));
    }

    private void text(Answer answer, AccessSnapshot snapshot) {
        Console console = session.console();
        console.line(answer.question().shown(snapshot) + ": " + answer.outcome().word()
                + (answer.setRoles().isEmpty() ? "" : " " + String.join(" or ", answer.setRoles())));
        if (!answer.serverSays().isEmpty()) {
            console.line("the server says to the privilege alone: " + answer.serverSays()
                    + (answer.disagreement() ? "  ▲ WE DISAGREE: trust the server, and report this" : ""));
        }
        console.line("");
        TextTable gates = new TextTable("", "GATE", "", "EVIDENCE");
        for (Gate gate : answer.gates()) {
            gates.row(sign(gate.state()), gate.title(), gate.sentence(), gate.evidence());
        }
        console.lines(gates.lines());
        doors(answer, snapshot);
        fixes(answer);
    }

    private void doors(Answer answer, AccessSnapshot snapshot) {
        if (answer.doors().isEmpty()) {
            return;
        }
        session.console().line("");
        session.console().line("Open doors (" + answer.doors().size() + "):");
        for (Door door : answer.doors()) {
            session.console().line("  - " + door.sentence() + "  [" + Visible.text(door.evidence()) + "]");
            door.closing()
                    .forEach(change -> session.console().line("      close: " + sql(change.statements(snapshot))));
            if (!door.closingNote().isEmpty()) {
                session.console().line("      " + door.closingNote());
            }
        }
    }

    private void fixes(Answer answer) {
        if (answer.fixes().isEmpty()) {
            return;
        }
        session.console().line("");
        session.console().line("Smallest fixes, least power first:");
        for (Fix fix : answer.fixes()) {
            session.console()
                    .line("  - " + fix.sentence() + " ("
                            + GainAndLoss.cells(fix.difference().cells()) + ")");
            fix.statements().forEach(statement -> session.console().line("      " + statement.text() + ";"));
        }
    }

    private static String sql(List<dev.plumbline.model.Sql> statements) {
        return statements.stream().map(statement -> statement.text() + ";").collect(Collectors.joining(" "));
    }

    private static String sign(Gate.State state) {
        return switch (state) {
            case PASS -> "○";
            case FAIL -> "●";
            case NOTE -> "·";
            case UNKNOWN -> "?";
        };
    }

    private static ObjectNode json(Answer answer, AccessSnapshot snapshot) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("question", answer.question().shown(snapshot));
        node.put("verdict", answer.outcome().word());
        node.put("serverSays", answer.serverSays());
        node.put("disagreement", answer.disagreement());
        ArrayNode roles = node.putArray("afterSetRole");
        answer.setRoles().forEach(roles::add);
        ArrayNode gates = node.putArray("gates");
        answer.gates()
                .forEach(gate -> gates.addObject()
                        .put("gate", gate.title())
                        .put("state", gate.state().name())
                        .put("sentence", gate.sentence())
                        .put("evidence", gate.evidence()));
        ArrayNode doors = node.putArray("doors");
        answer.doors().forEach(door -> {
            ObjectNode one = doors.addObject();
            one.put("kind", door.kind().name())
                    .put("sentence", door.sentence())
                    .put("evidence", door.evidence())
                    .put("note", door.closingNote());
            ArrayNode closing = one.putArray("closing");
            door.closing().forEach(change -> closing.add(sql(change.statements(snapshot))));
        });
        ArrayNode fixes = node.putArray("fixes");
        answer.fixes().forEach(fix -> {
            ObjectNode one = fixes.addObject();
            one.put("sentence", fix.sentence()).put("cells", fix.difference().cells());
            ArrayNode statements = one.putArray("statements");
            fix.statements().forEach(statement -> statements.add(statement.text()));
        });
        return node;
    }
}
