package dev.plumbline.operation.runbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows that {@code pg_restore --data-only} writes: a line each between COPY and {@code \.} (PostgreSQL manual, COPY, "Text Format").
 * Takes the stream as it comes, whatever the length of its lines.
 */
final class CopyCounter {
    /** Longer than any COPY line up to its second name. */
    private static final int KEPT = 1024;

    private final Map<DumpName, Long> rows = new TreeMap<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private @Nullable DumpName table;
    private long length;

    Map<DumpName, Long> count(InputStream text) throws IOException {
        byte[] buffer = new byte[256 * 1024];
        for (int read = text.read(buffer); read >= 0; read = text.read(buffer)) {
            take(buffer, read);
        }
        if (table != null) {
            throw new IOException("the data of " + table.shown() + " has no end");
        }
        return rows;
    }

    private void take(byte[] buffer, int read) {
        int begin = 0;
        for (int i = 0; i < read; i++) {
            if (buffer[i] == '\n') {
                keep(buffer, begin, i);
                end();
                begin = i + 1;
            }
        }
        keep(buffer, begin, read);
    }

    private void keep(byte[] buffer, int begin, int end) {
        length += end - begin;
        line.write(buffer, begin, Math.min(end - begin, Math.max(KEPT - line.size(), 0)));
    }

    private void end() {
        DumpName within = table;
        if (within == null) {
            String text = line.toString(StandardCharsets.UTF_8);
            if (text.startsWith("COPY ")) {
                table = DumpName.ofCopy(text);
                rows.putIfAbsent(table, 0L);
            }
        } else if (length == 2 && line.toString(StandardCharsets.UTF_8).equals("\\.")) {
            table = null;
        } else {
            rows.merge(within, 1L, Long::sum);
        }
        line.reset();
        length = 0;
    }
}
