package dev.plumbline.runbook.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.operation.runbook.CatalogChanges;
import dev.plumbline.runbook.document.Slug;
import dev.plumbline.runbook.step.StepListener;
import dev.plumbline.runbook.transcript.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Hears what a step's run changed in catalogs. The first lines of it go into the transcript; all of it is kept in a file of the run, whose SHA-256 the transcript holds. */
final class CatalogEvidence implements StepListener {
    private static final int SHOWN = 100;
    private static final int KEPT = 100_000;
    private final StepListener listener;
    private final List<CatalogChanges> changes = new ArrayList<>();

    CatalogEvidence(StepListener listener) {
        this.listener = listener;
    }

    @Override
    public void heard(String sentence) {
        listener.heard(sentence);
    }

    @Override
    public synchronized void changed(CatalogChanges each) {
        changes.add(each);
        listener.changed(each);
    }

    /**
     * Puts what was heard since it was last asked into an entry, as {@code catalog}.
     *
     * @param folder the run's own
     * @return the lines that stand there, none where no catalog was read
     */
    synchronized List<String> into(ObjectNode data, Path folder, Redactor redactor, String step) {
        List<String> all = new ArrayList<>();
        changes.forEach(each -> all.addAll(each.told()));
        int differences = changes.stream().mapToInt(CatalogChanges::count).sum();
        changes.clear();
        if (all.isEmpty()) {
            return all;
        }
        ObjectNode catalog = data.putObject("catalog").put("differences", differences);
        List<String> shown = new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
        String left = all.size() > SHOWN ? "… and " + (all.size() - SHOWN) + " more lines; all of it " : "All of it ";
        try {
            Path file = keep(folder, redactor, step, all, catalog);
            shown.add(left + "is in " + file.getFileName() + " of the run.");
        } catch (IOException failed) {
            shown.add(left + "could not be kept as a file of the run: "
                    + failed.getClass().getSimpleName() + ": " + failed.getMessage());
        }
        shown.forEach(catalog.withArray("lines")::add);
        return shown;
    }

    private static Path keep(Path folder, Redactor redactor, String step, List<String> all, ObjectNode catalog)
            throws IOException {
        List<String> lines = new ArrayList<>(all.subList(0, Math.min(KEPT, all.size())));
        if (all.size() > KEPT) {
            lines.add("… and " + (all.size() - KEPT) + " more lines, which were not kept.");
        }
        byte[] bytes = redactor.text(String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        Path file = free(folder, "catalog-" + Slug.of(step));
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        catalog.put("file", file.getFileName().toString()).put("sha256", sha256(bytes));
        return file;
    }

    /** A step that runs again keeps what it changed the first time. */
    private static Path free(Path folder, String name) {
        Path file = folder.resolve(name + ".txt");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ".txt");
        }
        return file;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
