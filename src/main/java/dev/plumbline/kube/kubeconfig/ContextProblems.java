package dev.plumbline.kube.kubeconfig;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What keeps a context from being used, as sentences: what kubectl would refuse, and what Plumbline does not speak. Asks no server. */
public final class ContextProblems {
    private final List<String> found = new ArrayList<>();

    private ContextProblems() {}

    public static List<String> find(Kubeconfig kubeconfig, ContextLine context) {
        ContextProblems problems = new ContextProblems();
        Optional<UserEntry> user = kubeconfig.userOf(context);
        problems.check(user.isEmpty(), "Its user \"" + context.user() + "\" is not in the kubeconfig.");
        user.ifPresent(problems::checkUser);
        ClusterEntry cluster = kubeconfig.clusters().get(context.cluster());
        if (cluster == null) {
            problems.found.add(
                    context.cluster().isEmpty()
                            ? "It names no cluster."
                            : "Its cluster \"" + context.cluster() + "\" is not in the kubeconfig.");
        } else {
            problems.checkCluster(cluster, user.orElse(UserEntry.NOBODY));
        }
        return List.copyOf(problems.found);
    }

    private void checkCluster(ClusterEntry cluster, UserEntry user) {
        if (cluster.server().isEmpty()) {
            found.add("Its cluster has no server.");
        } else {
            check(
                    ServerUrl.of(cluster, user).isEmpty(),
                    "Its server \"" + cluster.server() + "\" is not an http or https address.");
        }
        check(
                !cluster.caData().isEmpty() && cluster.caFile() != null,
                "Its cluster has both certificate-authority-data and certificate-authority; only one may be there.");
        check(
                cluster.insecure() && cluster.hasAuthority(),
                "Its cluster names a certificate authority and says insecure-skip-tls-verify; only one may be there.");
        checkFile("certificate-authority", cluster.caFile());
        check(
                !cluster.proxyUrl().isEmpty()
                        && ProxyAddress.of(cluster.proxyUrl()).isEmpty(),
                "Its proxy-url \"" + cluster.proxyUrl() + "\" is not an http proxy, the only kind that can be used.");
    }

    private void checkUser(UserEntry user) {
        checkCertificate(user);
        check(
                user.token() != null && (!user.username().isEmpty() || user.password() != null),
                "Its user logs in by a token and by a user name and password; only one may be there.");
        checkFile("tokenFile", user.token() == null ? user.tokenFile() : null);
        check(
                !user.authProvider().isEmpty(),
                "Its user logs in through the auth provider \"" + user.authProvider()
                        + "\", which Kubernetes removed in 1.26; set up the exec plugin of the same vendor instead.");
        Impersonation as = user.impersonation();
        check(
                as.user().isEmpty()
                        && !(as.uid().isEmpty()
                                && as.groups().isEmpty()
                                && as.extra().isEmpty()),
                "Its user acts with an as-uid, as-groups or as-user-extra but names nobody in \"as\".");
        if (user.exec() != null) {
            checkExec(user.exec());
        }
    }

    private void checkCertificate(UserEntry user) {
        check(
                !user.certificateData().isEmpty() && user.certificateFile() != null,
                "Its user has both client-certificate-data and client-certificate; only one may be there.");
        check(
                user.keyData() != null && user.keyFile() != null,
                "Its user has both client-key-data and client-key; only one may be there.");
        check(
                user.hasCertificate() && !user.hasKey(),
                "Its user has a client certificate but neither client-key-data nor client-key.");
        checkFile("client-certificate", user.certificateFile());
        checkFile("client-key", user.keyFile());
    }

    private void checkExec(ExecPlugin plugin) {
        check(plugin.command().isEmpty(), "Its exec plugin has no command.");
        check(
                !ExecCredential.VERSIONS.contains(plugin.apiVersion()),
                "Its exec plugin speaks \"" + plugin.apiVersion() + "\"; known are "
                        + String.join(" and ", ExecCredential.VERSIONS) + ".");
        check(
                plugin.environment().stream().anyMatch(pair -> pair.name().isEmpty()),
                "Its exec plugin has an environment variable without a name.");
        boolean silent =
                plugin.interactiveMode().isEmpty() && plugin.apiVersion().equals(ExecCredential.V1);
        check(silent, "Its exec plugin has no interactiveMode, which " + ExecCredential.V1 + " requires.");
        check(
                plugin.interactiveMode().equals("Always"),
                "Its exec plugin wants a terminal (interactiveMode: Always), and there is none here.");
    }

    private void checkFile(String key, @Nullable Path file) {
        check(file != null && !Files.isReadable(file), "Its " + key + " " + file + " cannot be read.");
    }

    private void check(boolean wrong, String sentence) {
        if (wrong) {
            found.add(sentence);
        }
    }
}
