package dev.plumbline.ui.control;

import dev.plumbline.ui.fx.Texts;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.stage.Modality;
import javafx.stage.Window;

/** A dialog that asks for one decision. Unless told otherwise Enter says no, Esc always does. */
public final class Ask {
    private final Dialog<ButtonType> dialog = new Dialog<>();
    private ButtonType yes = ButtonType.OK;

    public Ask(Window owner, String title) {
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle(title);
        dialog.setHeaderText(null);
        dialog.setGraphic(null);
    }

    public Ask showing(Node content) {
        dialog.getDialogPane().setContent(content);
        return this;
    }

    /** Adds the buttons; the one that says no is the default. */
    public Ask offering(String words) {
        return offering(words, false);
    }

    /** Adds the buttons; Enter says yes, for what changes nothing that matters. */
    public Ask offeringByEnter(String words) {
        return offering(words, true);
    }

    private Ask offering(String words, boolean enterSaysYes) {
        yes = new ButtonType(words, ButtonData.APPLY);
        ButtonType no = new ButtonType(Texts.get("cancel"), ButtonData.CANCEL_CLOSE);
        dialog.getDialogPane().getButtonTypes().setAll(yes, no);
        button(yes).setDefaultButton(enterSaysYes);
        button(no).setDefaultButton(!enterSaysYes);
        button(no).setCancelButton(true);
        return this;
    }

    /** The button that says yes, to be disabled until all is filled in, or to be filtered. */
    public Button yesButton() {
        return button(yes);
    }

    /** Runs this instead of closing when yes is chosen; it closes the dialog itself by {@link #close}. */
    public Ask onYes(Runnable action) {
        button(yes).addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
        return this;
    }

    public void close() {
        dialog.setResult(yes);
        dialog.close();
    }

    /** Shows it and waits; true when yes was chosen. */
    public boolean confirmed() {
        return dialog.showAndWait().filter(yes::equals).isPresent();
    }

    private Button button(ButtonType type) {
        return (Button) dialog.getDialogPane().lookupButton(type);
    }
}
