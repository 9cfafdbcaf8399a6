package dev.plumbline.cli.estate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "databases",
        description =
                "The Database resources of a namespace, or of all: instance, phase and drift as their status says.")
public final class DatabasesCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "all namespaces that may be listed")
    private boolean allNamespaces;

    public DatabasesCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        ContextEntry context = session.context(options);
        EstateContext estate =
                session.operations().estate().read(context.name(), new CancelToken(), session.progress(options));
        String namespace = session.namespace(options, context);
        List<EstateResource> databases = estate.resources().stream()
                .filter(resource -> resource.kind().equals("Database"))
                .filter(resource -> allNamespaces || resource.ref().namespace().equals(namespace))
                .sorted(Comparator.comparing(
                                (EstateResource resource) -> resource.ref().namespace())
                        .thenComparing(resource -> resource.ref().name()))
                .toList();
        print(databases);
        estate.missingSystems().forEach(session.console()::note);
        estate.problems().forEach(session.console()::warning);
        if (databases.isEmpty() && estate.problems().isEmpty()) {
            session.console()
                    .note(
                            allNamespaces
                                    ? "No Database resources in this context."
                                    : "No Database resources in namespace " + namespace
                                            + ". Try -A for all namespaces.");
        }
        return estate.problems().isEmpty() || !databases.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void print(List<EstateResource> databases) {
        if (options.json()) {
            session.console().json(json(databases));
            return;
        }
        TextTable table = new TextTable("NAMESPACE", "NAME", "INSTANCE", "PHASE", "DRIFT");
        databases.forEach(database -> table.row(
                database.ref().namespace(),
                database.ref().name(),
                database.detail(),
                database.phase(),
                database.driftDetected() ? "reported" : "none reported"));
        session.console().lines(table.lines());
    }

    private static ArrayNode json(List<EstateResource> databases) {
        ArrayNode list = Console.mapper().createArrayNode();
        databases.forEach(database -> list.addObject()
                .put("namespace", database.ref().namespace())
                .put("name", database.ref().name())
                .put("detail", database.detail())
                .put("phase", database.phase())
                .put("message", database.message())
                .put("driftDetected", database.driftDetected()));
        return list;
    }
}
