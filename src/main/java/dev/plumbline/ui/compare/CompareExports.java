package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceRow;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.model.Visible;
import dev.plumbline.model.structure.StructureName;
import dev.plumbline.operation.difference.DiffJson;
import dev.plumbline.operation.difference.DiffMarkdown;
import dev.plumbline.operation.difference.DiffScript;
import dev.plumbline.ui.fx.Activity;
import dev.plumbline.ui.fx.ActivitySlot;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the filter accepts, and nothing else, as a file. What was left out, and by which filter, stands in it. */
final class CompareExports {
    enum Format {
        SQL("sql"),
        MARKDOWN("md"),
        JSON("json");

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }
    }

    private final CompareActions actions;
    private final ActivitySlot slot;

    CompareExports(CompareActions actions, Activity activity) {
        this.actions = actions;
        this.slot = activity.slot();
    }

    void export(ComparePage page, ShownRows rows, Format format) {
        String name = "differences." + format.ending;
        slot.<String>start(
                Texts.get("compare.job.export", name),
                (cancel, progress) -> text(page, rows, format, cancel, progress),
                outcome -> outcome.ifDone(text -> actions.files().offer().accept(name, text)));
    }

    private String text(ComparePage page, ShownRows rows, Format format, CancelToken cancel, Progress progress)
            throws Exception {
        List<String> beside = beside(page, rows);
        return switch (format) {
            case MARKDOWN -> String.join("\n", DiffMarkdown.of(page.pair().only(rows.differences()), beside)) + "\n";
            case JSON -> {
                var node = DiffJson.of(page.pair().only(rows.differences()));
                beside.forEach(node.putArray("leftOut")::add);
                yield DiffJson.text(node);
            }
            case SQL -> {
                Set<StructureName> chosen = rows.differences().stream()
                        .filter(row -> row.layer() == Layer.STRUCTURE)
                        .map(DifferenceRow::found)
                        .filter(found -> found != null)
                        .map(found -> found.name())
                        .collect(Collectors.toSet());
                yield DiffScript.of(actions.plan().apply(page.pair(), chosen).run(cancel, progress), beside);
            }
        };
    }

    private static List<String> beside(ComparePage page, ShownRows rows) {
        List<String> beside = new ArrayList<>();
        if (!rows.filter().words().isEmpty()) {
            beside.add(Texts.get(
                    "compare.export.filter", Visible.text(rows.filter().words())));
        }
        int out = page.rows().size() - rows.rows().size();
        if (out > 0) {
            beside.add(Texts.get("compare.export.out", out, page.rows().size()));
        }
        if (page.ignored() > 0 && !rows.filter().ignored()) {
            beside.add(Texts.get("compare.export.ignored", page.ignored()));
        }
        return beside;
    }
}
