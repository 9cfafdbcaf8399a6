package dev.plumbline.runbook.step;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.Secret;
import dev.plumbline.operation.runbook.RunPresence;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.transcript.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a step knows of the run it is in. {@code variables} are inputs and captures so far, {@code secrets} the names of those that stand for a value of a Secret, as {@code name/key}; {@code folder} takes files that the run keeps; {@code source} is the runbook with its digest, which every
 * approval counts for alone. {@code begun} is when the step first began, where an earlier console began it; {@code marks} what that console wrote down of it before it was sent, empty where the step was not interrupted.
 */
public record StepScope(
        RunbookTools tools,
        RunTarget target,
        Map<String, String> variables,
        Set<String> secrets,
        Redactor redactor,
        OpenForwards forwards,
        RunPresence presence,
        Path folder,
        String source,
        Optional<Instant> begun,
        Map<String, String> marks) {
    private static final String DATABASES = "dbops.dbprovision.io";

    public StepScope {
        variables = Map.copyOf(variables);
        secrets = Set.copyOf(secrets);
        marks = Map.copyOf(marks);
    }

    /** @throws ProblemException RB-VARIABLE where it has no value yet */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new ProblemException(new Problem(
                    Problem.Kind.NOT_FOUND,
                    "RB-VARIABLE",
                    "Using",
                    "${" + name + "}",
                    "it has no value yet.",
                    "Give it as an input, or run the step that captures it first."));
        }
        return value;
    }

    public String context(Block block) {
        String own = Rendering.text(block.attribute("context"), this);
        return own.isEmpty() ? target.context() : own;
    }

    public String namespace(Block block) {
        String own = Rendering.text(block.text("namespace"), this);
        return own.isEmpty() ? target.namespace() : own;
    }

    /** The database of a block: what its {@code database=} names, else the one of the run. The word {@code velocity} is Velocity's own where the runbook says it; an input names a resource. */
    public RunbookDatabase.Where database(Block block) {
        String written = block.attribute("database");
        if (written.equals("velocity")) {
            return RunbookDatabase.Where.ofVelocity(context(block));
        }
        String own = Rendering.text(written, this);
        if (!own.isEmpty()) {
            return RunbookDatabase.Where.ofDatabase(databaseRef(own));
        }
        if (target.dsn().isPresent()) {
            return RunbookDatabase.Where.ofDsn(target.dsn().get());
        }
        return target.database()
                .map(name -> RunbookDatabase.Where.ofDatabase(databaseRef(name)))
                .orElseGet(() -> RunbookDatabase.Where.NOWHERE);
    }

    /** Where the tables of the context's SchemaDefinitions are. */
    RunbookDatabase.Where schemas(Block block) {
        return target.dsn()
                .map(RunbookDatabase.Where::ofDsn)
                .orElseGet(() -> RunbookDatabase.Where.ofVelocity(context(block)));
    }

    public ResourceRef databaseRef(String name) {
        return new ResourceRef(target.context(), DATABASES, "databases", target.namespace(), name);
    }

    void hide(Secret secret) {
        redactor.hide(secret);
    }
}
