package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.DeclaredDatabase;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.ResourceRef;
import io.fabric8.kubernetes.api.model.EventBuilder;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Records events on a resource as client-go's recorder does: named after the resource and the time, in the resource's namespace. */
final class EventWriting {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_MESSAGE = 1024;
    private final ApiServer server;
    private final Clock clock;
    private final AtomicLong last = new AtomicLong();

    EventWriting(ApiServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /** When the answer is lost, the event is looked for instead of being written again. */
    void create(
            DeclaredDatabase database,
            String apiVersion,
            String type,
            String reason,
            String message,
            String source,
            CancelToken cancel) {
        ResourceRef ref = database.ref();
        String name = name(ref.name());
        String shown = "event " + reason + " on " + ResourceAddress.shown(ref);
        ApiPath path = ApiPath.of("api", "v1", "namespaces", ref.namespace(), "events");
        JsonNode event = event(database, apiVersion, name, type, reason, message, source);
        try {
            server.send(ApiRequest.create(path, event, "record", shown), cancel);
        } catch (ProblemException failed) {
            if (!Uncertain.isDone(failed) || !exists(path.then(name), shown, cancel)) {
                throw failed;
            }
        }
    }

    private boolean exists(ApiPath path, String shown, CancelToken cancel) {
        try {
            server.send(ApiRequest.read(path, "look for", shown), cancel);
            return true;
        } catch (ProblemException notKnown) {
            return false;
        }
    }

    private JsonNode event(
            DeclaredDatabase database,
            String apiVersion,
            String name,
            String type,
            String reason,
            String message,
            String source) {
        ResourceRef ref = database.ref();
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        return JSON.valueToTree(new EventBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(ref.namespace())
                .endMetadata()
                .withNewInvolvedObject()
                .withApiVersion(apiVersion)
                .withKind(ResourceKind.DATABASE.kind())
                .withNamespace(ref.namespace())
                .withName(ref.name())
                .withUid(database.uid())
                .withResourceVersion(database.resourceVersion())
                .endInvolvedObject()
                .withType(type)
                .withReason(reason)
                .withMessage(cut(message))
                .withNewSource()
                .withComponent(source)
                .endSource()
                .withReportingComponent(source)
                .withFirstTimestamp(now)
                .withLastTimestamp(now)
                .withCount(1)
                .build());
    }

    /** The resource's name, a dot, and the time in nanoseconds as hexadecimal, never twice the same. */
    private String name(String resource) {
        Instant now = clock.instant();
        long nanos = TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        String stamp = "." + String.format(Locale.ROOT, "%x", last.updateAndGet(before -> Math.max(before + 1, nanos)));
        String start = resource.substring(0, Math.min(resource.length(), LONGEST_NAME - stamp.length()));
        return start + stamp;
    }

    private static String cut(String message) {
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, message.offsetByCodePoints(LONGEST_MESSAGE - 3, 1)) + "…";
    }
}
