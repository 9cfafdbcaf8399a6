package dev.plumbline.plan.structure;

import dev.plumbline.drift.structure.OwnName;
import dev.plumbline.drift.structure.Renames;
import dev.plumbline.model.Name;
import dev.plumbline.model.Sql;
import dev.plumbline.model.structure.StructureKind;
import dev.plumbline.model.structure.StructureName;
import java.util.TreeSet;

/** {@code ALTER … RENAME}, PostgreSQL 16 manual. What uses the thing follows by itself, but for programs and the bodies of routines. */
final class RenameStep {
    private static final String FOLLOWS =
            "Views, constraints and indexes follow by themselves; programs and bodies of routines that use the old name fail.";

    private RenameStep() {}

    static StructureStep of(Renames.Accepted one) {
        StructureName from = one.from();
        StructureName to = one.to();
        String kind = from.kind().word();
        int arguments = from.name().length() - OwnName.of(one.thing()).length();
        TreeSet<StructureHazard> hazards = new TreeSet<>();
        if (isUsedByName(from.kind())) {
            hazards.add(StructureHazard.of(HazardKind.UNTRACKED_DEPENDENCIES, FOLLOWS));
        }
        return new StructureStep(
                "rename-" + StructurePlanner.path(from),
                from,
                "= " + kind + " " + from.shown() + " renamed to " + to.shown(),
                kind + " " + from.shown() + " becomes " + to.shown() + ", as somebody said.",
                statement(from, to, arguments, one.ofDomain()),
                statement(to, from, arguments, one.ofDomain()),
                "",
                hazards,
                lock(from.kind(), one.ofDomain()),
                true,
                null,
                false);
    }

    private static boolean isUsedByName(StructureKind kind) {
        return switch (kind) {
            case CONSTRAINT, INDEX, TRIGGER, POLICY, RULE, STATISTICS, EVENT_TRIGGER -> false;
            default -> true;
        };
    }

    private static String lock(StructureKind kind, boolean ofDomain) {
        return switch (kind) {
            case SEQUENCE, TABLE, FOREIGN_TABLE, COLUMN, VIEW, MATERIALIZED_VIEW, TRIGGER, POLICY, RULE ->
                Draft.ACCESS_EXCLUSIVE;
            case CONSTRAINT -> ofDomain ? "-" : Draft.ACCESS_EXCLUSIVE;
            case INDEX -> Draft.SHARE_UPDATE_EXCLUSIVE;
            default -> "-";
        };
    }

    private static Sql statement(StructureName from, StructureName to, int arguments, boolean ofDomain) {
        Name old = own(from, arguments);
        Name now = own(to, arguments);
        Sql whole = Words.qualified(from);
        return switch (from.kind()) {
            case SCHEMA -> Sql.of("ALTER SCHEMA %I RENAME TO %I", old, now);
            case ENUM, COMPOSITE, RANGE -> Sql.of("ALTER TYPE %s RENAME TO %I", whole, now);
            case DOMAIN -> Sql.of("ALTER DOMAIN %s RENAME TO %I", whole, now);
            case SEQUENCE -> Sql.of("ALTER SEQUENCE %s RENAME TO %I", whole, now);
            case TABLE -> Sql.of("ALTER TABLE %s RENAME TO %I", whole, now);
            case FOREIGN_TABLE -> Sql.of("ALTER FOREIGN TABLE %s RENAME TO %I", whole, now);
            case VIEW -> Sql.of("ALTER VIEW %s RENAME TO %I", whole, now);
            case MATERIALIZED_VIEW -> Sql.of("ALTER MATERIALIZED VIEW %s RENAME TO %I", whole, now);
            case STATISTICS -> Sql.of("ALTER STATISTICS %s RENAME TO %I", whole, now);
            case COLUMN -> Sql.of("ALTER TABLE %s RENAME COLUMN %I TO %I", Words.parent(from), old, now);
            case CONSTRAINT ->
                ofDomain
                        ? Sql.of("ALTER DOMAIN %s RENAME CONSTRAINT %I TO %I", Words.parent(from), old, now)
                        : Sql.of("ALTER TABLE %s RENAME CONSTRAINT %I TO %I", Words.parent(from), old, now);
            case INDEX -> Sql.of("ALTER INDEX %I.%I RENAME TO %I", schema(from), old, now);
            case ROUTINE ->
                Sql.of(
                        "ALTER ROUTINE %I.%I%s RENAME TO %I",
                        schema(from),
                        old,
                        Words.server(from.name().substring(from.name().length() - arguments)),
                        now);
            case TRIGGER -> Sql.of("ALTER TRIGGER %I ON %s RENAME TO %I", old, Words.parent(from), now);
            case POLICY -> Sql.of("ALTER POLICY %I ON %s RENAME TO %I", old, Words.parent(from), now);
            case RULE -> Sql.of("ALTER RULE %I ON %s RENAME TO %I", old, Words.parent(from), now);
            case EVENT_TRIGGER -> Sql.of("ALTER EVENT TRIGGER %I RENAME TO %I", old, now);
            case PUBLICATION -> Sql.of("ALTER PUBLICATION %I RENAME TO %I", old, now);
            case COLLATION -> Sql.of("ALTER COLLATION %s RENAME TO %I", whole, now);
            case FOREIGN_SERVER -> Sql.of("ALTER SERVER %I RENAME TO %I", old, now);
            case AGGREGATE ->
                Sql.of(
                        "ALTER ROUTINE %I.%I%s RENAME TO %I",
                        schema(from),
                        old,
                        Words.server(from.name().substring(from.name().length() - arguments)),
                        now);
            case TEXT_SEARCH_DICTIONARY -> Sql.of("ALTER TEXT SEARCH DICTIONARY %s RENAME TO %I", whole, now);
            case TEXT_SEARCH_CONFIGURATION -> Sql.of("ALTER TEXT SEARCH CONFIGURATION %s RENAME TO %I", whole, now);
            case CONVERSION -> Sql.of("ALTER CONVERSION %s RENAME TO %I", whole, now);
            case EXTENSION, OPERATOR, OPERATOR_FAMILY, OPERATOR_CLASS, CAST ->
                throw new IllegalArgumentException(from.kind().word() + " cannot be renamed");
        };
    }

    private static Name schema(StructureName name) {
        return java.util.Objects.requireNonNull(name.schema());
    }

    private static Name own(StructureName name, int arguments) {
        return Name.of(name.name().substring(0, name.name().length() - arguments));
    }
}
