package dev.plumbline.ui.preflight;

import dev.plumbline.access.preflight.Answer;
import dev.plumbline.access.preflight.PreflightRow;
import dev.plumbline.model.Visible;
import dev.plumbline.ui.fx.Texts;
import dev.plumbline.ui.staging.Stager;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** One operation's answer in full: by what, what is missing, and what the page says where the server says otherwise. */
final class PreflightDetail {
    private static final int STATEMENTS = 30;

    private PreflightDetail() {}

    static List<Node> of(PreflightRow row, @Nullable PreflightPage page, Stager stager) {
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
        if (page != null && row.answer() == Answer.NO) {
            NeedStage.of(row.needs(), page.snapshot(), stager, row.operation().title() + place)
                    .ifPresent(button -> {
                        button.setId("stageNeeds");
                        nodes.add(button);
                    });
        }
        if (row.asked() > 0) {
            nodes.add(words(Texts.get("preflight.asked", row.asked()), "muted"));
        }
        String claim = row.operation().page().shown();
        if (!claim.isEmpty()) {
            nodes.add(words(claim, "warning-text"));
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
