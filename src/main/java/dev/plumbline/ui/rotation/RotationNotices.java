package dev.plumbline.ui.rotation;

import dev.plumbline.model.managed.ManagedDatabase;
import dev.plumbline.plan.rotation.RotationPlan;
import dev.plumbline.ui.fx.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;

/** What stands above the chain: what could not be read, what is wrong with the resource, and what its operator reports. */
final class RotationNotices {
    private RotationNotices() {}

    static List<Node> of(RotationPlan plan) {
        ManagedDatabase database = plan.facts().database();
        List<Node> notices = new ArrayList<>();
        if (plan.facts().live().value().isEmpty()) {
            notices.add(warning(Texts.get("rotation.unread", plan.facts().live().gap())));
        } else if (!RotationViewModel.isVersionRead(plan)) {
            notices.add(warning(Texts.get(
                    "rotation.noVersion",
                    plan.facts().live().value().orElseThrow().current().gap())));
        } else if (!plan.current().equals(database.currentVersion())) {
            notices.add(warning(Texts.get(
                    "rotation.statusDiffers",
                    plan.current().isEmpty() ? Texts.get("rotation.none") : plan.current(),
                    database.currentVersion().isEmpty() ? Texts.get("rotation.none") : database.currentVersion())));
        }
        if (database.readOnly()) {
            notices.add(Words.of(Texts.get("rotation.readOnly"), "muted"));
        }
        database.problems().forEach(problem -> notices.add(warning("▲ " + problem)));
        database.errors()
                .forEach(error -> notices.add(warning(Texts.get(
                        error.temporary() ? "rotation.error.temporary" : "rotation.error", error.message()))));
        return notices;
    }

    private static Node warning(String text) {
        return Words.of(text, "warning-text");
    }
}
