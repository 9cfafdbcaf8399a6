package dev.plumbline.operation.runbook;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A file that pg_dump wrote, as pg_restore reads it back. */
final class DumpFile {
    private static final String UNREADABLE = "It is no file that pg_dump wrote with --format=custom, or not whole.";
    private final LibpqRun run;
    private final PgPrograms.Pair programs;
    private final Path file;
    private final CancelToken cancel;

    DumpFile(LibpqRun run, PgPrograms.Pair programs, Path file, CancelToken cancel) {
        this.run = run;
        this.programs = programs;
        this.file = file;
        this.cancel = cancel;
    }

    /** What it holds, an entry a line. */
    List<String> entries() throws IOException {
        List<String> command = List.of(programs.restore().toString(), "--list", file.toString());
        String text = run.run(
                command,
                file.toString(),
                UNREADABLE,
                cancel,
                output -> new String(output.readAllBytes(), StandardCharsets.UTF_8));
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(";"))
                .toList();
    }

    /** @param chosen options that choose entries */
    Map<DumpName, Long> rows(List<String> chosen) throws IOException {
        List<String> command = new ArrayList<>(List.of(programs.restore().toString(), "--data-only", "--file=-"));
        command.addAll(chosen);
        command.add(file.toString());
        return run.run(command, file.toString(), UNREADABLE, cancel, output -> new CopyCounter().count(output));
    }

    /** The entries that hold the rows of the tables; one that cannot be told from another is refused. */
    static List<String> rowsOf(List<DumpName> tables, List<String> entries) {
        List<String> chosen = new ArrayList<>();
        for (DumpName table : tables) {
            String words =
                    " TABLE DATA " + table.schema().text() + " " + table.table().text() + " ";
            List<String> found =
                    entries.stream().filter(entry -> entry.contains(words)).toList();
            if (found.size() != 1) {
                throw DumpTables.problem(
                        Problem.Kind.NOT_FOUND,
                        "DUMP-ENTRY",
                        table.shown(),
                        "the file holds " + found.size() + " entries with the rows of a table of this name.",
                        "A partitioned table has its rows in its partitions: name those.");
            }
            chosen.add(found.get(0));
        }
        return chosen;
    }

    static Map<String, Long> shown(Map<DumpName, Long> rows) {
        Map<String, Long> shown = new TreeMap<>();
        rows.forEach((table, count) -> shown.put(table.shown(), count));
        return shown;
    }

    static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[256 * 1024];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
