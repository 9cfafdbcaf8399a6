package dev.plumbline.ui.preflight;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One operation's answer in full: by what, what is missing, and what the page says where the server says otherwise. */
final class PreflightDetail {
    private static final int STATEMENTS = 30;

    private PreflightDetail() {}

    static List<Node> of(PreflightRow row) {
        List<Node> nodes = new ArrayList<>();
        String place = row.place().isEmpty() ? "" : " · " + row.place();
        nodes.add(words(row.operation().title() + place, "heading"));
        if (row.answer() != Answer.NO) {
            nodes.add(words(row.answer().sign() + " " + row.answer().word() + ": " + row.path()));
        } else {
            nodes.add(words(Texts.get("preflight.missing")));
            List<String> statements = row.needs().stream()
                    .map(PreflightColumns::statement)
                    .distinct()
                    .toList();
            statements.stream()
                    .limit(STATEMENTS)
                    .map(statement -> words(statement, "mono"))
                    .forEach(nodes::add);
            if (statements.size() > STATEMENTS) {
                nodes.add(words(Texts.get("preflight.more", statements.size() - STATEMENTS), "muted"));
            }
        }
        if (row.asked() > 0) {
            nodes.add(words(Texts.get("preflight.asked", row.asked()), "muted"));
        }
        String page = row.operation().page().shown();
        if (!page.isEmpty()) {
            nodes.add(words(page, "warning-text"));
        }
        return nodes;
    }

    private static Label words(String text, String... styleClasses) {
        Label label = new Label(Visible.text(text));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }
}
