package dev.plumbline.plan.structure;

import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.List;

/** SET NOT NULL by way of a validated check, so that the rows are read while others write (PostgreSQL 16 manual, ALTER TABLE, notes). */
final class ColumnNotNull {
    private ColumnNotNull() {}

    static List<Draft> change(Structure was, Structure now, Definition.Way way) {
        Sql table = Words.parent(now.name());
        Name column = Words.name(now);
        Sql set = Sql.of("ALTER TABLE %s ALTER COLUMN %I SET NOT NULL", table, column);
        Sql drop = Sql.of("ALTER TABLE %s ALTER COLUMN %I DROP NOT NULL", table, column);
        if (now.property("not null").isEmpty()) {
            return List.of(new Draft(Definition.shown(now) + " may be null.", drop)
                    .undo(set)
                    .lock(Draft.ACCESS_EXCLUSIVE));
        }
        String reason = Definition.shown(now) + " may not be null.";
        DataCheck check = new DataCheck(
                Sql.of(
                        "SELECT pg_catalog.count(*) FROM %s WHERE %I IS NULL",
                        way.rows().tableOf(now.name()), column),
                "rows without a value");
        if (!way.online(now.name()) || !isOfTable(now.name(), way.to())) {
            return List.of(new Draft(reason, set)
                    .undo(drop)
                    .lock(Draft.ACCESS_EXCLUSIVE)
                    .check(check)
                    .hazard(HazardKind.CONSTRAINT_SCAN, "Every row is read while nobody can use the table."));
        }
        Name name = Name.cut("plumbline_" + now.name().name() + "_not_null");
        Sql add = Sql.of("ALTER TABLE %s ADD CONSTRAINT %I CHECK (%I IS NOT NULL) NOT VALID", table, name, column);
        Sql remove = Sql.of("ALTER TABLE %s DROP CONSTRAINT %I", table, name);
        return List.of(
                new Draft(reason + " A check comes first, for new rows.", add)
                        .undo(remove)
                        .lock(Draft.ACCESS_EXCLUSIVE)
                        .advisory(HazardKind.STAGED_SET_NOT_NULL, "Four steps, of which only the second reads rows."),
                new Draft(
                                reason + " The rows that are there are read while others write.",
                                Sql.of("ALTER TABLE %s VALIDATE CONSTRAINT %I", table, name))
                        .noUndo(StructureStep.NOTHING_TO_UNDO)
                        .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                        .check(check)
                        .advisory(HazardKind.VALIDATE_CONSTRAINT_SCAN, "Every row is read while others write.")
                        .alone(),
                new Draft(reason, set).undo(drop).lock(Draft.ACCESS_EXCLUSIVE),
                new Draft("The check has done its work.", remove).undo(add).lock(Draft.ACCESS_EXCLUSIVE));
    }

    private static boolean isOfTable(StructureName column, State state) {
        StructureName whole = state.wholeOf(column);
        return whole != null && whole.kind() == StructureKind.TABLE;
    }
}
