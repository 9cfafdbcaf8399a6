package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.drift.structure.Undeclared;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.structure.CompareFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        description = {
            "What is in the database and not in the declarative folder. The SQL is run on a scratch server of this program's",
            "own. Changes nothing."
        })
public final class VerifyCommand implements Callable<Integer> {
    private static final int UNDECLARED = 4;

    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(names = "--strict", description = "exit 4 when something is undeclared")
    private boolean strict;

    public VerifyCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("verify needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        CompareFolder.Compared compared = session.operations()
                .structures()
                .folders()
                .compare(dsn.get(), folder.folder(), folder.scope(), List.of(), new CancelToken());
        List<Undeclared> found = Undeclared.of(
                compared.live(), compared.declared(), compared.comparison().unknown());
        if (options.json()) {
            console.json(json(found, compared));
        } else {
            console.lines(text(found));
        }
        compared.notes().forEach(console::note);
        if (!compared.comparison().unknown().isEmpty()) {
            console.note(
                    "Not compared: " + String.join(", ", compared.comparison().unknown()) + ".");
        }
        if (found.isEmpty()) {
            return ExitCode.DONE;
        }
        return strict ? UNDECLARED : options.detailedExitCode() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    private static List<String> text(List<Undeclared> found) {
        if (found.isEmpty()) {
            return List.of("verify: clean — every live object is declared in source.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("verify: "
                + found.stream().mapToInt(group -> group.names().size()).sum() + " undeclared live object(s):");
        for (Undeclared group : found) {
            lines.add("  " + group.group() + " (" + group.names().size() + "):");
            group.names().forEach(name -> lines.add("    - " + name.shown()));
        }
        return lines;
    }

    private static ObjectNode json(List<Undeclared> found, CompareFolder.Compared compared) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.verify/1")
                .put("database", compared.database())
                .put("folder", compared.folder())
                .put("clean", found.isEmpty());
        ArrayNode list = node.putArray("undeclared");
        found.forEach(group -> group.names()
                .forEach(name -> list.addObject()
                        .put("group", group.group())
                        .put("kind", name.kind().word())
                        .put("name", name.shown())));
        compared.comparison().unknown().forEach(node.putArray("notCompared")::add);
        return node;
    }
}
