package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.upgrade.LabelSelector;
import dev.plumbline.model.upgrade.SelectorText;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.model.upgrade.UpgradeChoices.PodChoice;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.text.CountWords;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A check that is being written: its fields, and what in them is no value at all. */
abstract class FormPart extends VBox {
    private static final int NAMED = 3;
    private static final LabelSelector ALL = new LabelSelector(java.util.Map.of(), List.of());
    private final List<FormField> fields = new ArrayList<>();
    private final Button remove = new Button(Texts.get("compose.remove"));

    FormPart() {
        getStyleClass().addAll("card", "form-part");
    }

    abstract void offer(UpgradeChoices choices);

    /** What is written that cannot be put into a resource. */
    abstract List<Refusal> mistakes();

    final List<FormField> fields() {
        return fields;
    }

    final void row(FormField... row) {
        HBox line = new HBox(row);
        line.getStyleClass().add("form-row");
        for (FormField field : row) {
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setPrefWidth(120);
            field.setMaxWidth(Double.MAX_VALUE);
            fields.add(field);
        }
        getChildren().add(line);
    }

    final void removable(String id, Runnable removing) {
        remove.setId(id);
        remove.getStyleClass().add("quiet");
        remove.setOnAction(event -> removing.run());
        getChildren().add(remove);
    }

    /** Only the last of a list has the button: the others' fields are called by their place. */
    final void allowRemoving(boolean last) {
        remove.setVisible(last);
        remove.setManaged(last);
    }

    static LabelSelector selector(String text) {
        return SelectorText.parse(text).orElse(ALL);
    }

    static List<Refusal> selectorMistakes(String path, String text) {
        return SelectorText.parse(text).isPresent()
                ? List.of()
                : List.of(new Refusal(path, Texts.get("compose.selector.wrong")));
    }

    static List<Refusal> numberMistakes(String path, String text) {
        return text.isEmpty() || text.matches("\\d{1,9}")
                ? List.of()
                : List.of(new Refusal(path, Texts.get("compose.number.wrong")));
    }

    static long number(String text, long otherwise) {
        return text.matches("\\d{1,9}") ? Long.parseLong(text) : otherwise;
    }

    /** How many pods a selector selects now, and which. */
    static String matched(@Nullable UpgradeChoices choices, String text) {
        if (choices == null || SelectorText.parse(text).isEmpty()) {
            return "";
        }
        if (choices.pods().value().isEmpty()) {
            return Texts.get("compose.pods.unknown", choices.pods().gap());
        }
        List<PodChoice> found = choices.selected(selector(text));
        String names = found.stream().limit(NAMED).map(pod -> pod.pod().name()).collect(Collectors.joining(", "));
        String more = found.size() > NAMED ? " +" + (found.size() - NAMED) : "";
        return Texts.get(
                text.isEmpty() ? "compose.matches.all" : "compose.matches",
                CountWords.of(found.size(), "pod", "pods"),
                found.isEmpty() ? "" : ": " + names + more);
    }

    /** The selectors by one label that select something, those of most pods first. */
    static List<String> selectors(UpgradeChoices choices) {
        return choices.pods().value().orElse(List.of()).stream()
                .flatMap(pod -> pod.labels().entrySet().stream())
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.groupingBy(label -> label, java.util.TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((left, right) -> Long.compare(right.getValue(), left.getValue()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
