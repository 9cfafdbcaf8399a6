package dev.plumbline.kube;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.job.CancelToken;
import dev.plumbline.kube.api.ApiPath;
import dev.plumbline.kube.api.ApiRequest;
import dev.plumbline.kube.api.ApiServer;
import dev.plumbline.model.DeclaredInstance.SecretRef;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import java.util.Map;

/** Velocity's operator as its Deployment runs it: which database it works on is told by the Secret of its variable VELOCITY_PG_URL. */
final class VelocityOperator {
    private static final String NAMESPACE = "velocity-system";
    private static final String DEPLOYMENT = "velocity-operator";
    private static final String VARIABLE = "VELOCITY_PG_URL";

    private final ApiServer server;
    private final CancelToken cancel;

    VelocityOperator(ApiServer server, CancelToken cancel) {
        this.server = server;
        this.cancel = cancel;
    }

    VelocityConnection readConnection() {
        ApiPath path = ApiPath.of("apis", "apps", "v1", "namespaces", NAMESPACE, "deployments", DEPLOYMENT);
        JsonNode deployment =
                server.send(ApiRequest.read(path, "read", "Deployment " + NAMESPACE + "/" + DEPLOYMENT), cancel);
        for (JsonNode container : deployment.at("/spec/template/spec/containers")) {
            for (JsonNode variable : container.path("env")) {
                JsonNode key = variable.at("/valueFrom/secretKeyRef");
                if (variable.path("name").asText().equals(VARIABLE) && key.isObject()) {
                    return fromSecret(key.path("name").asText(), key.path("key").asText());
                }
            }
        }
        throw new ProblemException(new Problem(
                Problem.Kind.NOT_FOUND,
                "VELOCITY-DSN",
                "find out which database Velocity's operator uses from",
                "Deployment " + NAMESPACE + "/" + DEPLOYMENT,
                "no container of it takes " + VARIABLE + " from a Secret.",
                "Name the database with --dsn."));
    }

    private VelocityConnection fromSecret(String name, String key) {
        SecretRef ref = new SecretRef(NAMESPACE, name, Map.of());
        SecretReading secret = SecretReading.read(server, ref, "connection string of Velocity's operator", cancel);
        return new VelocityConnection(secret.require(key), VARIABLE + " of Deployment " + NAMESPACE + "/" + DEPLOYMENT);
    }
}
