package dev.plumbline.drift.security;

import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.Gap;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.PrivilegeSet;
import dev.plumbline.model.RoutineFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** SEC-425: code that runs as the server's own account, made by a superuser and open to everybody. */
final class UntrustedRoutineCheck implements SecurityCheck {
    /** An aggregate is in no language of its own; the server says internal. */
    private static final char AGGREGATE = 'a';

    private static final long EXECUTE = PrivilegeSet.bit(Privilege.EXECUTE);

    @Override
    public String code() {
        return "SEC-425";
    }

    @Override
    public String title() {
        return "Routine in an untrusted language that PUBLIC may execute";
    }

    @Override
    public Severity severity() {
        return Severity.MEDIUM;
    }

    @Override
    public List<String> restsOn() {
        return List.of(Gap.SCHEMAS, Subject.ROUTINES, Subject.LANGUAGES, Gap.EXTENSION_MEMBERS);
    }

    @Override
    public List<SecurityFinding> find(AccessSituation situation) {
        Set<String> untrusted = situation.snapshot().of(ObjectKind.LANGUAGE).stream()
                .filter(language -> language.letter() == 'u')
                .map(DatabaseObject::name)
                .collect(Collectors.toSet());
        List<SecurityFinding> findings = new ArrayList<>();
        for (DatabaseObject routine : situation.objects(ObjectKind.ROUTINE)) {
            RoutineFacts facts = situation.snapshot().routines().get(routine.oid());
            boolean open = (Revocation.ofPublic(routine.effectiveAcl()) & EXECUTE) != 0;
            if (facts != null
                    && facts.kind() != AGGREGATE
                    && open
                    && untrusted.contains(facts.language().text())) {
                findings.add(SecurityFinding.of(
                                this,
                                ObjectWords.of(routine),
                                "PUBLIC may execute " + ObjectWords.of(routine) + ", written in the untrusted language "
                                        + facts.language().shown() + ": nothing confines it to the database.")
                        .withFix(Revocation.fromPublic(situation, routine, EXECUTE))
                        .staging(Revocation.changes(routine, null, EXECUTE)));
            }
        }
        return findings;
    }
}
