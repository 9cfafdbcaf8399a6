package dev.plumbline.ui.shell;

import dev.plumbline.ui.control.Icon;
import dev.plumbline.ui.fx.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The header's icons, apart so that the icon font is not loaded before the first frame. */
final class HeaderIcons {
    private HeaderIcons() {}

    static void show(Button search, Button theme, Button settings) {
        search.setGraphic(new Icon(MaterialDesignM.MAGNIFY));
        theme.setGraphic(new Icon(MaterialDesignC.CIRCLE_HALF_FULL));
        theme.setText(null);
        theme.setTooltip(new Tooltip(Texts.get("theme.other")));
        settings.setGraphic(new Icon(MaterialDesignC.COG_OUTLINE));
        settings.setText(null);
        settings.setTooltip(new Tooltip(Texts.get("settings")));
    }
}
