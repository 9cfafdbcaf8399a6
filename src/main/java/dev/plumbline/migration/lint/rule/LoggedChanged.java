package dev.plumbline.migration.lint.rule;

import dev.plumbline.migration.lint.Found;
import dev.plumbline.migration.lint.LintRule;
import dev.plumbline.migration.lint.RuleCode;
import dev.plumbline.migration.lint.Seen;
import java.util.List;

/** PG307: SET LOGGED and SET UNLOGGED write the whole table anew (PostgreSQL manual, ALTER TABLE). */
public final class LoggedChanged implements LintRule {
    @Override
    public RuleCode code() {
        return RuleCode.PG307;
    }

    @Override
    public List<Found> look(Seen seen) {
        return seen.alters("AT_SetLogged", "AT_SetUnLogged").stream()
                .map(command -> new Found(
                        seen.table().shown(),
                        "Making " + seen.table().shown()
                                + (command.text("subtype").equals("AT_SetLogged")
                                        ? " logged"
                                        : " unlogged, so that a crash empties it,")
                                + " writes all of it anew while readers and writers are kept out.",
                        "Do it while nobody works, or fill a new table and change to it."))
                .toList();
    }
}
