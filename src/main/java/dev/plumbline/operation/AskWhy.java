package dev.plumbline.operation;

import dev.plumbline.access.why.Answer;
import dev.plumbline.access.why.Evidence;
import dev.plumbline.access.why.Question;
import dev.plumbline.access.why.Why;
import dev.plumbline.catalog.EvidenceReader;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.AccessSnapshot;
import dev.plumbline.model.DatabaseObject;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.ObjectEvidence;
import dev.plumbline.model.ObjectKind;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.pg.ConnectionTarget;
import dev.plumbline.pg.ServerPools;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers a question about a reading, with what the object's dependencies say and the server's own answer beside ours: one round trip. */
public final class AskWhy {
    private final Supplier<KubeContexts> contexts;
    private final DirectConnections direct;
    private final ServerPools pools;
    private final EvidenceReader reader = new EvidenceReader();

    public AskWhy(Supplier<KubeContexts> contexts, DirectConnections direct, ServerPools pools) {
        this.contexts = contexts;
        this.direct = direct;
        this.pools = pools;
    }

    public Answer ofResource(ResourceRef ref, AccessReport report, Question question, CancelToken cancel) {
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        DeclaredDatabase resource = cluster.readDatabase(ref.namespace(), ref.name());
        return ask(
                InstanceTargets.resolve(cluster, resource, cluster.readInstance(resource.instance())),
                report,
                question,
                cancel);
    }

    public Answer ofDirect(DirectTarget target, AccessReport report, Question question, CancelToken cancel) {
        return ask(direct.target(target), report, question, cancel);
    }

    private Answer ask(ConnectionTarget target, AccessReport report, Question question, CancelToken cancel) {
        AccessSnapshot snapshot = report.snapshot();
        ObjectEvidence read = pools.read(
                target,
                cancel,
                session -> reader.read(
                        session,
                        snapshot.roles().role(question.role()).oid(),
                        question.object(),
                        question.column(),
                        question.privilege(),
                        cancel));
        return Why.of(snapshot, report.privileges(), report.readAt()).answer(question, evidence(snapshot, read));
    }

    private static Evidence evidence(AccessSnapshot snapshot, ObjectEvidence read) {
        List<DatabaseObject> readsFrom = new ArrayList<>();
        read.readsFrom().forEach(oid -> relation(snapshot, oid).ifPresent(readsFrom::add));
        List<Evidence.BehindColumn> sequences = new ArrayList<>();
        read.sequences()
                .forEach(behind -> relation(snapshot, behind.sequence())
                        .ifPresent(sequence -> sequences.add(
                                new Evidence.BehindColumn(behind.column(), sequence, behind.identity()))));
        return new Evidence(
                readsFrom,
                sequences,
                read.serverSays().map(says -> says ? "yes" : "no").orElse(""),
                read.seen().map(seen -> new Evidence.RelationSeen(seen.view(), seen.rowSecurity())));
    }

    private static Optional<DatabaseObject> relation(AccessSnapshot snapshot, long oid) {
        return snapshot.objects().stream()
                .filter(object -> object.oid() == oid
                        && (object.kind() == ObjectKind.RELATION || object.kind() == ObjectKind.SEQUENCE))
                .findFirst();
    }
}
