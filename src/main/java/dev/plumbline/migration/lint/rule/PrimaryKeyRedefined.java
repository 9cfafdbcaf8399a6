package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.AddedConstraint;
import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG312: one statement that drops the primary key and adds another: no row is identified between, and the new index is built under ACCESS EXCLUSIVE. */
public final class PrimaryKeyRedefined implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG312;
    }

    @Override
    public List<Found> look(Seen seen) {
        boolean drops = seen.alters("AT_DropConstraint").stream()
                .map(command -> command.text("name"))
                .anyMatch(name -> name.endsWith("_pkey")
                        || seen.known().constraints().stream()
                                .anyMatch(each ->
                                        each.name().equals(name) && each.kind().equals("CONSTR_PRIMARY")));
        boolean builds = AddedConstraint.toExisting(seen, "CONSTR_PRIMARY").stream()
                .anyMatch(each -> each.usedIndex().isEmpty());
        return drops && builds
                ? List.of(
                        new Found(
                                seen.table().shown(),
                                "The primary key of " + seen.table().shown()
                                        + " is dropped and built anew while readers and writers are kept out; foreign keys that point to it go or stop it.",
                                "Build the new unique index CONCURRENTLY first, then drop and ADD PRIMARY KEY USING INDEX in one statement."))
                : List.of();
    }
}
