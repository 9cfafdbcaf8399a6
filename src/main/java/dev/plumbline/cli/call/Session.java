package dev.plumbline.cli.call;

import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.Timings;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.operation.Operations;
import dev.plumbline.runbook.run.Runbooks;
import java.util.function.Supplier;

/** One call of the command line: the operations, made when first needed, and which context and namespace the options mean. */
public final class Session {
    private static final String GROUP = "dbops.dbprovision.io";
    private final Supplier<Operations> operations;
    private final Supplier<Runbooks> runbooks;
    private final Console console;
    private final Timings timings = new Timings();

    public Session(Supplier<Operations> operations, Supplier<Runbooks> runbooks, Console console) {
        this.operations = operations;
        this.runbooks = runbooks;
        this.console = console;
    }

    public Operations operations() {
        return operations.get();
    }

    public Runbooks runbooks() {
        return runbooks.get();
    }

    public Timings timings() {
        return timings;
    }

    /** Hears what a command does: for the timings, and aloud when asked to be verbose. */
    public Progress progress(GlobalOptions options) {
        return (doing, done, total) -> {
            timings.report(doing, done, total);
            if (options.verbose() && !options.json()) {
                console.line("[VERBOSE] " + doing);
            }
        };
    }

    public Console console() {
        return console;
    }

    public ContextEntry context(GlobalOptions options) {
        return operations().contexts().list().stream()
                .filter(entry -> options.context().map(entry.name()::equals).orElse(entry.current()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new Problem(
                        Problem.Kind.NOT_FOUND,
                        "CTX-404",
                        "choose a context",
                        options.context().map(name -> "\"" + name + "\"").orElse("(no current context)"),
                        "the kubeconfig holds no such context.",
                        "Run \"plumbline contexts\" to see which there are, or pass --kubeconfig.")));
    }

    public String namespace(GlobalOptions options, ContextEntry context) {
        return options.namespace().orElse(context.namespace().isEmpty() ? "default" : context.namespace());
    }

    public ResourceRef database(GlobalOptions options, String name) {
        ContextEntry context = context(options);
        return new ResourceRef(context.name(), GROUP, "databases", namespace(options, context), name);
    }
}
