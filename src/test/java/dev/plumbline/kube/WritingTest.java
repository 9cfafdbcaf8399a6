package dev.plumbline.kube;

import static dev.plumbline.kube.KubeClusterTest.assertProblem;
import static dev.plumbline.kube.OneCluster.BILLING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.DriftDiff;
import dev.plumbline.model.DriftStatus;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceEvent;
import dev.plumbline.sandbox.kubeapi.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritingTest {
    private static final String EVENTS = "/api/v1/namespaces/team-a/events";
    private static final String STATUS = "/databases/billing/status";
    private static final DriftStatus FOUND = new DriftStatus(
            true,
            "2026-03-18T10:30:00Z",
            List.of(
                    new DriftDiff("ownership.role", "db_billing_owner", "<missing>", false),
                    new DriftDiff("ownership.dbOwner", "db_billing_owner", "postgres", true)));

    @TempDir
    Path folder;

    private OneCluster one;

    @BeforeEach
    void serve() throws IOException {
        one = OneCluster.start(folder);
    }

    @AfterEach
    void stop() {
        one.close();
    }

    private void createEvent() {
        one.cluster.createEvent(
                one.billing(), "Warning", "OwnershipDriftDetected", "drift in fields: ownership.role", "dbctl-migrate");
    }

    private ObjectNode stored() {
        return one.api.find("databases", "team-a", "billing").orElseThrow();
    }

    private long requests(String method, String part) {
        return one.api.requests().stream()
                .filter(request -> request.startsWith(method) && request.contains(part))
                .count();
    }

    @Test
    void anEventIsWrittenAsTheOperatorsRecorderWritesIt() {
        DeclaredDatabase billing = one.billing();
        createEvent();
        JsonNode event = one.api.list("events", "team-a").get(0);
        assertThat(event.at("/metadata/name").asText()).matches("billing\\.[0-9a-f]{16}");
        assertThat(event.at("/metadata/namespace").asText()).isEqualTo("team-a");
        assertThat(event.path("involvedObject").toString())
                .isEqualTo(
                        "{\"apiVersion\":\"dbops.dbprovision.io/v1alpha1\",\"kind\":\"Database\",\"name\":\"billing\","
                                + "\"namespace\":\"team-a\",\"resourceVersion\":\"" + billing.resourceVersion()
                                + "\",\"uid\":\"" + billing.uid() + "\"}");
        assertThat(event.at("/source/component").asText()).isEqualTo("dbctl-migrate");
        assertThat(event.path("reportingComponent").asText()).isEqualTo("dbctl-migrate");
        assertThat(event.path("type").asText()).isEqualTo("Warning");
        assertThat(event.path("count").asInt()).isEqualTo(1);
        assertThat(event.path("firstTimestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(event.path("lastTimestamp")).isEqualTo(event.path("firstTimestamp"));
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        one.cluster.createEvent(one.billing(), "Normal", "R", "x" + "\uD83D\uDE00".repeat(600), "dbctl-migrate");
        String message = one.api.list("events", "team-a").get(0).path("message").asText();
        assertThat(message.length()).isBetween(1000, 1024);
        assertThat(message).endsWith("\uD83D\uDE00…");
    }

    @Test
    void eventsOfTheResourceAreReadNewestFirst() {
        one.api.load("""
                {apiVersion: v1, kind: Event, metadata: {name: a, namespace: team-a}, reason: Old, type: Normal, message: m,
                 involvedObject: {kind: Database, name: billing, namespace: team-a}, source: {component: database-controller},
                 lastTimestamp: "2020-01-01T00:00:00Z", count: 7}
                ---
                {apiVersion: v1, kind: Event, metadata: {name: b, namespace: team-a}, reason: Modern, type: Warning, message: m,
                 involvedObject: {apiVersion: dbops.dbprovision.io/v1alpha1, kind: Database, name: billing},
                 reportingComponent: new-controller, eventTime: "2021-01-01T00:00:00.000000Z",
                 series: {count: 3, lastObservedTime: "2022-01-01T00:00:00.000000Z"}}
                ---
                {apiVersion: v1, kind: Event, metadata: {name: c, namespace: team-a}, reason: OtherName,
                 involvedObject: {kind: Database, name: billing2}, lastTimestamp: "2020-01-01T00:00:00Z"}
                ---
                {apiVersion: v1, kind: Event, metadata: {name: d, namespace: team-a}, reason: OtherSystem,
                 involvedObject: {apiVersion: other.example/v1, kind: Database, name: billing}}
                """);
        createEvent();
        assertThat(one.cluster.readEvents(BILLING))
                .extracting(ResourceEvent::reason, ResourceEvent::source, ResourceEvent::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("OwnershipDriftDetected", "dbctl-migrate", 1),
                        org.assertj.core.groups.Tuple.tuple("Modern", "new-controller", 3),
                        org.assertj.core.groups.Tuple.tuple("Old", "database-controller", 7));
    }

    @Test
    void aRefusedEventIsAProblemThatNamesTheMissingRight() {
        one.api.access().admit("admin", "ada", wish -> !wish.verb().equals("create"));
        assertProblem(
                this::createEvent,
                Problem.Kind.FORBIDDEN,
                "KUBE-403",
                "record event OwnershipDriftDetected on Database team-a/billing of context one",
                "User \"ada\" cannot create resource \"events\"");
        assertThat(one.api.list("events", "team-a")).isEmpty();
    }

    @Test
    void anEventWhoseAnswerIsLostIsLookedForAndNotWrittenAgain() {
        one.api.faults().next(1, "POST", EVENTS, Fault.delayed(java.time.Duration.ofSeconds(2)));
        one.api.faults().next(1, "GET", EVENTS, Fault.delayed(java.time.Duration.ofSeconds(1)));
        createEvent();
        assertThat(requests("POST", EVENTS)).isEqualTo(1);
        assertThat(one.api.list("events", "team-a")).hasSize(1);
    }

    @Test
    void anEventThatNeverArrivedIsAProblemAndNotWrittenAgain() {
        one.api.faults().next(1, "POST", EVENTS, Fault.cutBody());
        assertProblem(
                this::createEvent,
                Problem.Kind.CONNECTION_LOST,
                "KUBE-LOST",
                "broke before the whole answer came",
                "Whether it was done is not known");
        assertThat(requests("POST", EVENTS)).isEqualTo(1);
    }

    @Test
    void anEventThatFailsInsideTheServerIsNotWrittenAgain() {
        one.api.faults().next(1, "POST", EVENTS, Fault.status(500, "InternalError", "etcd is sad"));
        assertProblem(this::createEvent, Problem.Kind.SERVER, "KUBE-500", "etcd is sad");
        assertThat(requests("POST", EVENTS)).isEqualTo(1);
    }

    @Test
    void anEventThatTheServerWasTooBusyForIsWrittenWhenItIsTime() {
        one.api.faults().next(1, "POST", EVENTS, Fault.tooManyRequests(0));
        createEvent();
        assertThat(requests("POST", EVENTS)).isEqualTo(2);
        assertThat(one.api.list("events", "team-a")).hasSize(1);
    }

    @Test
    void foundDriftIsWrittenAndNothingElseIsTouched() {
        ObjectNode before = stored();
        one.cluster.patchDriftStatus(BILLING, FOUND);
        ObjectNode after = stored();
        assertThat(after.at("/status/drift").toString())
                .isEqualTo("{\"detected\":true,\"lastChecked\":\"2026-03-18T10:30:00Z\",\"diffs\":["
                        + "{\"field\":\"ownership.role\",\"expected\":\"db_billing_owner\",\"actual\":\"<missing>\"},"
                        + "{\"field\":\"ownership.dbOwner\",\"expected\":\"db_billing_owner\",\"actual\":\"postgres\","
                        + "\"destructive\":true}]}");
        assertThat(after.path("spec")).isEqualTo(before.path("spec"));
        assertThat(after.at("/status/phase").asText()).isEqualTo("Ready");
        assertThat(one.billing().statusDrift()).isEqualTo(FOUND);
    }

    @Test
    void repairedDriftLeavesDetectedOutOnTheWire() {
        one.cluster.patchDriftStatus(BILLING, FOUND);
        one.cluster.patchDriftStatus(BILLING, new DriftStatus(false, "2026-03-18T11:00:00Z", List.of()));
        assertThat(stored().at("/status/drift").toString()).isEqualTo("{\"lastChecked\":\"2026-03-18T11:00:00Z\"}");
    }

    @Test
    void aConflictIsReadAgainAndTheOtherWritersFieldsStay() {
        for (int round = 0; round < 3; round++) {
            String message = "reconciled " + round;
            one.api
                    .faults()
                    .next(
                            1,
                            "PATCH",
                            STATUS,
                            Fault.after(() -> one.api.load(
                                    "{apiVersion: dbops.dbprovision.io/v1alpha1, kind: Database, metadata: {name: billing,"
                                            + " namespace: team-a}, spec: {name: billing, instanceRef: {name: x}},"
                                            + " status: {phase: Ready, message: " + message + "}}")));
        }
        one.cluster.patchDriftStatus(BILLING, FOUND);
        assertThat(stored().at("/status/message").asText()).isEqualTo("reconciled 2");
        assertThat(one.billing().statusDrift()).isEqualTo(FOUND);
        assertThat(requests("PATCH", STATUS)).isEqualTo(4);
    }

    @Test
    void afterFiveConflictsItIsAProblem() {
        one.api.faults().next(9, "PATCH", STATUS, Fault.status(409, "Conflict", "the object has been modified"));
        assertProblem(
                () -> one.cluster.patchDriftStatus(BILLING, FOUND),
                Problem.Kind.CONFLICT,
                "KUBE-409",
                "write status.drift of Database team-a/billing",
                "It has changed meanwhile");
        assertThat(requests("PATCH", STATUS)).isEqualTo(5);
    }

    @Test
    void aStatusWhoseAnswerIsLostIsReadBeforeItIsWrittenAgain() {
        one.api.faults().next(1, "PATCH", STATUS, Fault.cutBody());
        one.cluster.patchDriftStatus(BILLING, FOUND);
        assertThat(one.billing().statusDrift()).isEqualTo(FOUND);
        assertThat(requests("PATCH", STATUS)).isEqualTo(2);
        one.api.faults().next(1, "PATCH", STATUS, Fault.delayed(java.time.Duration.ofSeconds(2)));
        one.api.faults().next(1, "GET", "/databases/billing$", Fault.after(() -> {}));
        DriftStatus again = new DriftStatus(false, "2026-03-19T10:30:00Z", List.of());
        one.cluster.patchDriftStatus(BILLING, again);
        assertThat(one.billing().statusDrift()).isEqualTo(again);
    }

    @Test
    void aForbiddenStatusIsAProblemAtOnce() {
        one.api.access().admit("admin", "ada", wish -> !wish.verb().equals("patch"));
        assertProblem(
                () -> one.cluster.patchDriftStatus(BILLING, FOUND),
                Problem.Kind.FORBIDDEN,
                "KUBE-403",
                "databases/status");
        assertThat(requests("PATCH", STATUS)).isEqualTo(1);
    }

    @Test
    void aPatchOfTheResourceHoldsOnlyOnTheVersionItWasMadeFrom() {
        DeclaredDatabase read = one.billing();
        DeclaredDatabase changed = one.cluster.patchDatabase(
                BILLING, "{\"spec\":{\"driftPolicy\":{\"mode\":\"ignore\"}}}", read.resourceVersion());
        assertThat(changed.driftPolicy())
                .isNotNull()
                .satisfies(policy -> assertThat(policy.mode()).isEqualTo("ignore"));
        assertThat(changed.resourceVersion()).isNotEqualTo(read.resourceVersion());
        assertProblem(
                () -> one.cluster.patchDatabase(BILLING, "{\"spec\":{\"owner\":\"me\"}}", read.resourceVersion()),
                Problem.Kind.CONFLICT,
                "KUBE-409",
                "change Database team-a/billing");
        assertThat(stored().at("/spec/owner").isMissingNode()).isTrue();
    }

    @Test
    void aPatchIsNeverSentTwice() {
        one.api.faults().next(1, "PATCH", "/databases/billing", Fault.cutBody());
        assertProblem(
                () -> one.cluster.patchDatabase(
                        BILLING, "{\"spec\":{}}", one.billing().resourceVersion()),
                Problem.Kind.CONNECTION_LOST,
                "KUBE-LOST",
                "Whether it was done is not known");
        assertThat(requests("PATCH", "/databases/billing")).isEqualTo(1);
    }

    @Test
    void aRefusedChangeIsQuotedInTheServersWords() {
        assertProblem(
                () -> one.cluster.patchDatabase(
                        BILLING,
                        "{\"spec\":{\"name\":\"other\"}}",
                        one.billing().resourceVersion()),
                Problem.Kind.INVALID,
                "KUBE-422",
                "database name is immutable",
                "Nothing was changed");
        assertProblem(() -> one.cluster.patchDatabase(BILLING, "[]", "1"), Problem.Kind.INVALID, "KUBE-PATCH");
        assertProblem(() -> one.cluster.patchDatabase(BILLING, "{", "1"), Problem.Kind.INVALID, "KUBE-PATCH");
    }
}
