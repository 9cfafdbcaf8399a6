package dev.plumbline.ui.estate;

import dev.plumbline.model.SafeMode;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.control.PopOvers;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Lets one choose how careful a context asks to be. */
public final class SafeModePopOver {
    private SafeModePopOver() {}

    public static PopOver show(Node anchor, String context, EstateViewModel model) {
        Label heading = new Label(Texts.get("mode.heading", Visible.text(context)));
        heading.getStyleClass().add("heading");
        VBox content = new VBox(heading);
        content.getStyleClass().add("pop-over");
        PopOver popOver = PopOvers.under(content);
        ToggleGroup group = new ToggleGroup();
        for (SafeMode mode : SafeMode.values()) {
            RadioButton choice = new RadioButton(Texts.get("mode." + mode));
            choice.setToggleGroup(group);
            choice.setSelected(mode == model.modeOf(context));
            choice.setOnAction(event -> {
                model.chooseMode(context, mode);
                popOver.hide();
            });
            Label words = new Label(Texts.get("mode." + mode + ".words"));
            words.getStyleClass().addAll("muted", "small", "under");
            words.setWrapText(true);
            content.getChildren().addAll(choice, words);
        }
        popOver.show(anchor);
        return popOver;
    }
}
