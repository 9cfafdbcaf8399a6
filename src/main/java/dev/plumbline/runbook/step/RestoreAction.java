package dev.plumbline.runbook.step;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.DumpTables;
import dev.plumbline.operation.runbook.RunbookDatabase;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.document.StepClassifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code restore}: puts back what a dump of the same run holds, in one transaction, and counts the rows again. The rows before it are written down, by which it can be told later whether it took effect. */
final class RestoreAction implements StepAction {
    private static final String ROWS_OF = "rows of ";

    @Override
    public Prepared prepare(Block block, StepScope scope, CancelToken cancel, Progress progress) {
        ObjectNode fields = Rendering.fields(block, scope);
        RunbookDatabase.Where where = scope.database(block);
        Path from = from(fields, scope);
        List<String> tables = DumpAction.texts(fields, "tables");
        boolean dataOnly = fields.path("data-only").asBoolean(false);
        String target = scope.tools().sql().target(where, cancel);
        String command = "pg_restore of " + from.getFileName()
                + (tables.isEmpty() ? "" : ", rows of " + String.join(", ", tables));
        Optional<DumpTables.Look> look = Files.exists(from)
                ? Optional.of(scope.tools().dumps().look(where, from, tables, cancel, progress))
                : Optional.empty();
        List<String> lines = new ArrayList<>();
        look.ifPresentOrElse(
                seen -> lines.addAll(rows(seen)),
                () -> lines.add("The file is not there yet, so that nothing is known of it."));
        lines.add("Runs in one transaction: all of it stands, or none.");
        Preview preview = new Preview(
                Verdict.CANNOT_TELL,
                StepClassifier.of(block),
                target,
                command,
                lines,
                Map.of("restore", command + " into " + target),
                from.getFileName() == null ? "" : from.getFileName().toString(),
                Digest.of(scope.source(), block.id(), target, fields.toString()),
                scope.tools().clock().instant());
        Effect effect = scope.marks().isEmpty()
                ? Effect.NOT
                : look.map(seen -> compared(seen, scope)).orElse(Effect.UNKNOWN);
        if (effect == Effect.TOOK) {
            return proved(Again.nothing(preview, "Counted again: the rows of the file are there.", Map.of()), look);
        }
        Preview shown = effect == Effect.UNKNOWN
                ? Again.asked(
                        preview,
                        "It was interrupted, and the rows are neither those before it nor those with the file's: somebody else wrote meanwhile.")
                : preview;
        return Preparing.of(
                shown,
                look.map(RestoreAction::marks).orElse(Map.of()),
                Map.of(),
                (approval, listener, token) -> run(scope, where, from, tables, dataOnly, target, listener, token));
    }

    @Override
    public Effect effect(Block block, StepScope scope, CancelToken cancel) {
        ObjectNode fields = Rendering.fields(block, scope);
        Path from = from(fields, scope);
        return compared(
                scope.tools()
                        .dumps()
                        .look(scope.database(block), from, DumpAction.texts(fields, "tables"), cancel, Progress.NONE),
                scope);
    }

    private static Path from(ObjectNode fields, StepScope scope) {
        Path from = scope.folder().resolve(fields.path("from").asText()).normalize();
        KeptFiles.requireInside(scope.folder(), from);
        return from;
    }

    private static List<String> rows(DumpTables.Look look) {
        List<String> lines = new ArrayList<>();
        look.dumped()
                .forEach((table, rows) -> lines.add(table + ": " + rows + " rows in the file, "
                        + (look.now().containsKey(table)
                                ? look.now().get(table) + " there now"
                                : "no such table now")));
        return Evidence.capped(lines);
    }

    /** A table that was not there has no mark. */
    private static Map<String, String> marks(DumpTables.Look look) {
        Map<String, String> marks = new TreeMap<>();
        marks.put("tables", String.valueOf(look.dumped().size()));
        look.now().forEach((table, rows) -> marks.put(ROWS_OF + table, String.valueOf(rows)));
        return marks;
    }

    private static Effect compared(DumpTables.Look look, StepScope scope) {
        boolean asBefore = true;
        boolean restored = true;
        for (Map.Entry<String, Long> each : look.dumped().entrySet()) {
            Long now = look.now().get(each.getKey());
            String mark = scope.marks().get(ROWS_OF + each.getKey());
            long before = mark == null ? 0 : Long.parseLong(mark);
            asBefore &= now == null ? mark == null : mark != null && now == before;
            restored &= now != null && now == before + each.getValue();
        }
        return asBefore ? Effect.NOT : restored ? Effect.TOOK : Effect.UNKNOWN;
    }

    /** The rows were counted, which is all that a restore has to prove. */
    private static Prepared proved(Prepared nothing, Optional<DumpTables.Look> look) {
        return Preparing.of(nothing.preview(), (approval, listener, token) -> {
            Ran ran = nothing.run(approval, listener, token);
            return new Ran(ran.summary(), look.map(RestoreAction::rows).orElse(ran.evidence()), ran.captures(), true);
        });
    }

    private static Ran run(
            StepScope scope,
            RunbookDatabase.Where where,
            Path from,
            List<String> tables,
            boolean dataOnly,
            String target,
            StepListener listener,
            CancelToken cancel) {
        DumpTables.Restored restored = new Witnessing(scope, where, listener, cancel)
                .of(() -> scope.tools()
                        .dumps()
                        .restore(where, from, tables, dataOnly, cancel, (doing, done, total) -> listener.heard(doing)));
        return told(restored, target);
    }

    /** @throws ProblemException RB-RESTORED where the rows are not those that were to be: it stands all the same */
    static Ran told(DumpTables.Restored restored, String target) {
        List<String> evidence = new ArrayList<>();
        restored.after()
                .forEach((table, rows) -> evidence.add(table + ": " + rows + " rows, "
                        + restored.dumped().getOrDefault(table, 0L) + " of them from the file"));
        if (!restored.differing().isEmpty()) {
            throw new ProblemException(new Problem(
                    Problem.Kind.CONFLICT,
                    "RB-RESTORED",
                    "Counting again in",
                    target,
                    "the rows of " + String.join(", ", restored.differing())
                            + " are not those before and those of the file together.",
                    "A trigger changed them, or somebody else wrote meanwhile: look before you go on."));
        }
        return new Ran(Evidence.tables(restored.after().size()) + ", each row counted", evidence, Map.of(), true);
    }
}
