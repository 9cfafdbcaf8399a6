package dev.plumbline.ui.gates;

import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.model.upgrade.PodVersionCheck;
import dev.plumbline.model.upgrade.RunningPod.Container;
import dev.plumbline.model.upgrade.UpgradeChoices;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/** An entry of minPodVersions: which pods, which version, and how strict. */
final class PodCheckForm extends FormPart {
    private final String path;
    private final ComboBox<String> selector;
    private final TextField version;
    private final ComboBox<String> container;
    private final CheckBox strict;
    private final CheckBox downgrade;
    private final Label matches = Words.atTimes("small", "muted");
    private @Nullable UpgradeChoices offered;

    PodCheckForm(int at, Runnable changed, Runnable remove) {
        path = "spec.checks.pre.minPodVersions[" + at + "]";
        selector = FormField.pick("podSelector" + at, "", this::matched);
        version = FormField.text("podVersion" + at, "", changed);
        container = FormField.pick("podContainer" + at, "", changed);
        strict = FormField.check("podStrict" + at, "compose.strict", true, changed);
        downgrade = FormField.check("podDowngrade" + at, "compose.downgrade", false, changed);
        selector.getEditor().textProperty().subscribe((before, now) -> changed.run());
        row(new FormField(path + ".selector", "compose.selector", selector));
        getChildren().add(matches);
        row(
                new FormField(path + ".minVersion", "compose.minVersion", version),
                new FormField(path + ".containerName", "compose.container", container));
        getChildren().addAll(strict, downgrade);
        removable("podRemove" + at, remove);
    }

    PodVersionCheck value() {
        return new PodVersionCheck(
                selector(FormField.of(selector)),
                FormField.of(version),
                FormField.of(container),
                strict.isSelected(),
                downgrade.isSelected());
    }

    @Override
    List<Refusal> mistakes() {
        return selectorMistakes(path + ".selector", FormField.of(selector));
    }

    @Override
    void offer(UpgradeChoices choices) {
        offered = choices;
        FormField.offer(selector, selectors(choices));
        matched();
    }

    private void matched() {
        UpgradeChoices choices = offered;
        matches.setText(matched(choices, FormField.of(selector)));
        if (choices != null) {
            FormField.offer(
                    container,
                    choices.selected(selector(FormField.of(selector))).stream()
                            .flatMap(pod -> pod.pod().containers().stream())
                            .map(Container::name)
                            .distinct()
                            .sorted()
                            .toList());
        }
    }
}
