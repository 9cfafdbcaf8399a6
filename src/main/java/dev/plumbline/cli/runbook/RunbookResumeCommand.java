package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.runbook.run.RunbookRun;
import dev.plumbline.runbook.run.Runbooks;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description = {
            "Goes on with a run at the step where it stopped. Verified steps never run again; what was verified long ago is asked again;",
            "a step that was interrupted is asked first whether it took effect."
        })
final class RunbookResumeCommand implements Callable<Integer> {
    private final Session session;
    private final GlobalOptions options;

    @Parameters(paramLabel = "RUN", description = "the run, as \"runbook runs\" lists it")
    private String id = "";

    @Option(names = "--abort", paramLabel = "REASON", description = "end the run where it is")
    private @Nullable String abort;

    @Mixin
    private RunbookChoice choice = new RunbookChoice();

    RunbookResumeCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Integer call() {
        Runbooks runbooks = session.runbooks();
        try (RunbookRun run = RunbookRun.resume(
                runbooks.runs(), id, choice.target(session, options), runbooks.tools(), new CancelToken())) {
            if (abort != null) {
                run.abort(abort);
                return RunbookEnd.tell(session.console(), options, run, ExitCode.DONE);
            }
            int code = new RunbookDriver(session.console(), options, run, choice).go();
            return RunbookEnd.tell(session.console(), options, run, code);
        }
    }
}
