package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code dump}: writes tables or schemas with pg_dump into a file of the run's folder, and reads it back: each row counted in file and database. Captures {@code dump_file} and {@code dump_sha256}. */
final class DumpAction implements StepAction {
    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        RunbookDatabase.Where where = scope.database(block);
        Path to = scope.folder().resolve(fields.path("to").asText()).normalize();
        KeptFiles.requireInside(scope.folder(), to);
        DumpTables.Wanted wanted = new DumpTables.Wanted(
                texts(fields, "tables"),
                texts(fields, "schemas"),
                fields.path("data-only").asBoolean(false),
                fields.path("schema-only").asBoolean(false),
                to);
        String target = scope.tools().sql().target(where, cancel);
        String command = "pg_dump of "
                + (wanted.tables().isEmpty() && wanted.schemas().isEmpty()
                        ? "all"
                        : String.join(", ", wanted.tables()) + String.join(", ", wanted.schemas()))
                + " → " + to.getFileName();
        List<String> lines = new ArrayList<>(
                List.of("The file is read back, and the rows of each table counted in it and in the database."));
        Verdict verdict = Verdict.READS;
        try {
            lines.add("With " + scope.tools().dumps().program(where, cancel) + ".");
        } catch (ProblemException none) {
            verdict = Verdict.CANNOT_TELL;
            lines.add("Cannot be done here: " + none.problem().answer() + " "
                    + none.problem().next());
        }
        Preview preview = new Preview(
                verdict,
                StepClassifier.of(block),
                target,
                command,
                lines,
                Map.of(),
                "",
                Digest.of(scope.source(), block.id(), target, fields.toString()),
                scope.tools().clock().instant());
        return Preparing.of(preview, (approval, listener, token) -> {
            Optional<Path> earlier = KeptFiles.setAside(to);
            KeptFiles.deleteParts(to);
            DumpTables.Dumped dumped =
                    scope.tools().dumps().dump(where, wanted, token, (doing, done, total) -> listener.heard(doing));
            List<String> evidence = new ArrayList<>();
            evidence.add(dumped.version() + ", " + dumped.bytes() + " bytes, SHA-256 " + dumped.sha256());
            earlier.ifPresent(
                    file -> evidence.add("An earlier dump of this name is kept as " + file.getFileName() + "."));
            dumped.rows().forEach((table, rows) -> evidence.add(table + ": " + rows + " rows in file and database"));
            return new Ran(
                    Evidence.tables(dumped.rows().size()) + ", each row counted",
                    Evidence.capped(evidence),
                    Map.of("dump_file", dumped.file().toString(), "dump_sha256", dumped.sha256()),
                    true);
        });
    }

    static List<String> texts(ObjectNode fields, String name) {
        List<String> all = new ArrayList<>();
        fields.path(name).forEach(each -> all.add(each.asText()));
        return all;
    }
}
