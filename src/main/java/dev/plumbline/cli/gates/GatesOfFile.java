package dev.plumbline.cli.gates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.operation.ComposeUpgrade;
import dev.plumbline.operation.UpgradePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parts of {@code gates} about a DBUpgrade that is written in a file and not there yet. */
final class GatesOfFile {
    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "a DBUpgrade as YAML or JSON: what its webhook would say, and its checks before it exists")
    private @Nullable Path file;

    @Option(
            names = "--create",
            description = "create it once nothing is said against it: tried out by the server, created, read again")
    private boolean create;

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "the resource's name, where the context asks for it to be typed")
    private String confirm = "";

    boolean isAskedFor() {
        return file != null;
    }

    int run(Session session, GlobalOptions options, ContextEntry context) {
        Path from = java.util.Objects.requireNonNull(file);
        String usual = context.namespace().isEmpty() ? "default" : context.namespace();
        DbUpgrade draft = ComposeUpgrade.read(
                text(from), from.toString(), context.name(), options.namespace().orElse(""));
        if (draft.ref().namespace().isEmpty()) {
            draft = ComposeUpgrade.read(text(from), from.toString(), context.name(), usual);
        }
        ComposeUpgrade operation = session.operations().upgrades();
        CancelToken cancel = new CancelToken();
        UpgradePlan plan = operation.plan(draft, cancel, session.progress(options));
        if (create) {
            return create(session, options, context, plan);
        }
        if (options.json()) {
            session.console().json(json(plan));
        } else {
            session.console().lines(lines(plan));
        }
        return GatesCommand.exitCode(options, plan.report(), !plan.refusals().isEmpty());
    }

    private int create(Session session, GlobalOptions options, ContextEntry context, UpgradePlan plan) {
        SafeMode mode = options.readOnly()
                ? SafeMode.READ_ONLY
                : session.operations().care().mode(context.name());
        try {
            DbUpgrade there =
                    session.operations().upgrades().create(plan, plan.digest(), mode, confirm, new CancelToken());
            session.console()
                    .line("Created DBUpgrade " + Visible.text(there.ref().shown())
                            + " and read it again: it asks for what the file says.");
            if (plan.report().gates().isBlocked()) {
                session.console().line("Its migration will not start as things stand:");
                session.console().lines(GatesText.beforeTheMigration(plan.report()));
            }
            return ExitCode.DONE;
        } catch (ProblemException refused) {
            Problem.Kind kind = refused.problem().kind();
            if (kind != Problem.Kind.READ_ONLY && kind != Problem.Kind.HAZARD_NOT_ACCEPTED) {
                throw refused;
            }
            session.console().error(refused.problem());
            return ExitCode.REFUSED;
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProblemException(new Problem(
                    Problem.Kind.INVALID,
                    "GATES-FILE",
                    "Reading a DBUpgrade from",
                    file.toString(),
                    "it cannot be read: " + unreadable.getMessage(),
                    "Name a file that is there and is UTF-8 text."));
        }
    }

    private static List<String> lines(UpgradePlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add(
                plan.existing().isEmpty()
                        ? "Not there yet: this is what would hold if it were created now."
                        : plan.existing().filter(plan.draft()::hasSpecOf).isPresent()
                                ? "It is there already and asks for the same: nothing would change."
                                : "It is there already: this is what would hold if its spec were changed to this.");
        for (Refusal refusal : plan.refusals()) {
            lines.add(Visible.text("▲ " + refusal.field() + ": " + refusal.text()));
        }
        lines.addAll(GatesText.of(plan.report()));
        return lines;
    }

    private static ObjectNode json(UpgradePlan plan) {
        ObjectNode node = (ObjectNode) GatesJson.of(plan.report());
        Optional<DbUpgrade> existing = plan.existing();
        node.put("draft", true)
                .put("exists", existing.isPresent())
                .put("changes", existing.isPresent() && !existing.get().hasSpecOf(plan.draft()));
        plan.refusals()
                .forEach(refusal -> node.withArray("/refusals")
                        .addObject()
                        .put("field", refusal.field())
                        .put("text", refusal.text()));
        node.put("digest", plan.digest());
        return node;
    }
}
