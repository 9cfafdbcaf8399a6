package dev.plumbline.cli.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.model.ContextEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "contexts", description = "The contexts of the merged kubeconfig. Asks no cluster and runs no program.")
public final class ContextsCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    public ContextsCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<ContextEntry> contexts = session.operations().contexts().list();
        if (options.json()) {
            session.console().json(json(contexts));
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("", "CONTEXT", "SERVER", "USER", "NAMESPACE", "NOTES");
        contexts.forEach(entry -> table.row(
                entry.current() ? "*" : "",
                entry.name(),
                entry.server(),
                entry.user(),
                entry.namespace(),
                notes(entry)));
        session.console().lines(table.lines());
        if (contexts.isEmpty()) {
            session.console()
                    .note("The kubeconfig holds no context. Pass --kubeconfig, or run \"plumbline sandbox start\".");
        }
        return ExitCode.DONE;
    }

    private static String notes(ContextEntry entry) {
        StringBuilder notes = new StringBuilder();
        if (entry.insecure()) {
            notes.append("certificate not checked; ");
        }
        if (entry.execCommand() != null) {
            notes.append("runs ").append(entry.execCommand().shown());
            notes.append(entry.execCommand().approved() ? " (approved); " : " (not approved); ");
        }
        entry.problems().forEach(problem -> notes.append(problem).append("; "));
        return notes.length() == 0 ? "" : notes.substring(0, notes.length() - 2);
    }

    private static ArrayNode json(List<ContextEntry> contexts) {
        ArrayNode list = Console.mapper().createArrayNode();
        for (ContextEntry entry : contexts) {
            ObjectNode node = list.addObject();
            node.put("name", entry.name());
            node.put("cluster", entry.cluster());
            node.put("server", entry.server());
            node.put("user", entry.user());
            node.put("namespace", entry.namespace());
            node.put("current", entry.current());
            node.put("insecure", entry.insecure());
            if (entry.execCommand() != null) {
                node.put("exec", entry.execCommand().shown());
                node.put("execApproved", entry.execCommand().approved());
            }
            ArrayNode problems = node.putArray("problems");
            entry.problems().forEach(problems::add);
        }
        return list;
    }
}
