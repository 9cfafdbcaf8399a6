package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG314: REPLICA IDENTITY takes ACCESS EXCLUSIVE and changes what subscribers are sent (PostgreSQL manual 29.1). */
public final class ReplicaIdentityChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG314;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_ReplicaIdentity").stream()
                .map(command -> switch (command.node("def").text("identity_type")) {
                    case "f" -> "FULL writes every old row to the log, and subscribers look rows up by all columns";
                    case "n" -> "NOTHING makes UPDATE and DELETE fail where the table is published";
                    default -> "subscribers find rows by another key from then on";
                })
                .map(what -> new Found(
                        seen.table().shown(),
                        "REPLICA IDENTITY of " + seen.table().shown() + ": " + what + ".",
                        "Look at the subscriptions first; a unique index over NOT NULL columns is the cheap one."))
                .toList();
    }
}
