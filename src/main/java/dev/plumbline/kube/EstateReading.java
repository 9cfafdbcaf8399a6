package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.job.Progress;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.api.PendingAnswer;
import dev.plumbline.kube.resource.CustomSystem;
import dev.plumbline.kube.resource.EstateRow;
import dev.plumbline.kube.resource.InstanceEngines;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.EstateContext;
import dev.plumbline.model.EstateResource;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads what one context holds: first what is installed, then all kinds side by side. */
final class EstateReading {
    private final ApiServer server;
    private final ServedKinds served;
    private final String context;
    private final NamespaceReading namespaces;
    private final CancelToken cancel;
    private final Progress progress;
    private final List<String> missing = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    EstateReading(
            ApiServer server,
            ServedKinds served,
            String context,
            String namespace,
            CancelToken cancel,
            Progress progress) {
        this.server = server;
        this.served = served;
        this.context = context;
        this.namespaces = new NamespaceReading(server, namespace, cancel);
        this.cancel = cancel;
        this.progress = progress;
    }

    EstateContext read() {
        progress.report("asking what is installed", 0, 0);
        PendingAnswer asked = server.begin(versionRequest(), cancel);
        List<KindReading> readings = begin(served.readInstalled(cancel));
        String version = version(asked);
        readAll(readings);
        List<EstateResource> rows = rows(readings);
        problems.addAll(EstateGaps.of(readings));
        TreeSet<String> shown = new TreeSet<>();
        rows.forEach(row -> shown.add(row.ref().namespace()));
        shown.remove("");
        return new EstateContext(context, version, List.copyOf(shown), rows, missing, problems);
    }

    static ApiRequest versionRequest() {
        return ApiRequest.read(ApiPath.of("version"), "read", "the server version");
    }

    private String version(PendingAnswer asked) {
        try {
            return asked.await().path("gitVersion").asText();
        } catch (ProblemException refused) {
            problems.add(refused.problem());
            return "";
        }
    }

    private List<KindReading> begin(Map<CustomSystem, String> installed) {
        List<KindReading> readings = new ArrayList<>();
        for (CustomSystem system : CustomSystem.values()) {
            String version = installed.get(system);
            if (version == null) {
                missing.add(ServedKinds.missing(system));
            } else {
                kinds(system, version).forEach(kind -> readings.add(new KindReading(server, kind, version, cancel)));
            }
        }
        return readings;
    }

    private List<ResourceKind> kinds(CustomSystem system, String version) {
        try {
            return served.readKinds(system, version, cancel);
        } catch (ProblemException refused) {
            problems.add(refused.problem());
            return List.of();
        }
    }

    private void readAll(List<KindReading> readings) {
        for (KindReading reading : readings) {
            reading.readOn(namespaces);
            report(reading, readings);
        }
        for (KindReading reading : readings) {
            while (!reading.isWhole()) {
                reading.readOn(namespaces);
                report(reading, readings);
            }
        }
    }

    private void report(KindReading now, List<KindReading> readings) {
        cancel.check();
        int done = readings.stream().mapToInt(reading -> reading.items().size()).sum();
        int total = readings.stream().mapToInt(KindReading::expected).sum();
        progress.report("listing " + now.kind().plural(), done, total);
    }

    private List<EstateResource> rows(List<KindReading> readings) {
        InstanceEngines engines = new InstanceEngines();
        List<EstateResource> rows = new ArrayList<>();
        for (KindReading reading : readings) {
            if (reading.kind() == ResourceKind.DATABASE_INSTANCE
                    || reading.kind() == ResourceKind.CLUSTER_DATABASE_INSTANCE) {
                reading.items().forEach(engines::add);
            }
        }
        for (KindReading reading : readings) {
            for (JsonNode item : reading.items()) {
                cancel.check();
                rows.add(EstateRow.of(context, reading.kind(), item, engines));
            }
        }
        return rows;
    }
}
