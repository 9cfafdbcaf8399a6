package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import java.util.ArrayList;
import java.util.List;

/** SEC-405: everybody who can connect may put functions and operators where others look names up (CVE-2018-1058). */
final class PublicCreateCheck implements SecurityCheck {
    private static final long CREATE = PrivilegeSet.bit(Privilege.CREATE);
    private static final int CLOSED_SINCE = 15;

    @Override
    public String code() {
        return "SEC-405";
    }

    @Override
    public String title() {
        return "PUBLIC may create in a schema";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.SCHEMAS, Gap.EXTENSION_MEMBERS);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject schema : situation.objects(ObjectKind.SCHEMA)) {
            if ((Revocation.ofPublic(schema.effectiveAcl()) & CREATE) != 0) {
                boolean asMade = schema.name().equals("public")
                        && !situation.snapshot().version().isPostgresAtLeast(CLOSED_SINCE);
                findings.add(SecurityFinding.of(
                                this,
                                ObjectWords.of(schema),
                                "Everybody who connects may create objects in schema " + schema.shown()
                                        + ", also functions that others call by mistake"
                                        + (asMade ? asMade(situation) : "."))
                        .withFix(Revocation.fromPublic(situation, schema, CREATE))
                        .staging(Revocation.changes(schema, null, CREATE)));
            }
        }
        return findings;
    }

    private static String asMade(AccessSituation situation) {
        return situation.snapshot().version().isCockroach()
                ? " (CockroachDB's own default)."
                : " (the server's own default before PostgreSQL 15).";
    }
}
