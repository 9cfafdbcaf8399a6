package dev.plumbline.cli.runbook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.TextTable;
import dev.plumbline.runbook.run.GivenInputs;
import dev.plumbline.runbook.run.RunFolders;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "runs", description = "The runs of this machine, newest first.")
final class RunbookRunsCommand implements Callable<Integer> {
    private static final int MOST = 60;
    private final Session session;
    private final GlobalOptions options;

    RunbookRunsCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        List<RunFolders.Listed> runs = session.runbooks().runs().list();
        if (options.json()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            runs.forEach(run -> {
                ObjectNode one = all.addObject()
                        .put("id", run.id())
                        .put("title", run.title())
                        .put("target", run.target())
                        .put("begun", run.begun().toString())
                        .put("ending", run.ending().word())
                        .put("broken", run.why());
                run.given().forEach(one.putObject("inputs")::put);
            });
            session.console().json(all);
            return ExitCode.DONE;
        }
        TextTable table = new TextTable("RUN", "BEGUN", "STATE", "RUNBOOK", "INPUTS", "TARGET");
        runs.forEach(run -> table.row(
                run.id(),
                run.begun().toString(),
                run.why().isEmpty() ? run.ending().word() : run.why(),
                run.title(),
                shortened(GivenInputs.shown(run.given())),
                run.target()));
        session.console().lines(table.lines());
        return ExitCode.DONE;
    }

    /** A list is read line by line: all of it is in {@code -o json} and in the transcript. */
    private static String shortened(String inputs) {
        return inputs.length() > MOST ? inputs.substring(0, MOST) + "…" : inputs;
    }
}
