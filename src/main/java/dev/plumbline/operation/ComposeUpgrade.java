package dev.plumbline.operation;

import dev.plumbline.drift.gate.ChangeGuard;
import dev.plumbline.drift.gate.Gates;
import dev.plumbline.drift.gate.SpecValidation;
import dev.plumbline.drift.gate.SpecValidation.Refusal;
import dev.plumbline.drift.gate.UpgradeName;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.KubeCluster;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.kube.resource.DbUpgradeWriting;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.SafeMode;
import dev.plumbline.model.upgrade.DbUpgrade;
import dev.plumbline.model.upgrade.GateFacts;
import dev.plumbline.model.upgrade.Seen;
import dev.plumbline.model.upgrade.UpgradeChoices;
import dev.plumbline.model.upgrade.UpgradeJob;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at a DBUpgrade before it exists, and creates it: planned and shown, approved by the plan's digest, tried out by the server, created, and read again. One that is there
 * already is never changed.
 */
public final class ComposeUpgrade {
    private static final int STEPS = 3;
    private final Supplier<KubeContexts> contexts;
    private final Clock clock;

    public ComposeUpgrade(Supplier<KubeContexts> contexts, Clock clock) {
        this.contexts = contexts;
        this.clock = clock;
    }

    /** What a DBUpgrade of this namespace can name; what this login may not list is told in its place. */
    public UpgradeChoices choices(String context, String namespace, CancelToken cancel) {
        return contexts.get().open(context).stoppedBy(cancel).readUpgradeChoices(namespace);
    }

    /** What the webhook and the resource's definition say against a spec; asks nobody. */
    public static List<Refusal> refusals(DbUpgrade draft) {
        List<Refusal> all = new ArrayList<>();
        UpgradeName.refusal(draft.ref().name()).ifPresent(text -> all.add(new Refusal("metadata.name", text)));
        if (draft.ref().namespace().isEmpty()) {
            all.add(new Refusal("metadata.namespace", "a namespace is required"));
        }
        for (String problem : DbUpgradeWriting.problems(draft)) {
            int colon = problem.indexOf(": ");
            String text = problem.substring(colon + 1).strip();
            all.add(new Refusal(
                    colon < 0 ? "spec" : problem.substring(0, colon),
                    text.startsWith("expected a string, found ") ? "a value is required" : text));
        }
        all.addAll(SpecValidation.refusals(draft));
        return all;
    }

    public static String yaml(DbUpgrade draft) {
        return DbUpgradeWriting.yaml(draft);
    }

    /** The DBUpgrade that a file's text holds. @throws ProblemException GATES-FILE where it holds none */
    public static DbUpgrade read(String text, String file, String context, String namespace) {
        return DbUpgradeWriting.read(text, file, context, namespace);
    }

    /** @throws ProblemException when the cluster cannot be reached, or does not say whether there is one of this name; what else cannot be read is told in its place */
    public UpgradePlan plan(DbUpgrade draft, CancelToken cancel, Progress progress) {
        List<Refusal> refusals = new ArrayList<>(refusals(draft));
        draft.problems().stream()
                .filter(problem -> refusals.stream().noneMatch(known -> problem.startsWith(known.field() + ": ")))
                .forEach(problem -> refusals.add(new Refusal("spec", problem)));
        KubeCluster cluster = contexts.get().open(draft.ref().context()).stoppedBy(cancel);
        progress.report("looking whether it is there", 0, STEPS);
        String identity = cluster.identity();
        Optional<DbUpgrade> existing =
                UpgradeName.refusal(draft.ref().name()).isPresent() ? Optional.empty() : cluster.findDbUpgrade(draft);
        existing.ifPresent(before -> refusals.addAll(ChangeGuard.refusals(before, draft)));
        progress.report("reading pods, metrics, Jobs and the Secret's keys", 1, STEPS);
        GateFacts facts = beforehand(cluster.readGateFacts(draft, clock.instant()), existing.isPresent());
        progress.report("computed the checks", STEPS, STEPS);
        GatesReport report = new GatesReport(
                draft,
                facts,
                Gates.compute(draft, facts),
                SpecValidation.refusal(draft),
                existing.flatMap(ChangeGuard::refusal),
                List.of(),
                "",
                Seen.unknown(
                        "The registry was not asked, since of what is only written down the cluster alone is asked."
                                + " Once it is created: plumbline gates "
                                + draft.ref().name() + " -n " + draft.ref().namespace() + " --context "
                                + draft.ref().context()));
        String yaml = yaml(draft);
        return new UpgradePlan(draft, yaml, refusals, existing, report, identity, digest(identity + "\n" + yaml));
    }

    /** No Job is of a spec that nobody has applied; one that is left from an earlier resource of the name makes it uncertain what the operator would do. */
    private static GateFacts beforehand(GateFacts read, boolean change) {
        List<UpgradeJob> found = read.jobs().value().orElse(List.of());
        Seen<List<UpgradeJob>> jobs = read.jobs();
        if (change && read.jobs().value().isPresent()) {
            jobs = Seen.of(List.of());
        } else if (!found.isEmpty()) {
            jobs = Seen.unknown("Job " + found.get(0).name()
                    + " of an earlier DBUpgrade of this name is still there: whether the operator takes it for done"
                    + " depends on its hash of the spec.");
        }
        return new GateFacts(read.pods(), read.metrics(), read.secretKeys(), jobs, read.now());
    }

    /**
     * Creates it as it was planned.
     *
     * @param approved the digest of the plan that was shown; {@code typed} the resource's name where the context asks for it
     * @return the resource as it was read afterwards
     * @throws ProblemException where the context is read-only, the name was not typed, another plan was approved, the cluster is another, one of the name is there meanwhile,
     *     the server refuses it, or what is read afterwards is not what was sent
     */
    public DbUpgrade create(UpgradePlan plan, String approved, SafeMode mode, String typed, CancelToken cancel) {
        DbUpgrade draft = plan.draft();
        if (mode == SafeMode.READ_ONLY) {
            throw refused(
                    draft, Problem.Kind.READ_ONLY, "read-only", "this context is read-only.", "Change its safe mode.");
        }
        if (mode == SafeMode.PRODUCTION && !typed.equals(draft.ref().name())) {
            throw refused(
                    draft,
                    Problem.Kind.HAZARD_NOT_ACCEPTED,
                    "name-not-typed",
                    "the name of the resource was not given.",
                    "Type it letter by letter; on the command line --confirm "
                            + draft.ref().name() + ".");
        }
        requireUnchanged(plan, approved);
        KubeCluster cluster = contexts.get().open(draft.ref().context()).stoppedBy(cancel);
        if (!cluster.identity().equals(plan.cluster())) {
            throw refused(
                    draft,
                    Problem.Kind.WRONG_TARGET,
                    "other-cluster",
                    "the context leads to another cluster than when this was planned.",
                    "Look at the kubeconfig, and compute the checks again.");
        }
        if (cluster.findDbUpgrade(draft).isPresent()) {
            throw refused(
                    draft,
                    Problem.Kind.CONFLICT,
                    "already-there",
                    "there is one of this name already.",
                    "Choose another name; one that is there is not changed from here.");
        }
        cluster.tryOutDbUpgrade(draft);
        cluster.createDbUpgrade(draft);
        DbUpgrade there =
                cluster.readDbUpgrade(draft.ref().namespace(), draft.ref().name());
        if (!there.hasSpecOf(draft)) {
            throw refused(
                    draft,
                    Problem.Kind.STALE_PLAN,
                    "not-as-sent",
                    "it was created, and what is read of it is not what was sent: something in the cluster changed it.",
                    "Compare it with what was planned.");
        }
        return there;
    }

    private static void requireUnchanged(UpgradePlan plan, String approved) {
        if (!plan.digest().equals(approved)) {
            throw refused(
                    plan.draft(),
                    Problem.Kind.STALE_PLAN,
                    "other-plan",
                    "what was approved is not this text.",
                    "Look at it again.");
        }
        if (!plan.isCreatable()) {
            throw refused(
                    plan.draft(),
                    Problem.Kind.INVALID,
                    "spec-refused",
                    plan.refusals().isEmpty()
                            ? "there is one of this name already."
                            : plan.refusals().get(0).text(),
                    plan.refusals().isEmpty()
                            ? "Choose another name, or delete or edit the one that is there with kubectl."
                            : "Correct the field.");
        }
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static ProblemException refused(
            DbUpgrade draft, Problem.Kind kind, String code, String answer, String next) {
        return new ProblemException(
                new Problem(kind, code, "Creating DBUpgrade", draft.ref().shown(), answer, next));
    }
}
