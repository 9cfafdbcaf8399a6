package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AlterTable;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.Options;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import dev.plumbline.migration.parse.Node;
import java.util.ArrayList;
import java.util.List;

/** PG320: autovacuum_enabled = false: dead rows stay, statistics grow old (PostgreSQL manual 24.1). */
public final class AutovacuumOff implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG320;
    }

    @Override
    public List<Found> look(Seen seen) {
        List<Node> options = new ArrayList<>();
        AlterTable.commands(seen.tree(), "AT_SetRelOptions").forEach(each -> options.addAll(each.all("DefElem")));
        if (seen.is("CreateStmt")) {
            options.addAll(seen.tree().nodes("options"));
        }
        return options.stream()
                .filter(each -> each.text("defname").equals("autovacuum_enabled"))
                .filter(each -> !Options.isSet(List.of(each), "autovacuum_enabled"))
                .map(each -> new Found(
                        seen.table().shown(),
                        "With autovacuum off, dead rows of " + seen.table().shown()
                                + " stay and its statistics grow old until somebody runs VACUUM by hand.",
                        "Leave it on; lower its scale factor or cost delay instead."))
                .toList();
    }
}
