package dev.plumbline.ui.migration;

import dev.plumbline.migration.directory.FileText;
import dev.plumbline.migration.directory.TransactionMode;
import dev.plumbline.model.lock.LockMode;
import dev.plumbline.operation.migration.JudgedMigrations;
import dev.plumbline.ui.control.Badge;
import dev.plumbline.ui.control.ElidedLabel;
import dev.plumbline.ui.control.Tone;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which table is locked how strongly from which statement on until the transaction ends: a line a table, a place a statement. */
final class LockTimeline extends VBox {
    private static final int TABLES = 24;
    private static final int IN_SIGHT = 5;
    private static final double LINE = 24;

    LockTimeline() {
        getStyleClass().add("lock-timeline");
        setFillWidth(true);
    }

    void show(FileText file, JudgedMigrations judged) {
        TransactionMode usual = judged.reading().choice().mode();
        TransactionMode mode = file.mode(usual);
        List<StatementLocks> locks = file.statements().stream()
                .map(statement -> StatementLocks.of(statement, judged))
                .toList();
        List<HeldSpan> spans = HeldSpan.of(locks, (int) file.statements().stream()
                .filter(statement -> !file.isAlone(statement, usual))
                .count());
        getChildren().setAll(head(mode, locks));
        if (spans.isEmpty()) {
            boolean known = locks.stream().allMatch(StatementLocks::known);
            getChildren().add(words(Texts.get(known ? "migrations.held.none" : "migrations.held.unknown")));
            return;
        }
        List<String> tables = spans.stream().map(HeldSpan::table).distinct().toList();
        VBox lines = new VBox();
        tables.stream().limit(TABLES).forEach(table -> lines.getChildren().add(line(table, spans, locks.size(), mode)));
        if (tables.size() > TABLES) {
            lines.getChildren().add(words(Texts.get("migrations.held.more", tables.size() - TABLES)));
        }
        getChildren().add(tables.size() > IN_SIGHT ? scrolled(lines) : lines);
    }

    private static Node scrolled(VBox lines) {
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMinHeight(LINE * IN_SIGHT);
        scroll.setPrefHeight(LINE * IN_SIGHT);
        return scroll;
    }

    private static Node head(TransactionMode mode, List<StatementLocks> locks) {
        ElidedLabel title = new ElidedLabel(Texts.get("migrations.held." + mode.name()));
        title.getStyleClass().add("heading");
        long traced = locks.stream().filter(StatementLocks::isTraced).count();
        String evidence = traced == 0
                ? Texts.get("migrations.parsed")
                : traced == locks.size()
                        ? Texts.get("migrations.traced")
                        : Texts.get("migrations.held.part", traced, locks.size());
        HBox head = new HBox(title, new Badge(evidence, traced == 0 ? Tone.NEUTRAL : Tone.ACCENT));
        head.getStyleClass().add("line");
        return head;
    }

    private static Label words(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }

    private static Node line(String table, List<HeldSpan> spans, int places, TransactionMode mode) {
        List<HeldSpan> own =
                spans.stream().filter(span -> span.table().equals(table)).toList();
        ElidedLabel name = new ElidedLabel(table);
        name.getStyleClass().add("mono");
        name.setPrefWidth(190);
        name.setMinWidth(100);
        SpanBar bar = new SpanBar(own, places);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(name, bar);
        line.getStyleClass().add("lock-line");
        List<String> told = new ArrayList<>(List.of(table));
        own.forEach(span -> told.add(Texts.get(
                mode == TransactionMode.NONE ? "migrations.span.alone" : "migrations.span",
                span.mode().words(),
                span.from() + 1)));
        line.setAccessibleText(String.join(", ", told));
        line.setFocusTraversable(true);
        return line;
    }

    /** A lock on a table from one place to before another. */
    record HeldSpan(String table, LockMode mode, int from, int to) {
        /** In a transaction until its end, or until a stronger one is taken of the same table; else for one statement. {@code together} is how many of the first share a transaction. */
        static List<HeldSpan> of(List<StatementLocks> locks, int together) {
            List<HeldSpan> spans = new ArrayList<>();
            for (int place = 0; place < locks.size(); place++) {
                for (StatementLocks.Taken taken : taken(locks.get(place))) {
                    boolean alone = place >= together;
                    take(spans, taken, place, alone ? place + 1 : together, alone);
                }
            }
            return spans;
        }

        /** What an earlier statement took is drawn from there on. */
        private static List<StatementLocks.Taken> taken(StatementLocks locks) {
            return locks.isHeld() ? List.of() : locks.locks();
        }

        private static void take(
                List<HeldSpan> spans, StatementLocks.Taken taken, int from, int to, boolean eachAlone) {
            for (int index = 0; index < spans.size() && !eachAlone; index++) {
                HeldSpan held = spans.get(index);
                if (held.table.equals(taken.table()) && held.to > from) {
                    if (held.mode.compareTo(taken.mode()) >= 0) {
                        return;
                    }
                    spans.set(index, new HeldSpan(held.table, held.mode, held.from, from));
                }
            }
            spans.removeIf(span -> span.from >= span.to);
            spans.add(new HeldSpan(taken.table(), taken.mode(), from, to));
        }
    }

    /** The spans of one table, in proportion. */
    private static final class SpanBar extends Region {
        private final List<HeldSpan> spans;
        private final int places;

        SpanBar(List<HeldSpan> spans, int places) {
            this.spans = spans;
            this.places = places;
            getStyleClass().add("span-bar");
            setMinHeight(LINE - 4);
            setPrefHeight(LINE - 4);
            setMinWidth(80);
            spans.forEach(span -> {
                Label drawn = new Label(span.mode().chip());
                drawn.getStyleClass().addAll("lock-span", LockChip.styleOf(span.mode()));
                drawn.setMinWidth(0);
                getChildren().add(drawn);
            });
        }

        @Override
        protected void layoutChildren() {
            double place = getWidth() / places;
            for (int index = 0; index < spans.size(); index++) {
                HeldSpan span = spans.get(index);
                double from = snapPositionX(span.from() * place);
                getChildren()
                        .get(index)
                        .resizeRelocate(from, 2, snapPositionX(span.to() * place) - from - 1, getHeight() - 4);
            }
        }
    }
}
