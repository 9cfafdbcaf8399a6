package dev.plumbline.cli.structure;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.cli.output.OutputFormat;
import dev.plumbline.drift.structure.MassDrop;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.ApplyFolder;
import dev.plumbline.operation.difference.RenameText;
import dev.plumbline.plan.structure.StructureHash;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "plan",
        description = {
            "The statements that make a database what a folder of SQL declares, in their order, with locks, hazards and what was",
            "counted. The SQL is run on a scratch server of this program's own. Changes nothing."
        })
public final class PlanCommand implements Callable<Integer>, OutputFormat.Chosen {
    private final Session session;
    private final GlobalOptions options;

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Mixin
    private FolderPlanOptions chosen = new FolderPlanOptions();

    public PlanCommand(Session session, GlobalOptions options) {
        this.session = session;
        this.options = options;
    }

    @Override
    public Set<OutputFormat> formats() {
        return EnumSet.of(OutputFormat.TEXT, OutputFormat.JSON);
    }

    @Override
    public Integer call() {
        Console console = session.console();
        Optional<String> dsn = options.dsn();
        if (dsn.isEmpty()) {
            console.note("plan needs the database: --dsn.");
            return ExitCode.USAGE;
        }
        ApplyFolder.Planned planned = session.operations()
                .folderPlans()
                .plan(dsn.get(), folder.folder(), chosen.choice(folder), new CancelToken());
        tellFirst(planned, console);
        if (isMassDrop(planned, folder, console)) {
            return ExitCode.REFUSED;
        }
        if (options.json()) {
            console.json(FolderPlanJson.of(planned, chosen.heldBack(planned)));
        } else {
            show(planned, chosen, console);
        }
        boolean runs = chosen.heldBack(planned).isEmpty()
                && planned.plan().blockingRefusals().isEmpty();
        if (!runs) {
            return ExitCode.REFUSED;
        }
        return options.detailedExitCode() && !planned.way().isEmpty() ? ExitCode.FINDINGS : ExitCode.DONE;
    }

    /** How both sides were found, and what may be renamed instead of dropped and made. */
    static void tellFirst(ApplyFolder.Planned planned, Console console) {
        planned.notes().forEach(console::note);
        RenameText.lines(planned.comparison()).forEach(line -> console.note(line.strip()));
    }

    /** True, and told, when so much would go that the folder is most likely another database's. */
    static boolean isMassDrop(ApplyFolder.Planned planned, FolderOptions folder, Console console) {
        Optional<MassDrop> mass = MassDrop.of(planned.live(), planned.comparison(), folder.massDropThreshold());
        boolean refused = mass.isPresent() && !folder.allowsMassDrop();
        if (refused) {
            console.note(mass.get().shown());
        }
        return refused;
    }

    static void show(ApplyFolder.Planned planned, FolderPlanOptions chosen, Console console) {
        console.line(planned.plan().target().shown());
        console.line("folder " + planned.folder());
        console.line("source_hash=" + StructureHash.of(planned.declared()).substring(0, 12) + " live_hash="
                + StructureHash.of(planned.live()).substring(0, 12));
        console.line("");
        console.lines(StepLines.of(planned.way(), planned.counted(), planned.plan(), chosen.allowed(planned)));
        if (planned.way().steps().isEmpty()) {
            console.line(planned.way().isEmpty() ? "Nothing to do." : "Nothing can be done.");
        }
        if (!chosen.heldBack(planned).isEmpty()) {
            console.line("Blocking hazards present; use --allow-hazards or --allow, or leave the step out.");
        }
        if (!planned.way().notPlanned().isEmpty()) {
            console.note("What is not planned stays as it is; --leave-unplanned lets the rest run.");
        }
        chosen.unknown(planned).forEach(step -> console.note("The plan has no step " + step + "."));
    }
}
