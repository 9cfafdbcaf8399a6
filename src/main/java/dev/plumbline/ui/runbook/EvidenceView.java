package dev.plumbline.ui.runbook;

import dev.plumbline.runbook.document.BlockKind;
import dev.plumbline.runbook.transcript.Entry;
import dev.plumbline.runbook.transcript.EntryKind;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What happened, entry by entry with its time in UTC, what is heard of a step while it runs, and the catalog's lines that came and went. */
final class EvidenceView {
    private static final int MOST = 300;
    private static final Set<EntryKind> QUIET = Set.of(EntryKind.PREVIEWED, EntryKind.STARTED, EntryKind.RAN);
    private static final List<String> SIGNS = List.of("+ ", "- ", "~ ");

    private EvidenceView() {}

    static List<Node> happened(RunPage page) {
        List<Entry> told = page.entries().stream()
                .filter(each -> !QUIET.contains(each.kind()))
                .toList();
        List<Node> lines = new ArrayList<>();
        if (told.size() > MOST) {
            lines.add(Words.of(Texts.get("runbook.evidence.more", told.size() - MOST), "muted"));
        }
        told.subList(Math.max(0, told.size() - MOST), told.size()).forEach(each -> lines.add(line(each)));
        return lines;
    }

    private static Node line(Entry entry) {
        String what = entry.kind().word().replace('-', ' ') + (entry.step().isEmpty() ? "" : " · " + entry.step());
        VBox line = new VBox(Words.of(StepWords.time(entry.at()) + "  " + what, "small", "muted"));
        String sentence = sentence(entry);
        if (!sentence.isEmpty()) {
            line.getChildren().add(Words.of(sentence));
        }
        line.getStyleClass().addAll("moment", "entry-" + entry.kind().word());
        return line;
    }

    private static String sentence(Entry entry) {
        return switch (entry.kind()) {
            case BEGUN -> entry.text("target");
            case STOPPED, TORN -> entry.text("why");
            case DECIDED -> Texts.get("runbook.decided", entry.text("option"), entry.text("by"));
            case APPROVED -> Texts.get("runbook.approvedBy", entry.text("by"));
            case RESUMED -> Texts.get("runbook.resumedBy", entry.text("by"));
            case FINISHED ->
                Texts.get(
                        "runbook.finished",
                        entry.data().path("verified").asInt(),
                        entry.data().path("skipped").asInt(),
                        entry.data().path("notChosen").asInt());
            default -> entry.text("sentence");
        };
    }

    static List<Node> heard(List<String> sentences) {
        List<Node> lines = new ArrayList<>();
        sentences
                .subList(Math.max(0, sentences.size() - MOST), sentences.size())
                .forEach(each -> lines.add(Words.of("▸ " + each, "small")));
        return lines;
    }

    /** What steps saw come, go and change in a catalog, in their order. */
    static List<Node> catalog(RunPage page) {
        List<Node> lines = new ArrayList<>();
        int more = 0;
        for (Entry entry : page.entries()) {
            List<String> told = new ArrayList<>();
            entry.data().path("catalog").path("lines").forEach(each -> told.add(each.asText()));
            boolean first = true;
            for (String text : told.isEmpty() ? earlier(page, entry) : told) {
                if (lines.size() >= MOST) {
                    more++;
                    continue;
                }
                if (first) {
                    lines.add(Words.of(entry.step(), "small", "muted"));
                }
                lines.add(Words.of(text, "mono", sign(text)));
                first = false;
            }
        }
        if (more > 0) {
            lines.add(Words.of(Texts.get("runbook.catalog.more", more), "muted"));
        }
        return lines;
    }

    /** As it was written before it had a field of its own. */
    private static List<String> earlier(RunPage page, Entry entry) {
        boolean changed = page.runbook()
                .block(entry.step())
                .filter(block -> block.kind() == BlockKind.SQL_CHANGE)
                .isPresent();
        List<String> lines = new ArrayList<>();
        if (entry.kind() == EntryKind.RAN && changed) {
            entry.data().path("evidence").forEach(each -> {
                if (SIGNS.stream().anyMatch(each.asText()::startsWith)) {
                    lines.add(each.asText());
                }
            });
        }
        return lines;
    }

    private static String sign(String text) {
        String line = text.stripLeading();
        return line.startsWith("+ ")
                ? "ok-text"
                : line.startsWith("- ") ? "danger-text" : line.startsWith("~ ") ? "warning-text" : "muted";
    }
}
