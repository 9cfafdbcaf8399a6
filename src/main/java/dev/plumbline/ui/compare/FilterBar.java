package dev.plumbline.ui.compare;

import dev.plumbline.drift.structure.DifferenceFilter;
import dev.plumbline.drift.structure.Layer;
import dev.plumbline.drift.structure.Presence;
import dev.plumbline.drift.structure.Severity;
import dev.plumbline.ui.fx.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** The one filter: layers, kinds, severities, changes, a text, and what is ignored. */
final class FilterBar extends FlowPane {
    private final CompareViewModel model;
    private final ChoiceMenu<Layer> layers = new ChoiceMenu<>(
            Texts.get("compare.filter.layer"), Layer::word, ticked -> change(filter -> filter.withLayers(ticked)));
    private final ChoiceMenu<Severity> severities = new ChoiceMenu<>(
            Texts.get("compare.filter.severity"),
            severity -> severity.sign() + " " + severity.word(),
            ticked -> change(filter -> filter.withSeverities(ticked)));
    private final ChoiceMenu<Presence> presences = new ChoiceMenu<>(
            Texts.get("compare.filter.change"),
            presence -> presence.sign() + " " + presence.word(),
            ticked -> change(filter -> filter.withPresences(ticked)));
    private final ChoiceMenu<String> kinds =
            new ChoiceMenu<>(Texts.get("compare.filter.kind"), kind -> kind, this::chooseKinds);
    private final TextField text = new TextField();
    private final ToggleButton ignored = new ToggleButton();
    private List<String> known = List.of();

    FilterBar(CompareViewModel model) {
        this.model = model;
        getStyleClass().add("filter-bar");
        text.setId("compareText");
        text.setPromptText(Texts.get("compare.filter.text"));
        text.setAccessibleText(Texts.get("compare.filter.text"));
        text.setPrefWidth(200);
        text.textProperty().subscribe(typed -> change(filter -> filter.withText(typed)));
        ignored.setId("ignoredOnes");
        ignored.getStyleClass().add("chip");
        ignored.setMinWidth(Region.USE_PREF_SIZE);
        ignored.setOnAction(event -> change(filter -> filter.withIgnored(ignored.isSelected())));
        getChildren().addAll(text, layers, kinds, severities, presences, ignored);
        DifferenceFilter filter = model.filterProperty().get();
        layers.offer(List.of(Layer.values()), filter.layers());
        severities.offer(List.of(Severity.values()), filter.severities());
        presences.offer(List.of(Presence.values()), filter.presences());
    }

    /** All kinds ticked means all there may ever be, not those of this comparison. */
    private void chooseKinds(Set<String> ticked) {
        Set<String> some = ticked.containsAll(known) ? Set.of() : ticked.isEmpty() ? Set.of("") : ticked;
        change(filter -> filter.withKinds(some));
    }

    void show(ComparePage page) {
        known = page.kinds();
        Set<String> chosen = model.filterProperty().get().kinds();
        kinds.offer(known, chosen.isEmpty() ? new HashSet<>(known) : chosen);
        boolean alone = model.filterProperty().get().ignored();
        ignored.setText(Texts.get("compare.filter.ignored", page.ignored()));
        ignored.setSelected(alone);
        ignored.setDisable(page.ignored() == 0 && !alone);
    }

    /** Nothing is left out any more but what is ignored. */
    void clear() {
        model.filterProperty().set(DifferenceFilter.all());
        text.setText("");
        DifferenceFilter open = DifferenceFilter.all();
        layers.offer(List.of(Layer.values()), open.layers());
        severities.offer(List.of(Severity.values()), open.severities());
        presences.offer(List.of(Presence.values()), open.presences());
        kinds.offer(known, new HashSet<>(known));
        ignored.setSelected(false);
    }

    private void change(UnaryOperator<DifferenceFilter> how) {
        model.filterProperty().set(how.apply(model.filterProperty().get()));
    }
}
