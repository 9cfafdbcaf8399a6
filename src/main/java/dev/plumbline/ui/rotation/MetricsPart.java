package dev.plumbline.ui.rotation;

import dev.plumbline.model.Problem;
import dev.plumbline.model.managed.ManagedDatabase.Measure;
import dev.plumbline.model.managed.ManagedDatabase.Measures;
import dev.plumbline.operation.rotation.MeasureManaged.Measured;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.control.PlainTable;
import dev.plumbline.ui.control.ProblemPane;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.reading.Reading;
import dev.plumbline.ui.text.Age;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;

/** What the resource exports: measured only when a person asks, since its own SELECTs run then. */
final class MetricsPart {
    private MetricsPart() {}

    static List<Node> of(RotationPlan plan, RotationViewModel model) {
        List<Node> parts = new ArrayList<>();
        parts.add(Words.of(Texts.get("rotation.metrics"), "heading", "section"));
        List<Measure> measures = plan.facts().database().measures();
        if (measures.isEmpty()) {
            parts.add(Words.of(Texts.get("rotation.metrics.none"), "muted"));
            return parts;
        }
        List<String> queries = measures.stream()
                .filter(measure ->
                        measure.kind() == Measures.SQL_QUERY && !measure.query().isEmpty())
                .map(Measure::query)
                .toList();
        parts.add(Words.of(Texts.get("rotation.metrics.words", measures.size(), queries.size()), "muted"));
        queries.forEach(query -> parts.add(Words.of(query, "mono", "small")));
        Reading<List<Measured>> measuring = model.measuring();
        Button measure = new Button(Texts.get("rotation.measure"));
        measure.setId("measure");
        measure.setDisable(measuring.phase().isRunning());
        measure.setOnAction(event -> model.measure());
        parts.add(measure);
        Problem failed = measuring.problemProperty().get();
        if (failed != null) {
            parts.add(new ProblemPane(failed));
        }
        List<Measured> measured = measuring.value();
        if (measured != null) {
            parts.add(table(measured));
            measured.stream()
                    .filter(each -> !each.why().isEmpty())
                    .forEach(each -> parts.add(
                            Words.of(Texts.get("rotation.metrics.not", each.metric(), each.why()), "warning-text")));
        }
        return parts;
    }

    private static TableView<List<String>> table(List<Measured> measured) {
        List<String> heads = List.of(
                Texts.get("rotation.metric"), Texts.get("rotation.metric.value"), Texts.get("rotation.metric.took"));
        TableView<List<String>> table = PlainTable.of(
                heads,
                List.of(230.0, 90.0, 70.0),
                measured.stream()
                        .map(each -> List.of(
                                each.metric() + labels(each.labels()),
                                each.why().isEmpty() ? each.value() : Texts.get("rotation.metric.unknown"),
                                each.took().isZero() ? "" : Age.of(each.took())))
                        .toList());
        table.setId("metrics");
        table.setAccessibleText(Texts.get("rotation.metrics"));
        return table;
    }

    private static String labels(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .filter(label -> !label.getKey().equals("database"))
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
