package dev.plumbline.drift;

import dev.plumbline.access.Link;
import dev.plumbline.access.MembershipPath;
import dev.plumbline.access.RoleGraph;
import dev.plumbline.model.Gap;
import dev.plumbline.model.Membership;
import dev.plumbline.model.Name;
import dev.plumbline.model.OwnershipModel;
import dev.plumbline.model.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** OWN-103: does the app user hold the owner role's privileges, directly or through others? */
final class MembershipCheck implements Check {
    @Override
    public String code() {
        return "OWN-103";
    }

    @Override
    public CheckResult check(Snapshot snapshot, OwnershipModel.Auto wanted) {
        Question question = new Question(
                code(),
                "Membership",
                "app → owner",
                wanted.appUser().shown() + " in " + wanted.ownerRole().shown());
        return question.answeredBefore(snapshot, wanted, Gap.ROLES, Gap.MEMBERSHIPS)
                .orElseGet(() -> answer(question, snapshot, wanted));
    }

    private static CheckResult answer(Question question, Snapshot snapshot, OwnershipModel.Auto wanted) {
        RoleGraph graph = RoleGraph.of(snapshot);
        Name app = wanted.appUser();
        Name owner = wanted.ownerRole();
        Optional<MembershipPath> inheriting = graph.inheritingPath(app, owner);
        if (inheriting.isPresent()) {
            return member(question, snapshot, graph, inheriting.get());
        }
        return graph.shortestPath(app, owner)
                .map(path -> withoutInherit(question, snapshot, graph, path))
                .orElseGet(() -> missing(question, graph, app, owner));
    }

    private static CheckResult member(Question question, Snapshot snapshot, RoleGraph graph, MembershipPath path) {
        String verdict = path.isDirect() ? "member" + options(snapshot, path) : "member through " + path.between();
        Sentences note = new Sentences()
                .addIf(!path.isDirect(), "Member through " + path.shown() + "; a grant of its own is not needed.")
                .addIf(
                        !path.isDirect()
                                && graph.parentsOf(path.member()).stream()
                                        .anyMatch(link -> link.role().equals(path.role())),
                        "Its direct grant is without INHERIT; the path gives it the privileges all the same.")
                .addIf(
                        snapshot.server().version().isCockroach(),
                        "INHERIT does not apply: CockroachDB passes privileges on through every membership.")
                .addIf(path.isDirect(), grantors(snapshot, path.links().get(0)))
                .addIf(
                        !graph.maySetRole(path.member(), path.role()),
                        "It cannot SET ROLE to the owner role: SET is off.")
                .addIf(
                        path.links().stream().anyMatch(Link::admin),
                        "ADMIN is on: it may grant the membership to others.");
        return question.ok(
                verdict, path.shown(), note.add(superuser(graph, path.member())).text());
    }

    private static CheckResult withoutInherit(
            Question question, Snapshot snapshot, RoleGraph graph, MembershipPath path) {
        String where = snapshot.server().version().hasMembershipOptions()
                ? "INHERIT is off on the grant: "
                : "A member on the way is NOINHERIT: ";
        String note = new Sentences()
                .add(where + path.shown() + " gives " + path.member().shown() + " nothing until it says SET ROLE.")
                .addIf(path.isDirect(), grantors(snapshot, path.links().get(0)))
                .add(superuser(graph, path.member()))
                .text();
        Finding finding = new Finding.MembershipWithoutInherit(path.role(), path.member());
        return question.answer(State.PARTIAL, "member without INHERIT", path.shown(), note, List.of(finding));
    }

    private static CheckResult missing(Question question, RoleGraph graph, Name app, Name owner) {
        String absent = !graph.exists(app) ? " (app user absent)" : !graph.exists(owner) ? " (owner role absent)" : "";
        String note = new Sentences()
                .add(graph.shortestPath(owner, app).map(MembershipCheck::circle).orElse(""))
                .add(superuser(graph, app))
                .text();
        Finding finding = new Finding.MembershipMissing(owner, app);
        return question.answer(State.MISSING, "missing" + absent, Question.NOTHING, note, List.of(finding));
    }

    private static String circle(MembershipPath other) {
        return "The owner role is itself a member of the app user (" + other.shown()
                + "): the server refuses the grant (0LP01) until that membership is revoked.";
    }

    private static String superuser(RoleGraph graph, Name app) {
        return graph.isSuperuser(app)
                ? "The app user is a superuser: it passes every check of privileges without any membership."
                : "";
    }

    private static String options(Snapshot snapshot, MembershipPath path) {
        return snapshot.server().version().hasMembershipOptions()
                ? ", " + path.links().get(0).options()
                : "";
    }

    private static String grantors(Snapshot snapshot, Link link) {
        if (!snapshot.server().version().hasMembershipOptions()) {
            return "";
        }
        Set<String> names = new TreeSet<>();
        for (Membership grant : link.grants()) {
            Name grantor = grant.grantor();
            if (grantor != null) {
                names.add(grantor.shown());
            }
        }
        return names.isEmpty() ? "" : "Granted by " + String.join(", ", names) + ".";
    }
}
