package dev.plumbline.cli.runbook;

import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.model.ContextEntry;
import dev.plumbline.model.SafeMode;
import dev.plumbline.runbook.document.StepClass;
import dev.plumbline.runbook.step.Preview;
import dev.plumbline.runbook.step.RunTarget;
import dev.plumbline.runbook.step.StepApproval;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a runbook is run without a window: where, how far, and what a person answers beforehand. */
final class RunbookChoice {
    @Option(
            names = "--yes-for",
            paramLabel = "CLASSES",
            split = ",",
            description =
                    "which steps run without being asked for: read, dry-run, wait, human, change, destructive (default: read,dry-run)")
    private List<String> yesFor = List.of("read", "dry-run");

    @Option(names = "--database", paramLabel = "NAME", description = "the Database resource that its SQL is about")
    private @Nullable String database;

    @Option(
            names = "--choose",
            paramLabel = "STEP=OPTION",
            description = "the way that a decision takes (may be repeated)")
    private Map<String, String> choices = new LinkedHashMap<>();

    @Option(
            names = "--answer",
            paramLabel = "STEP=TEXT",
            description = "a person's yes or note to an approve or manual step (may be repeated)")
    private Map<String, String> answers = new LinkedHashMap<>();

    @Option(names = "--skip", paramLabel = "STEP=REASON", description = "leave this step out (may be repeated)")
    private Map<String, String> skipped = new LinkedHashMap<>();

    @Option(
            names = "--confirm",
            paramLabel = "[STEP=]NAME",
            description =
                    "the name that a production context asks to be typed: for every step that asks for it, or for one step (may be repeated)")
    private List<String> confirmed = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Set<StepClass> classes() {
        Set<StepClass> classes = EnumSet.noneOf(StepClass.class);
        for (String word : yesFor) {
            classes.add(StepClass.ofWord(word.strip())
                    .orElseThrow(() ->
                            new ParameterException(command.commandLine(), "\"" + word + "\" is no class of steps.")));
        }
        return classes;
    }

    Optional<String> choice(String step) {
        return Optional.ofNullable(choices.get(step));
    }

    Optional<String> answer(String step) {
        return Optional.ofNullable(answers.get(step));
    }

    Optional<String> skip(String step) {
        return Optional.ofNullable(skipped.get(step));
    }

    RunTarget target(Session session, GlobalOptions options) {
        boolean direct = options.dsn().isPresent()
                && options.context().isEmpty()
                && options.kubeconfig().isEmpty();
        if (direct) {
            return new RunTarget("", "", options.dsn(), Optional.empty(), mode(session, options, ""));
        }
        ContextEntry context = session.context(options);
        return new RunTarget(
                context.name(),
                session.namespace(options, context),
                options.dsn(),
                Optional.ofNullable(database),
                mode(session, options, context.name()));
    }

    /** @param steps of the runbook, by their ids */
    StepApproval approval(String step, Preview preview, Set<String> steps, RunTarget target, String by) {
        Set<String> allowed = classes().contains(StepClass.DESTRUCTIVE)
                ? preview.destructive().keySet()
                : Set.of();
        String typed = new ConfirmedNames(confirmed).typedFor(step, preview, steps);
        return new StepApproval(preview.digest(), allowed, typed, target.mode(), by);
    }

    private static SafeMode mode(Session session, GlobalOptions options, String context) {
        if (options.readOnly()) {
            return SafeMode.READ_ONLY;
        }
        return context.isEmpty()
                ? SafeMode.CONFIRM
                : session.operations().care().mode(context);
    }
}
