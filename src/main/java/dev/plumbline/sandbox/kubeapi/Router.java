package dev.plumbline.sandbox.kubeapi;

import java.util.Optional;

/** From a request to its answer: authentication first, then discovery, then access rules, then the object store. */
final class Router {
    private final KindRegistry kinds;
    private final AccessRules access;
    private final Discovery discovery;
    private final OpenApi openApi;
    private final Reading reading;
    private final Watching watching;
    private final Writing writing;
    private final Deleting deleting;
    private final MetricsApi metrics;
    private final LogsApi logs;

    Router(ObjectStore store, KindRegistry kinds, AccessRules access) {
        this.kinds = kinds;
        this.access = access;
        this.discovery = new Discovery(kinds);
        this.openApi = new OpenApi(kinds);
        this.reading = new Reading(store);
        this.watching = new Watching(store);
        this.writing = new Writing(store, kinds);
        this.deleting = new Deleting(store, kinds);
        this.metrics = new MetricsApi(store, kinds, access);
        this.logs = new LogsApi(store, kinds, access);
    }

    Answer route(ApiRequest request) {
        access.authenticate(request.token());
        Optional<Answer> measured = metrics.answer(request);
        if (measured.isPresent()) {
            return measured.get();
        }
        Optional<Answer> log = logs.answer(request);
        if (log.isPresent()) {
            return log.get();
        }
        Optional<Answer> described = discovery.answer(request.path()).or(() -> openApi.answer(request.path()));
        if (described.isPresent()) {
            return described.get();
        }
        if (request.path().equals(AccessReview.PATH)) {
            return AccessReview.answer(request, access);
        }
        Target target = Target.of(request.path(), kinds).orElseThrow(ApiFailure::unknownPath);
        if (!target.subresource().isEmpty()
                && !(target.subresource().equals("status") && target.kind().statusSubresource())) {
            throw ApiFailure.unknownPath();
        }
        return act(target, request);
    }

    private Answer act(Target target, ApiRequest request) {
        String verb = target.verb(request);
        ResourceKind kind = target.kind();
        access.check(
                request.token(),
                new Attributes(
                        verb, kind.group(), kind.plural(), target.subresource(), target.namespace(), target.name()));
        return switch (verb) {
            case "get" -> reading.get(target, request);
            case "list" -> reading.list(target, request);
            case "watch" -> watching.watch(target, request);
            case "create" -> writing.create(target, request);
            case "update" -> writing.update(target, request);
            case "patch" -> writing.patch(target, request);
            case "delete" -> deleting.delete(target, request);
            default -> deleting.deleteAll(target, request);
        };
    }
}
