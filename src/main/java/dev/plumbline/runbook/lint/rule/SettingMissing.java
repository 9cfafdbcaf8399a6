package dev.plumbline.runbook.lint.rule;

import dev.plumbline.migration.parse.Node;
import dev.plumbline.runbook.document.Block;
import dev.plumbline.runbook.lint.Found;
import dev.plumbline.runbook.lint.RunbookCode;
import dev.plumbline.runbook.lint.RunbookRule;
import dev.plumbline.runbook.lint.Subject;
import java.util.ArrayList;
import java.util.List;

/** RB304: current_setting of a setting of one's own without missing_ok: where it was never set, the query fails with an error (PostgreSQL manual 9.28.1). */
public final class SettingMissing implements RunbookRule {
    @Override
    public RunbookCode code() {
        return RunbookCode.RB304;
    }

    @Override
    public List<Found> look(Subject subject) {
        List<Found> found = new ArrayList<>();
        for (Block block : subject.blocks()) {
            for (Node statement : subject.statements(block)) {
                for (Node call : statement.all("FuncCall")) {
                    List<Node> arguments = call.nodes("args");
                    String name = arguments.size() == 1
                            ? arguments.get(0).plain("sval").text("sval")
                            : "";
                    List<String> function = call.texts("funcname");
                    if (!function.isEmpty()
                            && function.get(function.size() - 1).equals("current_setting")
                            && name.contains(".")) {
                        found.add(new Found(
                                Subject.at(block, name),
                                "current_setting('" + name + "') fails in every session that did not set it.",
                                "current_setting('" + name + "', true), which is NULL there."));
                    }
                }
            }
        }
        return found;
    }
}
