package dev.plumbline.operation.migration;

import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Planned migrations as a plan that is tried on the live server and rolled back: the steps of the run, all in one transaction. The digest is its own, so that an approval of the trial is none of the
 * run, and the other way round.
 *
 * @param plan refused where a statement cannot be rolled back
 */
public record MigrationTrial(PlannedMigrations planned, Plan plan) {
    /** The label of all that is known from it. */
    public static final String EVIDENCE = "run on the live server and rolled back";

    private static final String BRACKET = "rolled back";

    /** What it costs and leaves although everything is rolled back, to be said before. */
    public static final List<String> BEFORE = List.of(
            "It runs on the live server: each lock is really taken, and held until the last statement is done and all is rolled back. Everybody who needs such a table waits meanwhile, as in the run.",
            "The server does the whole work of the statements and takes it back: rows and tables that are written anew need room on its disk and in its WAL until then, and leave dead rows for VACUUM.",
            "Not rolled back: what sequences have counted, and what functions and triggers of the database do outside of the transaction. What they do was not looked at.");

    static MigrationTrial of(PlannedMigrations planned, PostgresParser parser) {
        Plan run = planned.plan();
        List<Plan.Refusal> refusals = new ArrayList<>(run.refusals());
        planned.trace().files().stream()
                .flatMap(file -> file.statements().stream())
                .forEach(traced -> {
                    if (traced.state() == TracedStatement.State.RAN_ALONE
                            && traced.effect().isEmpty()) {
                        refusals.add(
                                refused(
                                        "MIG-460",
                                        traced,
                                        "PostgreSQL runs it in no transaction, so it cannot be rolled back. What it does is known from the scratch server alone."));
                    }
                    NotRolledBack.of(traced.statement(), parser)
                            .ifPresent(what -> refusals.add(
                                    refused("MIG-461", traced, "it " + what + ", which no ROLLBACK takes back.")));
                });
        List<Step> steps =
                run.steps().stream().map(MigrationTrial::inOneTransaction).toList();
        return new MigrationTrial(planned, Plan.of(run.target(), run.concern(), run.from(), steps, refusals));
    }

    private static Plan.Refusal refused(String code, TracedStatement traced, String why) {
        return new Plan.Refusal(code, traced.statement().place(), why, "", false);
    }

    private static Step inOneTransaction(Step step) {
        return new Step(
                step.id(),
                step.group(),
                step.checkCode(),
                step.reason(),
                step.sql(),
                null,
                "It is rolled back.",
                step.hazards(),
                step.lock(),
                step.lockTimeout(),
                step.statementTimeout(),
                true,
                step.requires(),
                step.change(),
                step.warnings(),
                BRACKET);
    }

    /** Refusals of the trial alone, which keep nothing from being run. */
    public List<Plan.Refusal> ofTheTrialAlone() {
        return plan.refusals().stream()
                .filter(refusal -> planned.plan().refusals().stream().noneMatch(each -> Objects.equals(each, refusal)))
                .toList();
    }
}
