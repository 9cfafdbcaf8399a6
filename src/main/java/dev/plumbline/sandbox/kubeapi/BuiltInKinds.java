package dev.plumbline.sandbox.kubeapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;

/** The kinds every cluster has, as far as a console of databases meets them, with the columns {@code kubectl get} shows. */
final class BuiltInKinds {
    private static final PrinterColumn AGE = PrinterColumn.at("Age", "date", ".metadata.creationTimestamp");

    private BuiltInKinds() {}

    static List<ResourceKind> all() {
        return List.of(
                core(
                        "Namespace",
                        "namespaces",
                        "ns",
                        false,
                        PrinterColumn.at("Status", "string", ".status.phase"),
                        AGE),
                core("Secret", "secrets", "", true, PrinterColumn.at("Type", "string", ".type"), entries(), AGE),
                core("ConfigMap", "configmaps", "cm", true, entries(), AGE),
                core("Service", "services", "svc", true, PrinterColumn.at("Type", "string", ".spec.type"), AGE),
                core("ServiceAccount", "serviceaccounts", "sa", true, AGE),
                core("Pod", "pods", "po", true, PrinterColumn.at("Status", "string", ".status.phase"), AGE),
                deployment(),
                workload("apps", "StatefulSet", "statefulsets", "sts"),
                workload("apps", "DaemonSet", "daemonsets", "ds"),
                workload("batch", "CronJob", "cronjobs", "cj"),
                job(),
                apiService(),
                event(),
                definition());
    }

    private static ResourceKind core(
            String kind, String plural, String shortName, boolean namespaced, PrinterColumn... columns) {
        return new ResourceKind(
                "",
                "v1",
                kind,
                plural,
                kind.toLowerCase(Locale.ROOT),
                shortName.isEmpty() ? List.of() : List.of(shortName),
                namespaced,
                plural.equals("namespaces") || plural.equals("pods"),
                List.of(columns),
                List.of());
    }

    private static ResourceKind event() {
        return core(
                "Event",
                "events",
                "ev",
                true,
                PrinterColumn.at("Last Seen", "date", ".lastTimestamp"),
                PrinterColumn.at("Type", "string", ".type"),
                PrinterColumn.at("Reason", "string", ".reason"),
                new PrinterColumn("Object", "string", 0, BuiltInKinds::involved),
                PrinterColumn.at("Source", "string", ".source.component").wide(),
                PrinterColumn.at("Message", "string", ".message"),
                PrinterColumn.at("First Seen", "date", ".firstTimestamp").wide(),
                PrinterColumn.at("Count", "string", ".count").wide());
    }

    private static ResourceKind deployment() {
        return new ResourceKind(
                "apps",
                "v1",
                "Deployment",
                "deployments",
                "deployment",
                List.of("deploy"),
                true,
                true,
                List.of(
                        PrinterColumn.at("Up-to-date", "integer", ".status.updatedReplicas"),
                        PrinterColumn.at("Available", "integer", ".status.availableReplicas"),
                        AGE),
                List.of());
    }

    private static ResourceKind workload(String group, String kind, String plural, String shortName) {
        return new ResourceKind(
                group,
                "v1",
                kind,
                plural,
                kind.toLowerCase(Locale.ROOT),
                List.of(shortName),
                true,
                true,
                List.of(AGE),
                List.of());
    }

    private static ResourceKind job() {
        return new ResourceKind(
                "batch",
                "v1",
                "Job",
                "jobs",
                "job",
                List.of(),
                true,
                true,
                List.of(
                        PrinterColumn.at("Active", "integer", ".status.active"),
                        PrinterColumn.at("Succeeded", "integer", ".status.succeeded"),
                        PrinterColumn.at("Failed", "integer", ".status.failed"),
                        AGE),
                List.of());
    }

    private static ResourceKind apiService() {
        return new ResourceKind(
                "apiregistration.k8s.io",
                "v1",
                "APIService",
                "apiservices",
                "apiservice",
                List.of(),
                false,
                true,
                List.of(
                        PrinterColumn.at("Available", "string", ".status.conditions[?(@.type==\"Available\")].status"),
                        AGE),
                List.of());
    }

    private static ResourceKind definition() {
        return new ResourceKind(
                KindRegistry.EXTENSIONS,
                "v1",
                "CustomResourceDefinition",
                "customresourcedefinitions",
                "customresourcedefinition",
                List.of("crd", "crds"),
                false,
                true,
                List.of(PrinterColumn.at("Created At", "string", ".metadata.creationTimestamp")),
                List.of());
    }

    private static PrinterColumn entries() {
        return new PrinterColumn(
                "Data", "string", 0, json -> IntNode.valueOf(json.path("data").size()));
    }

    private static JsonNode involved(JsonNode event) {
        JsonNode object = event.path("involvedObject");
        return TextNode.valueOf(object.path("kind").asText().toLowerCase(Locale.ROOT) + "/"
                + object.path("name").asText());
    }
}
