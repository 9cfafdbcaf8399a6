package dev.plumbline.operation.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.KubeContexts;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.operation.runbook.KubeChanges.Change;
import dev.plumbline.operation.runbook.KubeChanges.Tried;
import dev.plumbline.operation.runbook.KubeChanges.Verb;
import dev.plumbline.operation.runbook.KubeObjects.Address;
import dev.plumbline.operation.runbook.KubeObjects.Found;
import dev.plumbline.operation.runbook.KubeObjects.Logs;
import dev.plumbline.runbook.lint.ClusterSchema;
import dev.plumbline.runbook.lint.ClusterSchema.Answer;
import dev.plumbline.runbook.lint.LiveSchema;
import dev.plumbline.sandbox.OperatorDefinitions;
import dev.plumbline.sandbox.kubeapi.Fault;
import dev.plumbline.sandbox.kubeapi.KubeApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubeObjectsTest {
    private static final String SAMPLE = """
            {apiVersion: v1, kind: Namespace, metadata: {name: team-a}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: team-a, labels: {app: web}}
            spec: {replicas: 2, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: asleep, namespace: team-a}
            spec: {paused: true}
            ---
            apiVersion: v1
            kind: Secret
            metadata:
              name: login
              namespace: team-a
              annotations: {kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"password":"canary-1"}}'}
            stringData: {password: canary-1}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-1
              namespace: team-a
              labels: {app: web}
              annotations: {log.plumbline.dev/app: "one\\ntwo\\nthree\\n", log.plumbline.dev/proxy: "p\\n"}
            spec: {containers: [{name: app}, {name: proxy}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-2
              namespace: team-a
              labels: {app: web}
              annotations: {kubectl.kubernetes.io/default-container: proxy, log.plumbline.dev/proxy: "q\\n"}
            spec: {containers: [{name: app}, {name: proxy}]}
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.org}
            spec:
              group: example.org
              names: {kind: Widget, plural: widgets, singular: widget, shortNames: [wd]}
              scope: Namespaced
              versions:
              - name: v1
                schema:
                  openAPIV3Schema:
                    type: object
                    properties: {spec: {type: object, properties: {size: {type: integer}}}}
            ---
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.other.org}
            spec:
              group: other.org
              names: {kind: Widget, plural: widgets, singular: widget, shortNames: [ow]}
              scope: Cluster
              versions: [{name: v1}]
            ---
            {apiVersion: example.org/v1, kind: Widget, metadata: {name: w, namespace: team-a}, spec: {size: 1}}
            """;
    private static final CancelToken GO = new CancelToken();
    private static final Instant NOW = Instant.parse("2026-03-18T03:00:00.5Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private KubeApi api;
    private KubeContexts contexts;
    private KubeObjects objects;

    @BeforeEach
    void serve() throws IOException {
        api = KubeApi.start().load(OperatorDefinitions.yaml()).load(SAMPLE);
        contexts = contexts("kubeconfig", api);
        objects = new KubeObjects(() -> contexts);
    }

    private KubeContexts contexts(String name, KubeApi to) throws IOException {
        Path file = Files.writeString(folder.resolve(name), """
                clusters: [{name: c, cluster: {server: "%s"}}]
                users: [{name: u, user: {}}]
                contexts: [{name: one, context: {cluster: c, user: u, namespace: team-a}}]
                """.formatted(to.url()));
        return KubeContexts.read(Optional.of(file), Map.of(), folder, hash -> true, Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        contexts.close();
        api.close();
    }

    private static Address at(String kind, String name) {
        return new Address("one", kind, "", name);
    }

    private static ObjectNode json(String text) throws IOException {
        return (ObjectNode) JSON.readTree(text);
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problem();
    }

    private long writes() {
        return api.requests().stream()
                .filter(request -> !request.startsWith("GET") && !request.contains("dryRun=All"))
                .count();
    }

    @Test
    void aLiveSchemaKnowsKindsAndTheFieldsOfDefinitions() {
        ClusterSchema schema = new LiveSchema(objects, "one", GO);
        assertThat(schema.knows("wd")).isEqualTo(Answer.YES);
        assertThat(schema.knows("schemadefiniton")).isEqualTo(Answer.NO);
        assertThat(schema.knowsField("wd", ".spec.size")).isEqualTo(Answer.YES);
        assertThat(schema.knowsField("wd", ".spec.colour")).isEqualTo(Answer.NO);
        assertThat(schema.knowsField("wd", ".metadata.name")).isEqualTo(Answer.YES);
        assertThat(schema.knowsField("pod", ".spec.containers.nmae")).isEqualTo(Answer.UNKNOWN);
        assertThat(schema.knowsField("nothing", ".spec")).isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aKindIsFoundByEveryWordThatKubectlTakes() {
        for (String word : List.of("deployment", "Deployments", "deploy", "deployments.apps", "deploy.apps")) {
            assertThat(objects.get(at(word, "web"), GO).kind()).isEqualTo("Deployment");
        }
        assertThat(objects.get(at("wd", "w"), GO).apiVersion()).isEqualTo("example.org/v1");
        assertThat(objects.serves("one", "crd", GO)).isTrue();
        assertThat(objects.serves("one", "frobnicators", GO)).isFalse();
        assertThat(problem(() -> objects.get(at("widget", "w"), GO)).message())
                .contains("widgets.example.org, widgets.other.org");
        assertThat(problem(() -> objects.get(at("frob", "w"), GO)).kind()).isEqualTo(Problem.Kind.NOT_INSTALLED);
    }

    @Test
    void aKindThatIsDefinedLaterIsFoundAndAGroupThatCannotBeReadIsNotTakenForAbsent() {
        assertThat(objects.serves("one", "gadgets", GO)).isFalse();
        api.load("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: gadgets.example.org}
                spec: {group: example.org, names: {kind: Gadget, plural: gadgets, singular: gadget}, scope: Cluster, versions: [{name: v1}]}
                """);
        assertThat(objects.serves("one", "gadgets", GO)).isTrue();
        api.faults().next(9, "GET", "/apis/other.org/v1", Fault.status(503, "ServiceUnavailable", "no endpoints"));
        assertThat(problem(() -> objects.serves("one", "nowhere", GO)).message())
                .contains("could not be read: other.org (KUBE-503)");
    }

    @Test
    void whatIsAbsentIsToldFromAKindThatIsNotServed() {
        assertThat(objects.find(at("deploy", "nobody"), GO)).isEmpty();
        assertThat(problem(() -> objects.get(at("deploy", "nobody"), GO)).code())
                .isEqualTo("KUBE-404");
        assertThat(objects.find(at("ow", "x"), GO)).isEmpty();
        assertThat(objects.list("one", "pods", "", "app=web", GO))
                .extracting(found -> found.address().name())
                .containsExactly("web-1", "web-2");
        assertThat(objects.list("one", "pods", "default", "", GO)).isEmpty();
    }

    @Test
    void nothingOfASecretIsGivenOut() throws IOException {
        Found secret = objects.get(at("secret", "login"), GO);
        assertThat(secret.object().at("/data/password").asText()).isEqualTo("***");
        Change change = objects.changes()
                .patch(at("secret", "login"), json("{\"stringData\":{\"password\":\"canary-2\"}}"), GO);
        Tried tried = objects.changes().tryOut(change, GO);
        assertThat(tried.lines()).containsExactly("- .data[\"password\"]: ***", "+ .data[\"password\"]: ***");
        assertThat(tried.alreadySo()).isFalse();
        Found after = objects.changes().send(change, GO);
        assertThat(secret + " " + change + change.shown() + tried + after).doesNotContain("canary", "Y2FuYXJ5");
        assertThat(change.shown()).contains("\"password\" : \"***\"").contains("team-a/login");
        assertThat(api.find("secrets", "team-a", "login").orElseThrow().toString())
                .contains("Y2FuYXJ5LTI=");
    }

    @Test
    void whatIsTriedOutIsWhatIsThenSentAndNothingIsStoredBefore() throws IOException {
        Change change =
                objects.changes().annotate(at("deploy", "web"), Map.of("x", "y", "app.org/n", "5", "none-", ""), GO);
        Tried tried = objects.changes().tryOut(change, GO);
        assertThat(tried.lines())
                .containsExactly("+ .metadata.annotations[\"app.org/n\"]: \"5\"", "+ .metadata.annotations[\"x\"]: y");
        assertThat(writes()).isZero();
        Found sent = objects.changes().send(change, GO);
        assertThat(sent.object().at("/metadata/annotations"))
                .isEqualTo(tried.after().orElseThrow().at("/metadata/annotations"));
        assertThat(objects.changes()
                        .tryOut(objects.changes().annotate(at("deploy", "web"), Map.of("x", "y"), GO), GO)
                        .alreadySo())
                .isTrue();
        Change without = objects.changes().label(at("deploy", "web"), Map.of("app-", "", "tier", "front"), GO);
        assertThat(objects.changes().tryOut(without, GO).lines())
                .containsExactly("- .metadata.labels[\"app\"]: web", "+ .metadata.labels[\"tier\"]: front");
        Change patch = objects.changes().patch(at("deploy", "web"), json("{\"spec\":{\"replicas\":3}}"), GO);
        assertThat(objects.changes().tryOut(patch, GO).lines())
                .containsExactly("- .spec.replicas: 2", "+ .spec.replicas: 3");
        assertThat(writes()).isEqualTo(1);
    }

    @Test
    void aChangeHoldsOnlyForTheObjectAsItWasRead() throws IOException {
        Change change = objects.changes().patch(at("deploy", "web"), json("{\"spec\":{\"replicas\":3}}"), GO);
        api.change("deployments", "team-a", "web", web -> {
            web.withObject("/metadata/labels").put("by", "another");
            return web;
        });
        assertThat(objects.changes().tryOut(change, GO).refused().orElseThrow().kind())
                .isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem(() -> objects.changes().send(change, GO)).code()).isEqualTo("KUBE-409");
        Change other = new Change(
                Verb.PATCH, change.address(), change.before(), json("{\"spec\":{\"replicas\":0}}"), change.digest());
        assertThat(problem(() -> objects.changes().send(other, GO)).kind()).isEqualTo(Problem.Kind.WRONG_TARGET);
        assertThat(api.find("deployments", "team-a", "web")
                        .orElseThrow()
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void aContextThatLeadsToAnotherClusterIsNoticed() throws IOException {
        Change change = objects.changes().delete(at("deploy", "web"), GO);
        try (KubeApi twin = KubeApi.start().load(SAMPLE);
                KubeContexts elsewhere = contexts("elsewhere", twin)) {
            KubeObjects there = new KubeObjects(() -> elsewhere);
            assertThat(problem(() -> there.changes().send(change, GO)).code()).isEqualTo("KUBE-CHANGED");
            assertThat(twin.find("deployments", "team-a", "web")).isPresent();
        }
    }

    @Test
    void anObjectUnderTheSameNameIsNotTheSameObject() throws IOException {
        Change delete = objects.changes().delete(at("deploy", "web"), GO);
        Change patch = objects.changes().patch(at("wd", "w"), json("{\"spec\":{\"size\":2}}"), GO);
        api.change("widgets.example.org", "team-a", "w", w -> {
            w.withObject("/metadata").put("uid", "another");
            return w;
        });
        api.change("deployments", "team-a", "web", web -> {
            web.withObject("/metadata").put("uid", "another");
            return web;
        });
        assertThat(problem(() -> objects.changes().send(delete, GO)).code()).isEqualTo("KUBE-409");
        assertThat(problem(() -> objects.changes().send(patch, GO)).code()).isEqualTo("KUBE-409");
    }

    @Test
    void aRestartIsTheAnnotationOfTheTemplateAndOnlyOfWorkloads() {
        Change restart = objects.changes().restart(at("deploy", "web"), NOW, GO);
        assertThat(objects.changes().tryOut(restart, GO).lines())
                .containsExactly("+ .spec.template.metadata.annotations[\"kubectl.kubernetes.io/restartedAt\"]: "
                        + "\"2026-03-18T03:00:00Z\"");
        assertThat(problem(() -> objects.changes().restart(at("pod", "web-1"), NOW, GO))
                        .message())
                .contains("only a Deployment");
        assertThat(problem(() -> objects.changes().restart(at("deploy", "asleep"), NOW, GO))
                        .message())
                .contains("paused");
    }

    @Test
    void deletingIsTriedOutSentOnceAndNeverRepeated() {
        Change delete = objects.changes().delete(at("wd", "w"), GO);
        Tried tried = objects.changes().tryOut(delete, GO);
        assertThat(tried.lines()).singleElement().asString().startsWith("- Widget team-a/w of context one (uid ");
        assertThat(api.find("widgets.example.org", "team-a", "w")).isPresent();
        api.faults().next(1, "DELETE", "widgets/w", Fault.dropped());
        assertThat(problem(() -> objects.changes().send(delete, GO)).message())
                .contains("Whether it was done is not known");
        assertThat(objects.changes().send(delete, GO).kind()).isEqualTo("Widget");
        assertThat(writes()).isEqualTo(2);
        assertThat(objects.find(at("wd", "w"), GO)).isEmpty();
    }

    @Test
    void aManifestCreatesWhatIsAbsentAndElseSetsWhatItSays() throws IOException {
        ObjectNode manifest = json("""
                {"apiVersion":"example.org/v1","kind":"Widget","metadata":{"name":"new","uid":"u","resourceVersion":"7"},
                 "spec":{"size":3},"status":{"x":1}}""");
        Change create = objects.changes().apply("one", manifest, GO);
        assertThat(create.before()).isEmpty();
        assertThat(objects.changes().tryOut(create, GO).lines())
                .contains("+ .spec.size: 3")
                .noneMatch(l -> l.contains("uid"));
        assertThat(objects.find(at("wd", "new"), GO)).isEmpty();
        assertThat(objects.changes().send(create, GO).address())
                .isEqualTo(new Address("one", "widget.example.org", "team-a", "new"));
        assertThat(objects.changes().tryOut(create, GO).refused().orElseThrow().code())
                .isEqualTo("KUBE-409");
        assertThat(objects.changes()
                        .tryOut(objects.changes().apply("one", manifest, GO), GO)
                        .alreadySo())
                .isTrue();
        manifest.withObject("/spec").put("size", 4);
        Change replace = objects.changes().apply("one", manifest, GO);
        assertThat(objects.changes().tryOut(replace, GO).lines()).containsExactly("- .spec.size: 3", "+ .spec.size: 4");
        assertThat(objects.changes().send(replace, GO).object().at("/spec/size").asInt())
                .isEqualTo(4);
        assertThat(problem(() -> objects.changes().apply("one", json("{\"kind\":\"List\",\"apiVersion\":\"v1\"}"), GO))
                        .code())
                .isEqualTo("KUBE-CHANGE");
    }

    @Test
    void aFieldThatTheKindDoesNotHaveIsRefusedAndNothingIsStored() throws IOException {
        Change patch = objects.changes().patch(at("wd", "w"), json("{\"spec\":{\"sise\":2}}"), GO);
        assertThat(objects.changes().tryOut(patch, GO).refused().orElseThrow().answer())
                .contains("unknown field \"spec.sise\"");
        Change create = objects.changes()
                .apply(
                        "one",
                        json(
                                "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"n\"},\"sepc\":{}}"),
                        GO);
        assertThat(objects.changes().tryOut(create, GO).refused().orElseThrow().code())
                .isEqualTo("KUBE-400");
        api.faults().next(1, "PATCH", "widgets/w", Fault.dropped());
        assertThat(problem(() -> objects.changes().tryOut(patch, GO)).kind()).isEqualTo(Problem.Kind.CONNECTION_LOST);
    }

    @Test
    void logsAreTheLastLinesAndSayWhereTheyComeFromAndWhetherThereIsMore() {
        assertThat(objects.logs("one", "", "web-1", "", "", 2, GO))
                .isEqualTo(new Logs(List.of("two", "three"), true, "pod team-a/web-1, container app"));
        assertThat(objects.logs("one", "team-a", "web-1", "", "", 3, GO).cut()).isFalse();
        Logs all = objects.logs("one", "", "deploy/web", "", "", 9, GO);
        assertThat(all.lines()).containsExactly("web-1: one", "web-1: two", "web-1: three", "web-2: q");
        assertThat(all.from()).endsWith("; pod team-a/web-2, container proxy");
        assertThat(objects.logs("one", "", "", "app in (web)", "proxy", 9, GO).lines())
                .containsExactly("web-1: p", "web-2: q");
        assertThat(problem(() -> objects.logs("one", "", "web-1", "", "nope", 9, GO))
                        .message())
                .contains("container nope is not valid");
        assertThat(problem(() -> objects.logs("one", "", "", "app=none", "", 9, GO))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
        api.change("pods", "team-a", "web-1", pod -> {
            pod.withObject("/metadata/annotations")
                    .put(
                            "log.plumbline.dev/app",
                            "x".repeat(300_000).concat("\n").repeat(5));
            return pod;
        });
        Logs large = objects.logs("one", "", "web-1", "", "app", 5, GO);
        assertThat(large.lines()).hasSize(3);
        assertThat(large.cut()).isTrue();
        api.change("pods", "team-a", "web-1", pod -> {
            pod.withObject("/metadata/annotations").put("log.plumbline.dev/app", "x".repeat(1_100_000) + "end\n");
            return pod;
        });
        Logs oneLine = objects.logs("one", "", "web-1", "", "app", 5, GO);
        assertThat(oneLine.lines()).singleElement().asString().endsWith("xend").hasSizeLessThan(1_000_000);
        assertThat(oneLine.cut()).isTrue();
    }
}
