package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.api.PendingAnswer;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.ArrayList;
import java.util.List;

/**
 * One list of resources, read page by page (Kubernetes API concepts, "Retrieving large results sets in chunks"). When the server has forgotten where
 * the list was (410), it begins anew, the second time without pages.
 */
final class ResourceList {
    private static final int PAGE = 500;
    private static final int MAX_PAGES = 10_000;
    private static final String GONE = "KUBE-410";
    private final ApiServer server;
    private final ApiPath path;
    private final String shown;
    private final CancelToken cancel;
    private final List<JsonNode> items = new ArrayList<>();
    private PendingAnswer pending;
    private String next = "";
    private long remaining;
    private int pages;
    private int restarts;
    private boolean whole;

    /** Asks for the first page at once, so that several lists can be under way. */
    ResourceList(ApiServer server, ApiPath path, String shown, CancelToken cancel) {
        this.server = server;
        this.path = path;
        this.shown = shown;
        this.cancel = cancel;
        this.pending = ask();
    }

    /** Waits for the page that was asked for, and asks for the one after it. */
    void readPage() {
        try {
            take(pending.await());
        } catch (ProblemException gone) {
            if (!gone.problem().code().equals(GONE) || next.isEmpty()) {
                throw gone;
            }
            beginAnew();
        }
        cancel.check();
        if (!whole) {
            pending = ask();
        }
    }

    List<JsonNode> readAll() {
        while (!whole) {
            readPage();
        }
        return items;
    }

    boolean isWhole() {
        return whole;
    }

    /** What has come so far. */
    List<JsonNode> items() {
        return items;
    }

    /** How many there are, as far as the server has said. */
    int expected() {
        return (int) Math.min(items.size() + remaining, Integer.MAX_VALUE);
    }

    private PendingAnswer ask() {
        if (pages++ > MAX_PAGES) {
            throw new ProblemException(new Problem(
                    Problem.Kind.SERVER,
                    "KUBE-ANSWER",
                    "list",
                    shown,
                    "the list has no end after " + MAX_PAGES + " pages.",
                    "Look at the API server's health."));
        }
        ApiPath page = restarts > 1 ? path : path.with("limit", String.valueOf(PAGE));
        return server.begin(
                ApiRequest.read(next.isEmpty() ? page : page.with("continue", next), "list", shown), cancel);
    }

    private void take(JsonNode page) {
        page.path("items").forEach(items::add);
        JsonNode metadata = page.path("metadata");
        next = metadata.path("continue").asText("");
        remaining = Math.max(metadata.path("remainingItemCount").asLong(0), 0);
        whole = next.isEmpty();
    }

    private void beginAnew() {
        items.clear();
        next = "";
        remaining = 0;
        restarts++;
    }
}
