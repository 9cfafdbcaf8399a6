package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.runbook.document.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code dump: {file, sha256, compare}}: holds where the file of the run is the one that was dumped and is read back whole. With {@code compare: true} the database must have as many rows of each of its
 * tables now.
 */
final class DumpQuestion implements Checking.Question {
    @Override
    public CheckAnswer ask(Block block, ObjectNode fields, StepScope scope, CancelToken cancel) {
        JsonNode dump = fields.path("dump");
        Path file = scope.folder().resolve(dump.path("file").asText()).normalize();
        KeptFiles.requireInside(scope.folder(), file);
        if (!Files.isRegularFile(file)) {
            return CheckAnswer.of(false, "There is no dump " + file.getFileName() + ".", List.of());
        }
        boolean compares = dump.path("compare").asBoolean(false);
        DumpTables.Reread read = scope.tools().dumps().reread(scope.database(block), file, compares, cancel);
        List<String> evidence = new ArrayList<>(List.of("SHA-256 " + read.sha256()));
        if (!read.sha256().equals(dump.path("sha256").asText())) {
            return CheckAnswer.of(
                    false, file.getFileName() + " was changed since it was dumped: its SHA-256 is another.", evidence);
        }
        boolean equal = true;
        for (var table : read.rows().entrySet()) {
            Long now = read.database().get(table.getKey());
            equal &= !compares || table.getValue().equals(now);
            evidence.add(table.getKey() + ": " + table.getValue() + " rows in the file"
                    + (!compares
                            ? ""
                            : now == null ? ", no such table in the database" : ", " + now + " in the database"));
        }
        return CheckAnswer.of(
                equal,
                compares
                        ? equal
                                ? "The rows of the database are as many as those of the dump."
                                : "The rows of the database differ in number from those of the dump."
                        : "Read back whole: " + Evidence.tables(read.rows().size()) + ".",
                evidence);
    }
}
