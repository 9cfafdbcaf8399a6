package dev.plumbline.drift.security;

import dev.plumbline.model.AccessList;
import dev.plumbline.model.Column;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ObjectOrigin;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** SEC-418: a table that everybody who reaches its schema may change or empty. */
final class PublicMayWriteCheck implements SecurityCheck {
    private static final long WRITES = PrivilegeSet.of(
                    Privilege.INSERT, Privilege.UPDATE, Privilege.DELETE, Privilege.TRUNCATE)
            .bits();
    private static final long USAGE = PrivilegeSet.bit(Privilege.USAGE);

    @Override
    public String code() {
        return "SEC-418";
    }

    @Override
    public String title() {
        return "PUBLIC may write";
    }

    @Override
    public Severity severity() {
        return Severity.HIGH;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.SCHEMAS, Subject.RELATIONS, Gap.COLUMNS, Gap.EXTENSION_MEMBERS);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject relation : situation.objects(ObjectKind.RELATION)) {
            long held = Revocation.ofPublic(relation.effectiveAcl()) & WRITES;
            if (held != 0) {
                findings.add(finding(situation, relation, ObjectWords.of(relation), held)
                        .withFix(Revocation.fromPublic(situation, relation, held))
                        .staging(Revocation.changes(relation, null, held)));
            }
        }
        for (Column column : situation.snapshot().columns()) {
            DatabaseObject relation = situation.relation(column.relation());
            AccessList acl = column.acl();
            long held = acl == null ? 0 : Revocation.ofPublic(acl) & WRITES;
            if (held != 0 && acl != null && relation != null && relation.origin() == ObjectOrigin.USER) {
                String name = ObjectWords.column(relation, column.name().text());
                findings.add(finding(situation, relation, name, held)
                        .withFix(Revocation.fromPublic(situation, relation, acl, column.name(), held))
                        .staging(Revocation.changes(relation, column, held)));
            }
        }
        return findings;
    }

    private SecurityFinding finding(AccessSituation situation, DatabaseObject relation, String name, long held) {
        DatabaseObject schema = situation.schemaOf(relation);
        boolean reached = schema == null || (Revocation.ofPublic(schema.effectiveAcl()) & USAGE) != 0;
        String words =
                new PrivilegeSet(held).list().stream().map(Privilege::word).collect(Collectors.joining(", "));
        return SecurityFinding.of(
                        this,
                        name,
                        (reached ? "Everybody who connects" : "Everybody with USAGE on its schema") + " may change "
                                + name + ": " + words + " for PUBLIC.")
                .as(reached ? Severity.HIGH : Severity.MEDIUM);
    }
}
