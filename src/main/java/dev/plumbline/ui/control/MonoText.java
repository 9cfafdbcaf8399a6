package dev.plumbline.ui.control;

import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** A name, an ACL or a piece of SQL: monospaced, with everything that could deceive the eye escaped, copyable as it is. */
public final class MonoText extends ElidedLabel {
    public MonoText() {
        this("");
    }

    public MonoText(String raw) {
        getStyleClass().add("mono");
        setRaw(raw);
    }

    public void setRaw(String raw) {
        setText(Visible.text(raw));
        setUserData(raw);
        MenuItem copy = new MenuItem(Texts.get("copy"));
        copy.setOnAction(event -> copy(raw));
        setContextMenu(new ContextMenu(copy));
    }

    public static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
