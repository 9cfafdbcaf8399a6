package dev.plumbline.ui.control;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** An icon of the one icon font, sized and coloured by style sheet. */
public final class Icon extends FontIcon {
    public Icon(Ikon ikon) {
        super(ikon);
        getStyleClass().add("icon");
    }
}
