package dev.plumbline.plan.structure;

import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.Structure;
import dev.plumbline.model.structure.StructureName;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A primary key or unique constraint whose index is built first, while others write (PostgreSQL 16 manual, ALTER TABLE … USING INDEX). */
final class ConstraintIndex {
    private static final Pattern SIMPLE = Pattern.compile(
            "(PRIMARY KEY|UNIQUE)( NULLS NOT DISTINCT)? (\\([^()]*\\))( INCLUDE \\([^()]*\\))?((?: DEFERRABLE| INITIALLY DEFERRED)*)");

    private ConstraintIndex() {}

    static boolean isBacked(Structure constraint) {
        return !constraint.property("type").equals("check")
                && !constraint.property("type").equals("foreign key");
    }

    static boolean isApart(Structure constraint, Definition.Way way) {
        StructureName table = way.to().wholeOf(constraint.name());
        String definition = constraint.property("definition");
        return table != null
                && !way.to().isPartitioned(table)
                && SIMPLE.matcher(definition).matches()
                && !definition.contains("WITHOUT OVERLAPS");
    }

    static List<Draft> drafts(Structure constraint, Definition.Way way, ConstraintDefinition definition) {
        Matcher parts = SIMPLE.matcher(constraint.property("definition"));
        if (!parts.matches()) {
            throw new IllegalArgumentException(constraint.property("definition"));
        }
        Sql index = Sql.of("%I.%I", Objects.requireNonNull(constraint.name().schema()), Words.name(constraint));
        Draft build = new Draft(
                        "The index of " + Definition.shown(constraint) + " is built while others write.",
                        Sql.of(
                                "CREATE UNIQUE INDEX CONCURRENTLY %I ON %s %s",
                                Words.name(constraint),
                                Words.parent(constraint.name()),
                                Words.server(parts.group(3) + words(parts, 4) + words(parts, 2))))
                .undo(Sql.of("DROP INDEX CONCURRENTLY IF EXISTS %s", index))
                .lock(Draft.SHARE_UPDATE_EXCLUSIVE)
                .advisory(HazardKind.INDEX_BUILD, "It reads the table twice; what is cut leaves an invalid index.")
                .alone();
        ConstraintCheck.of(constraint, way).ifPresent(build::check);
        Draft use = new Draft(
                        Definition.comes(constraint, way),
                        deferrable(
                                Sql.of(
                                        "%s ADD CONSTRAINT %I %s USING INDEX %I",
                                        ConstraintDefinition.alter(constraint, way.to()),
                                        Words.name(constraint),
                                        Words.server(parts.group(1)),
                                        Words.name(constraint)),
                                words(parts, 5)))
                .undo(definition.drop(constraint, way.to()))
                .lock(Draft.ACCESS_EXCLUSIVE);
        return List.of(build, use);
    }

    private static Sql deferrable(Sql adding, String words) {
        return words.isEmpty() ? adding : Sql.of("%s%s", adding, Words.server(words));
    }

    private static String words(Matcher parts, int group) {
        return Objects.requireNonNullElse(parts.group(group), "");
    }
}
