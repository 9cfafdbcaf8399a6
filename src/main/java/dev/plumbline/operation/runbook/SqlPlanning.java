package dev.plumbline.operation.runbook;

import dev.plumbline.migration.parse.PostgresParser;
import dev.plumbline.model.LockTimeout;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Snapshot;
import dev.plumbline.model.Sql;
import dev.plumbline.model.StatementTimeout;
import dev.plumbline.model.statement.StatementSplitter;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.PlanConcern;
import dev.plumbline.plan.PlanTarget;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statements of a runbook's block as a plan: one step each behind the one that says where names are looked for. */
final class SqlPlanning {
    private final PostgresParser parser;
    private final LockTimeout lock;
    private final StatementTimeout limit;

    SqlPlanning(PostgresParser parser, LockTimeout lock, StatementTimeout limit) {
        this.parser = parser;
        this.lock = lock;
        this.limit = limit;
    }

    /**
     * @param source the runbook and its step, which an approval counts for alone
     * @throws ProblemException RB-TRANSACTION where a statement opens or ends a transaction
     */
    SqlBlocks.PlannedSql plan(RunbookDatabase.Where where, String source, String text, Snapshot identity) {
        List<StatementSplitter.Part> parts = statements(text);
        boolean alone = parts.stream().anyMatch(part -> StatementKind.isAlone(parser.parse(part.text())));
        List<Step> steps = new ArrayList<>();
        steps.add(step(
                0,
                "where names are looked for",
                alone
                        ? Sql.of("SET search_path = pg_catalog, public")
                        : Sql.of("SET LOCAL search_path = pg_catalog, public"),
                false,
                !alone));
        for (StatementSplitter.Part part : parts) {
            PostgresParser.Parsing parsing = parser.parse(part.text());
            if (part.isBackslashCommand() || StatementKind.isTransactionControl(parsing)) {
                throw problem(
                        source, "\"" + part.text().lines().findFirst().orElse("") + "\" is psql's or the run's own.");
            }
            steps.add(step(
                    steps.size(),
                    "statement " + steps.size() + " of " + parts.size(),
                    new Sql(part.text()),
                    StatementKind.isDestructive(parsing),
                    !alone));
        }
        PlanTarget place = new PlanTarget(where.database().orElse(null), "", identity.server());
        PlanConcern concern = new PlanConcern(List.of(), List.of(), List.of()).from(source);
        List<String> notes = alone
                ? List.of("Runs statement by statement, each for itself: a part of it cannot stand in a transaction.")
                : List.of();
        return new SqlBlocks.PlannedSql(Plan.of(place, concern, identity, steps, List.of()), where, notes);
    }

    static List<StatementSplitter.Part> statements(String text) {
        List<StatementSplitter.Part> parts = StatementSplitter.split(text).stream()
                .filter(part -> !part.text().isBlank())
                .toList();
        if (parts.isEmpty()) {
            throw problem("the block", "it holds no statement.");
        }
        return parts;
    }

    private Step step(int number, String reason, Sql sql, boolean destructive, boolean transactional) {
        return new Step(
                "statement-" + number,
                StepGroup.CHANGE,
                "RUNBOOK",
                reason,
                sql,
                null,
                "A runbook brings no way back of its own.",
                destructive ? Set.of(Hazard.HELD_BACK) : Set.of(),
                "-",
                lock,
                limit,
                transactional,
                List.of(),
                snapshot -> snapshot,
                List.of(),
                transactional ? "all" : "");
    }

    private static ProblemException problem(String source, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "RB-SQL",
                "Reading the statements of",
                source,
                answer,
                "Write statements that the server takes."));
    }
}
