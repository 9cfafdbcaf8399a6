package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.GateResult.PodLine;
import dev.plumbline.drift.gate.GateResult.Standing;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The pods that a check stands on, those that block first. The tag, which is what is judged, is told whole and names and reasons have as many lines as they need. */
final class PodLines {
    private static final double BESIDE = 26;
    private static final double MOST = 240;
    private static final double LEAST_NAME = 54;
    private static final double LEAST_WHY = 112;
    private static final double LINE = 17;
    private static final double AROUND = 11;
    private static final int MOST_LINES = 4;
    private static final int POD = 1;
    private static final int CONTAINER = 2;
    private static final int TAG = 3;
    private static final double MOST_TAG = 130;
    private static final List<String> HEADS =
            List.of("gates.pod.standing", "gates.pod", "gates.pod.container", "gates.pod.tag", "gates.pod.why");

    private PodLines() {}

    static TableView<List<String>> of(List<PodLine> pods) {
        List<PodLine> sorted = new ArrayList<>(pods);
        sorted.sort(Comparator.comparing(
                pod -> pod.standing() == Standing.BLOCKS ? 0 : pod.standing() == Standing.SKIPPED ? 1 : 2));
        List<List<String>> rows = sorted.stream().map(PodLines::row).toList();
        List<Double> widths = new ArrayList<>();
        for (int index = 0; index < HEADS.size(); index++) {
            widths.add(Math.min(MOST, widest(rows, index, Texts.get(HEADS.get(index))) + BESIDE));
        }
        TableView<List<String>> table = GateCard.table(HEADS, widths, rows);
        int last = HEADS.size() - 1;
        double tag = Math.min(MOST_TAG, widths.get(TAG));
        setWidth(table.getColumns().get(TAG), tag);
        double names = widths.get(POD) + widths.get(CONTAINER);
        table.getColumns().get(last).setMinWidth(LEAST_WHY);
        List<Integer> wrapped = List.of(POD, CONTAINER, last);
        wrapped.forEach(index -> wrap(table.getColumns().get(index)));
        table.widthProperty().subscribe(width -> {
            double room = width.doubleValue() - widths.get(0) - tag - LEAST_WHY - BESIDE;
            double share = Math.min(1, Math.max(0, room / names));
            for (int index : List.of(POD, CONTAINER)) {
                setWidth(table.getColumns().get(index), Math.max(LEAST_NAME, widths.get(index) * share));
            }
        });
        Map<Integer, Double> longest = new TreeMap<>();
        wrapped.forEach(index -> longest.put(index, widest(rows, index, "")));
        wrapped.forEach(index -> table.getColumns().get(index).widthProperty().subscribe(width -> fit(table, longest)));
        return table;
    }

    @SuppressWarnings("unchecked") // every column of the table shows text
    private static void wrap(TableColumn<List<String>, ?> column) {
        ((TableColumn<List<String>, String>) column).setCellFactory(of -> new WrappedCell());
    }

    /** As many lines as the longest text of any column takes, with room for words that end before the edge. */
    private static void fit(TableView<List<String>> table, Map<Integer, Double> longest) {
        double lines = 1;
        for (Map.Entry<Integer, Double> text : longest.entrySet()) {
            double room = Math.max(1, table.getColumns().get(text.getKey()).getWidth() - BESIDE);
            lines = Math.max(lines, text.getValue() <= room ? 1 : Math.ceil(text.getValue() * 1.1 / room));
        }
        GateCard.fit(table, LINE * Math.min(MOST_LINES, lines) + AROUND);
    }

    private static void setWidth(TableColumn<?, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    private static List<String> row(PodLine pod) {
        return List.of(
                Texts.get("gates.standing." + pod.standing()),
                pod.phase().equals("Running") ? pod.pod() : pod.pod() + " (" + pod.phase() + ")",
                pod.container(),
                pod.tag(),
                pod.why());
    }

    private static double widest(List<List<String>> rows, int index, String head) {
        Text measure = new Text();
        measure.setFont(Font.font("Inter", 13));
        double widest = 0;
        for (List<String> row : rows) {
            measure.setText(row.get(index));
            widest = Math.max(widest, measure.getLayoutBounds().getWidth());
        }
        measure.setText(head);
        return Math.max(widest, measure.getLayoutBounds().getWidth());
    }

    private static final class WrappedCell extends TableCell<List<String>, String> {
        private WrappedCell() {
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty || text == null ? "" : text);
        }
    }
}
