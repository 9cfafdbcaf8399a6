package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.kube.resource.DbUpgradeResource;
import dev.plumbline.kube.resource.DbUpgradeWriting;
import dev.plumbline.kube.resource.ResourceKind;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.upgrade.DbUpgrade;
import java.util.Optional;

/** Makes a DBUpgrade that is not there yet. Sent once: where the answer is lost, what stands there is read instead. */
final class UpgradeCreating {
    private final ApiServer server;
    private final ServedKinds served;
    private final CancelToken cancel;

    UpgradeCreating(ApiServer server, ServedKinds served, CancelToken cancel) {
        this.server = server;
        this.served = served;
        this.cancel = cancel;
    }

    /** Empty when there is none of this name. */
    Optional<DbUpgrade> find(DbUpgrade wanted) {
        try {
            JsonNode there = server.send(
                    ApiRequest.read(path(wanted).then(wanted.ref().name()), "look for", shown(wanted)), cancel);
            return Optional.of(DbUpgradeResource.declared(wanted.ref(), there));
        } catch (ProblemException refused) {
            if (refused.problem().kind() == Problem.Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Has the server go through everything that creating would go through, its webhooks included, and stores nothing. */
    void tryOut(DbUpgrade wanted) {
        send(wanted, path(wanted).with("dryRun", "All"), "try out");
    }

    /** @throws ProblemException when it was refused, or when its answer was lost and no such resource stands there */
    void create(DbUpgrade wanted) {
        try {
            send(wanted, path(wanted), "create");
        } catch (ProblemException failed) {
            if (!Uncertain.isDone(failed)
                    || find(wanted).filter(wanted::hasSpecOf).isEmpty()) {
                throw failed;
            }
        }
    }

    private void send(DbUpgrade wanted, ApiPath path, String doing) {
        server.send(
                ApiRequest.create(
                        path.with("fieldManager", "plumbline").with("fieldValidation", "Strict"),
                        DbUpgradeWriting.json(wanted),
                        doing,
                        shown(wanted)),
                cancel);
    }

    private ApiPath path(DbUpgrade wanted) {
        ResourceKind kind = ResourceKind.DB_UPGRADE;
        return ApiPath.resources(
                kind.system().group(),
                served.readVersion(kind.system(), cancel),
                wanted.ref().namespace(),
                kind.plural());
    }

    private static String shown(DbUpgrade wanted) {
        return ResourceAddress.shown(wanted.ref());
    }
}
