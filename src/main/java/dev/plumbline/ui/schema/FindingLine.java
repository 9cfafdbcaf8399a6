package dev.plumbline.ui.schema;

import dev.plumbline.drift.velocity.SchemaCause;
import dev.plumbline.drift.velocity.SchemaFinding;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;

/** A line of the tree: a cause, or one thing that it is about. */
record FindingLine(SchemaCause cause, @Nullable SchemaFinding finding) {
    /** Sign and words; the sign alone tells drift (▲) from what is beyond the resource (–). */
    String text() {
        return finding == null
                ? (cause.isDrift() ? "▲ " : "– ") + cause.code() + "  " + cause.title()
                : finding.name().kind().word() + "  " + finding.name().name();
    }

    boolean isCause() {
        return finding == null;
    }

    /** Findings stand in the order of their causes. */
    static TreeItem<FindingLine> tree(List<SchemaFinding> findings) {
        TreeItem<FindingLine> root = new TreeItem<>();
        List<TreeItem<FindingLine>> groups = new ArrayList<>();
        List<TreeItem<FindingLine>> members = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            SchemaFinding finding = findings.get(i);
            members.add(new TreeItem<>(new FindingLine(finding.cause(), finding)));
            if (i + 1 == findings.size() || findings.get(i + 1).cause() != finding.cause()) {
                TreeItem<FindingLine> group = new TreeItem<>(new FindingLine(finding.cause(), null));
                group.getChildren().setAll(members);
                group.setExpanded(true);
                groups.add(group);
                members.clear();
            }
        }
        root.getChildren().setAll(groups);
        return root;
    }
}
