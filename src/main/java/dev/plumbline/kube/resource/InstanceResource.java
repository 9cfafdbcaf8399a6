package dev.plumbline.kube.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.DeclaredInstance;
import dev.plumbline.model.InstanceRef;
import java.util.ArrayList;
import java.util.List;

/** A DatabaseInstance or ClusterDatabaseInstance of dbops.dbprovision.io/v1alpha1 as what it declares. */
public final class InstanceResource {
    private static final List<String> ENGINES = List.of("postgres", "mysql", "mariadb", "cockroachdb", "clickhouse");
    private static final int MAX_PORT = 65_535;
    private static final int CONNECT_TIMEOUT = 10;
    private static final int LONGEST_CONNECT_TIMEOUT = 3_600;

    private InstanceResource() {}

    public static DeclaredInstance declared(InstanceRef ref, JsonNode resource) {
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Fields root = Fields.of(resource, problems);
        Fields spec = root.object("spec");
        Fields connection = spec.object("connection");
        Fields status = root.object("status");
        DeclaredInstance.SecretRef credentials = CredentialFields.of(ref, connection, problems, notes);
        TlsFields tls = TlsFields.of(spec, credentials == null ? ref.namespace() : credentials.namespace(), notes);
        return new DeclaredInstance(
                ref,
                engine(spec),
                connection.requiredText("host"),
                port(connection),
                connection.requiredText("database"),
                credentials,
                tls.mode(),
                tls.secret(),
                spec.object("postgres").number("connectTimeout", CONNECT_TIMEOUT, 1, LONGEST_CONNECT_TIMEOUT),
                DriftFields.policy(spec, ref.shown()).orElse(null),
                status.text("phase"),
                status.text("message"),
                problems,
                notes);
    }

    private static String engine(Fields spec) {
        String engine = spec.requiredText("engine");
        if (!engine.isEmpty() && !ENGINES.contains(engine)) {
            spec.problem("engine", "expected one of " + String.join(", ", ENGINES) + ", found \"" + engine + "\"");
        }
        return engine;
    }

    private static int port(Fields connection) {
        if (!connection.has("port")) {
            connection.problem("port", "expected a number from 1 to " + MAX_PORT + ", found nothing");
        }
        return connection.number("port", 0, 1, MAX_PORT);
    }
}
