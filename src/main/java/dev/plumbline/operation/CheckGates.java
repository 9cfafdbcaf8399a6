package dev.plumbline.operation;

import dev.plumbline.drift.gate.ChangeGuard;
import dev.plumbline.drift.gate.Gates;
import dev.plumbline.drift.gate.SpecValidation;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.model.ResourceRef;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.operation.migration.ImageNow;
import dev.plumbline.operation.migration.RegistryChoice;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** Computes the checks of a DBUpgrade now, as its operator would. Changes nothing. */
public final class CheckGates {
    private static final int STEPS = 4;

    private final Supplier<KubeContexts> contexts;
    private final Clock clock;
    private final ImageNow images;

    public CheckGates(Supplier<KubeContexts> contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
        this.images = new ImageNow(contexts);
    }

    /** The same without asking the registry. */
    public GatesReport check(ResourceRef ref, CancelToken cancel, Progress progress) {
        return check(
                ref,
                upgrade -> Seen.unknown("The registry was not asked, since only the cluster is read here."
                        + " On the command line it is: plumbline gates " + ref.name() + " -n " + ref.namespace()
                        + " --context " + ref.context()),
                cancel,
                progress);
    }

    /** @throws ProblemException when the resource cannot be read, or the cluster cannot be reached; what else cannot be read is told in its place */
    public GatesReport check(ResourceRef ref, RegistryChoice registry, CancelToken cancel, Progress progress) {
        return check(ref, upgrade -> images.digest(upgrade.image(), registry, cancel), cancel, progress);
    }

    private GatesReport check(
            ResourceRef ref, Function<DbUpgrade, Seen<String>> digest, CancelToken cancel, Progress progress) {
        KubeCluster cluster = contexts.get().open(ref.context()).stoppedBy(cancel);
        progress.report("reading the DBUpgrade", 0, STEPS);
        DbUpgrade upgrade = cluster.readDbUpgrade(ref.namespace(), ref.name());
        progress.report("reading pods, metrics, Jobs and the Secret's keys", 1, STEPS);
        GateFacts facts = cluster.readGateFacts(upgrade, clock.instant());
        progress.report("reading events", 2, STEPS);
        Seen<List<ResourceEvent>> events = events(cluster, ref);
        progress.report("asking the registry what the image's name stands for", 3, STEPS);
        Seen<String> image = digest.apply(upgrade);
        progress.report("computed the checks", STEPS, STEPS);
        return new GatesReport(
                upgrade,
                facts,
                Gates.compute(upgrade, facts),
                SpecValidation.refusal(upgrade),
                ChangeGuard.refusal(upgrade),
                UpgradeTimeline.of(upgrade, facts, events),
                events.gap(),
                image);
    }

    private static Seen<List<ResourceEvent>> events(KubeCluster cluster, ResourceRef ref) {
        try {
            return Seen.of(cluster.readEvents(ref));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.FORBIDDEN) {
                return Seen.unknown(refused.problem().message());
            }
            throw refused;
        }
    }
}
