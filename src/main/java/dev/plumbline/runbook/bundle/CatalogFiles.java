package dev.plumbline.runbook.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the steps of a run changed in catalogs: in the transcript as far as it is short, whole in the files that it names by their SHA-256. */
final class CatalogFiles {
    private static final String FIELD = "catalog";

    private CatalogFiles() {}

    /** All of it as one text, each step with its time. {@code folder} is the run's own. */
    static String text(RunReport report, Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Entry entry : report.transcript().entries()) {
            List<String> lines = lines(report, entry, folder);
            if (!lines.isEmpty()) {
                text.append(entry.at())
                        .append("  ")
                        .append(entry.step())
                        .append(" (")
                        .append(entry.kind().word())
                        .append(")\n");
                lines.forEach(line -> text.append("  ").append(line).append('\n'));
            }
        }
        return text.isEmpty() ? "No step read a catalog before and after it.\n" : text.toString();
    }

    private static List<String> lines(RunReport report, Entry entry, Path folder) throws IOException {
        JsonNode catalog = entry.data().path(FIELD);
        Path file = folder.resolve(catalog.path("file").asText());
        if (catalog.has("file") && Files.isRegularFile(file)) {
            return Files.readAllLines(file);
        }
        List<String> lines = new ArrayList<>();
        catalog.path("lines").forEach(line -> lines.add(line.asText()));
        return catalog.isObject() ? lines : earlier(report, entry);
    }

    /** As it was written before it had a field of its own. */
    private static List<String> earlier(RunReport report, Entry entry) {
        boolean change = entry.kind() == EntryKind.RAN
                && report.runbook()
                        .block(entry.step())
                        .map(Block::kind)
                        .filter(BlockKind.SQL_CHANGE::equals)
                        .isPresent();
        List<String> lines = new ArrayList<>();
        entry.data().path("evidence").forEach(line -> {
            if (change && line.asText().matches("[-+~] .*")) {
                lines.add(line.asText());
            }
        });
        return lines;
    }

    /** The files that are not what the transcript says, a sentence for each. */
    static List<String> wrong(RunReport report, Path folder) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Entry entry : report.transcript().entries()) {
            String name = entry.data().path(FIELD).path("file").asText();
            if (name.isEmpty()) {
                continue;
            }
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                wrong.add(name + ": step " + entry.step() + " kept it, and it is not there.");
            } else if (!Checksums.of(file)
                    .equals(entry.data().path(FIELD).path("sha256").asText())) {
                wrong.add(name + ": it is not what step " + entry.step() + " kept, its SHA-256 differs.");
            }
        }
        return wrong;
    }
}
