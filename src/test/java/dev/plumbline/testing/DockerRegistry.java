package dev.plumbline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A real registry, the CNCF's {@code docker-registry}, on a free port of this machine. {@code installer/test} brings its program where apt has it; tests that need it are skipped
 * with a message where there is none.
 */
public final class DockerRegistry implements AutoCloseable {
    public static final String USER = "night";
    public static final String PASSWORD = "let me: in";
    private static final String BCRYPT = "$2b$05$g8gnkM/J0CqYuCnBVtheTeM6o0BWJEP/6xy8eMh0p1GcDfuwQ7rgu";
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:(\\d+)");

    private final Process process;
    private final String place;
    private final boolean closed;
    private final HttpClient http = HttpClient.newHttpClient();

    private DockerRegistry(Process process, String place, boolean closed) {
        this.process = process;
        this.place = place;
        this.closed = closed;
    }

    private static Optional<Path> program() {
        List<Path> places = new ArrayList<>(List.of(Path.of("target/registry/usr/bin/docker-registry")));
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            places.add(Path.of(folder, "docker-registry"));
        }
        return places.stream()
                .filter(place -> Files.isRegularFile(place) && Files.isExecutable(place))
                .findFirst();
    }

    public static void assumeInstalled() {
        Assumptions.assumeTrue(
                program().isPresent(), "skipped: no docker-registry on this machine, nor in target/registry");
    }

    /** @param closed whether it asks for {@link #USER} and {@link #PASSWORD} */
    public static DockerRegistry start(Path folder, boolean closed) throws IOException {
        Path logins = Files.writeString(folder.resolve("htpasswd"), USER + ":" + BCRYPT + "\n");
        Path settings = Files.writeString(
                folder.resolve("registry.yml"),
                "version: 0.1\nlog: {level: info}\nstorage:\n  filesystem: {rootdirectory: "
                        + folder.resolve("data") + "}\nhttp: {addr: \"127.0.0.1:0\"}\n"
                        + (closed ? "auth:\n  htpasswd: {realm: here, path: " + logins + "}\n" : ""));
        Process process = new ProcessBuilder(
                        program().orElseThrow().toAbsolutePath().toString(), "serve", settings.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader log = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread rest = new Thread(() -> log.lines().forEach(ignored -> {}), "registry-log");
                rest.setDaemon(true);
                rest.start();
                return new DockerRegistry(process, "127.0.0.1:" + listening.group(1), closed);
            }
        }
        throw new AssertionError("the registry ended: " + said);
    }

    /** Host and port, as they stand in names of images. */
    public String place() {
        return place;
    }

    public void pushBlob(String repository, byte[] content) throws IOException, InterruptedException {
        HttpResponse<String> begun = send(HttpRequest.newBuilder(uri("/v2/" + repository + "/blobs/uploads/"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        String upload = begun.headers().firstValue("Location").orElseThrow();
        String sign = upload.contains("?") ? "&" : "?";
        expect(
                201,
                send(HttpRequest.newBuilder(URI.create(upload + sign + "digest=" + Manifests.digest(content)))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(content))));
    }

    /** Returns the manifest's digest, as the registry says it. */
    public String pushManifest(String repository, String tag, String type, byte[] content)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("/v2/" + repository + "/manifests/" + tag))
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content)));
        expect(201, answer);
        return answer.headers().firstValue("Docker-Content-Digest").orElseThrow();
    }

    private URI uri(String path) {
        return URI.create("http://" + place + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (closed) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((USER + ":" + PASSWORD).getBytes(UTF_8)));
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
