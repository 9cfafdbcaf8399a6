package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import java.util.ArrayList;
import java.util.List;

/** SEC-406: a routine with its owner's rights that looks names up where its caller says. */
final class DefinerSearchPathCheck implements SecurityCheck {
    @Override
    public String code() {
        return "SEC-406";
    }

    @Override
    public String title() {
        return "SECURITY DEFINER without a fixed search_path";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return Subject.OF_ROUTINES;
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (Definer definer : Definer.allOf(situation)) {
            if (!definer.fixesSearchPath() && definer.isOpenToOthers(situation)) {
                DatabaseObject routine = definer.routine();
                findings.add(SecurityFinding.of(
                                this,
                                ObjectWords.of(routine),
                                ObjectWords.of(routine) + " runs with the rights of " + definer.ownerShown(situation)
                                        + " and looks names up in its caller's search_path.")
                        .as(definer.ownedBySuperuser(situation) ? Severity.HIGH : Severity.MEDIUM)
                        .withFix(fixed(routine)));
            }
        }
        return findings;
    }

    private static List<Sql> fixed(DatabaseObject routine) {
        Name schema = routine.schema();
        return schema == null
                ? List.of()
                : List.of(Sql.of(
                        "ALTER ROUTINE %s SET search_path = pg_catalog, %I, pg_temp",
                        ObjectSql.named(routine), schema));
    }
}
