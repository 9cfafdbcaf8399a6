package dev.plumbline.cli.structure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cli.call.GlobalOptions;
import dev.plumbline.cli.call.Session;
import dev.plumbline.cli.output.Console;
import dev.plumbline.cli.output.ExitCode;
import dev.plumbline.drift.velocity.RecoveryOption;
import dev.plumbline.drift.velocity.RecoveryOptions;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Condition;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.model.velocity.SchemaDefinition;
import dev.plumbline.operation.CheckSchemas;
import dev.plumbline.operation.ForceReconcile;
import dev.plumbline.operation.SchemaReport;
import dev.plumbline.operation.SchemaReports;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The parts of {@code drift NAME} about the ways of Velocity's runbook: what each would do here, and asking the operator. */
final class SchemaRecovery {
    @Option(
            names = "--options",
            description =
                    "the three ways of Velocity's runbook side by side: what each would do here, and what it loses")
    private boolean options;

    @Option(
            names = "--force-reconcile",
            description =
                    "ask Velocity's operator to reconcile the resource (an annotation; see --options for what that does)")
    private boolean force;

    boolean isAskedFor() {
        return options || force;
    }

    int run(Session session, GlobalOptions global, CheckSchemas.Scope scope, String confirm) {
        return force ? force(session, global, scope, confirm) : options(session, global, scope);
    }

    private static int force(Session session, GlobalOptions global, CheckSchemas.Scope scope, String confirm) {
        ForceReconcile operation = session.operations().reconciles();
        CancelToken cancel = new CancelToken();
        SchemaDefinition before =
                operation.read(scope.context(), scope.namespace(), scope.name().orElseThrow(), cancel);
        SafeMode mode = global.readOnly()
                ? SafeMode.READ_ONLY
                : session.operations().care().mode(scope.context());
        try {
            ForceReconcile.Forced forced = operation.force(before, mode, confirm, cancel);
            Console console = session.console();
            console.line("Set " + ForceReconcile.ANNOTATION + " = " + forced.value() + " on SchemaDefinition "
                    + before.ref().shown() + ".");
            console.line("Before: " + said(forced.before()));
            console.line("After:  " + said(forced.after()));
            console.line("The operator writes no condition, and skips a spec that it remembers: look again with drift "
                    + RecoveryText.place(before) + ".");
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

    private static String said(SchemaDefinition definition) {
        List<String> words = new ArrayList<>();
        words.add("phase " + (definition.phase().isEmpty() ? "(not set)" : definition.phase()));
        for (Condition condition : definition.conditions()) {
            words.add((condition.type() + "=" + condition.status() + " " + condition.reason()).strip());
        }
        if (definition.conditions().isEmpty()) {
            words.add("no conditions");
        }
        return Visible.text(String.join(", ", words));
    }

    private static int options(Session session, GlobalOptions global, CheckSchemas.Scope scope) {
        SchemaReports reports =
                session.operations().schemas().check(scope, new CancelToken(), session.progress(global));
        SchemaReport report = reports.reports().get(0);
        List<RecoveryOption> ways = report.drift()
                .map(drift -> RecoveryOptions.of(report.definition(), drift))
                .orElseThrow(() -> new ProblemException(report.problem().orElseThrow()));
        report.drift()
                .flatMap(drift -> drift.unknown())
                .ifPresent(unknown -> session.console()
                        .note("? " + Visible.text(unknown) + ": what was not read is not among the findings."));
        if (global.json()) {
            session.console().json(json(reports, report, ways));
        } else {
            session.console().lines(RecoveryText.of(reports, report, ways));
        }
        reports.notes().forEach(session.console()::note);
        return ExitCode.DONE;
    }

    private static ObjectNode json(SchemaReports reports, SchemaReport report, List<RecoveryOption> ways) {
        ObjectNode node = Console.mapper().createObjectNode();
        node.put("format", "plumbline.schema-recovery/1")
                .put("connection", reports.connection())
                .put("at", reports.at().toString())
                .put("namespace", report.definition().ref().namespace())
                .put("name", report.definition().ref().name());
        ArrayNode options = node.putArray("options");
        for (RecoveryOption way : ways) {
            ObjectNode option = options.addObject();
            option.put("route", way.route().name())
                    .put("runbook", way.route().option())
                    .put("verdict", way.verdict().name())
                    .put("lossIsFinal", way.lossIsFinal());
            way.does().forEach(option.putArray("does")::add);
            ArrayNode answers = option.putArray("answers");
            way.answers()
                    .forEach(answer -> answers.addObject()
                            .put("code", answer.finding().cause().code())
                            .put("kind", answer.finding().name().kind().word())
                            .put("name", answer.finding().name().name())
                            .put("outcome", answer.outcome().name())
                            .put("says", answer.sentence()));
            way.loses().forEach(option.putArray("loses")::add);
            way.pageSays().forEach(option.putArray("pageSaysOtherwise")::add);
        }
        return node;
    }
}
