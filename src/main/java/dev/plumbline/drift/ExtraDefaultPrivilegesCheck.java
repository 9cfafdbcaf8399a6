package dev.plumbline.drift;

import dev.plumbline.model.Gap;
import dev.plumbline.model.Name;
import dev.plumbline.model.ObjectType;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Privilege;
import dev.plumbline.model.Snapshot;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** DEF-204: do default privileges give more than the model asks for, or give it for objects of another creator? */
final class ExtraDefaultPrivilegesCheck implements Check {
    private static final int SHOWN = 5;

    @Override
    public String code() {
        return "DEF-204";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        Question question = new Question(
                code(),
                "Extra default privileges",
                Sentences.count(wanted.schemas().size(), "schema") + ", and any schema",
                "none");
        return question.answeredBefore(snapshot, wanted, Gap.DEFAULT_PRIVILEGES)
                .orElseGet(() -> answer(question, new ExtraGrants(snapshot, wanted)));
    }

    private static CheckResult answer(Question question, ExtraGrants grants) {
        List<Finding> findings = grants.find();
        String dangling = grants.dangling() == 0
                ? ""
                : Sentences.count(grants.dangling(), "grant")
                        + " to roles that no longer exist; nothing can name them.";
        if (findings.isEmpty()) {
            return question.ok("none", "none", dangling);
        }
        long wrong = findings.stream()
                .filter(Finding.DefaultPrivilegeOfWrongCreator.class::isInstance)
                .count();
        long extra = findings.size() - wrong;
        String verdict = extra == 0
                ? wrong + " of wrong creator"
                : extra + " extra" + (wrong == 0 ? "" : ", " + wrong + " of wrong creator");
        Sentences note = new Sentences();
        findings.stream().limit(SHOWN).forEach(finding -> note.add(sentence(finding)));
        note.addIf(findings.size() > SHOWN, "And " + (findings.size() - SHOWN) + " more.")
                .add(dangling);
        return question.answer(State.DRIFT, verdict, Sentences.count(findings.size(), "grant"), note.text(), findings);
    }

    private static String sentence(Finding finding) {
        if (finding instanceof Finding.DefaultPrivilegeExtra extra) {
            return "For role " + extra.creator().shown() + where(extra.schema(), extra.type(), extra.extra())
                    + extra.grantee().shown() + ".";
        }
        if (finding instanceof Finding.DefaultPrivilegeOfWrongCreator wrong) {
            return "For role " + wrong.found().creator().shown() + ", not "
                    + wrong.rule().creator().shown()
                    + where(wrong.found().schema(), wrong.found().type(), shared(wrong))
                    + wrong.rule().grantee().shown() + ".";
        }
        return "";
    }

    private static List<Privilege> shared(Finding.DefaultPrivilegeOfWrongCreator wrong) {
        return wrong.rule().privileges().stream()
                .filter(one -> wrong.found().acl().stream()
                        .anyMatch(item -> item.grantee().is(wrong.rule().grantee()) && HeldPrivileges.holds(item, one)))
                .toList();
    }

    private static String where(@Nullable Name schema, ObjectType type, Collection<Privilege> privileges) {
        return ", in " + Optional.ofNullable(schema).map(Name::shown).orElse("any schema") + ": "
                + privileges.stream().map(Privilege::word).collect(Collectors.joining(", ")) + " on "
                + type.word().toLowerCase(Locale.ROOT) + " to ";
    }
}
