package dev.plumbline.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One repository of a registry (OCI distribution specification 1.1): its manifests and blobs, each held against its digest. */
final class Registry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORDS = 4096;

    private final ImageReference image;
    private final ImageLimits limits;
    private final RegistryHttp http;
    private final RegistryAccess access;
    private final String base;
    private @Nullable Secret authorization;

    Registry(ImageReference image, ImageAccess how, ImageLimits limits, CancelToken cancel) {
        this.image = image;
        this.limits = limits;
        this.http = new RegistryHttp(image, limits, cancel);
        boolean plain = image.isLoopback() || how.plainHttp().contains(image.registry());
        this.access = new RegistryAccess(image, how.logins(), http, limits, plain);
        this.base = (plain ? "http://" : "https://") + image.apiHost() + "/v2/" + image.repository();
    }

    /** A manifest as it came, with its digest. */
    record Document(ImageManifest manifest, String digest) {}

    /**
     * @param version a tag or a digest
     * @throws ProblemException IMG-404 when there is none; IMG-409 when it is not what its digest says
     */
    Document manifest(String version) {
        HttpResponse<byte[]> answer =
                ask("/manifests/" + version, ImageManifest.ACCEPTED, BodyHandlers.ofByteArray(), limits.document());
        require(answer, new String(answer.body(), StandardCharsets.UTF_8), "manifest " + version);
        String digest = Sha256.of(answer.body());
        if (version.startsWith("sha256:")) {
            same(version, digest, "manifest");
        }
        answer.headers()
                .firstValue("Docker-Content-Digest")
                .filter(said -> said.startsWith("sha256:"))
                .ifPresent(said -> same(said, digest, "manifest"));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new Document(ImageManifest.of(image, json(answer.body()), type), digest);
    }

    /** Writes the blob into a file; what is there afterwards is what the digest says. */
    void blob(ImageManifest.Descriptor blob, Path into) {
        HttpResponse<Path> answer = ask(
                "/blobs/" + blob.digest(),
                "",
                BodyHandlers.ofFile(
                        into,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING),
                limits.layer());
        try {
            require(answer, answer.statusCode() == 200 ? "" : words(into), "layer " + blob.digest());
            same(blob.digest(), Sha256.of(into), "layer");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String words(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(WORDS), StandardCharsets.UTF_8);
        }
    }

    private <T> HttpResponse<T> ask(String path, String accept, HttpResponse.BodyHandler<T> body, long most) {
        URI uri = URI.create(base + path);
        HttpResponse<T> answer = http.get(uri, accept, authorization, body, most);
        if (answer.statusCode() != 401) {
            return answer;
        }
        Optional<Challenge> asked = Challenge.of(answer.headers().allValues("WWW-Authenticate"));
        authorization = access.answer(asked);
        return http.get(uri, accept, authorization, body, most);
    }

    private void require(HttpResponse<?> answer, String body, String what) {
        int status = answer.statusCode();
        if (status == 200) {
            return;
        }
        String said = "the registry answered " + status + " for " + what + RegistryWords.of(body) + ".";
        Problem.Kind kind = switch (status) {
            case 401 -> Problem.Kind.AUTHENTICATION;
            case 403 -> Problem.Kind.FORBIDDEN;
            case 404 -> Problem.Kind.NOT_FOUND;
            default -> Problem.Kind.SERVER;
        };
        String next = switch (status) {
            case 401, 403 ->
                "Name a login with --pull-secret or --registry-config; a repository that is not there is often answered so too.";
            case 404 -> "Look at the name and the tag.";
            default -> "Try again.";
        };
        throw ImageProblem.reading(kind, "IMG-" + status, image, said, next);
    }

    private void same(String expected, String found, String what) {
        if (!expected.equals(found)) {
            throw ImageProblem.reading(
                    Problem.Kind.CONFLICT,
                    "IMG-409",
                    image,
                    "a " + what + " came whose content is " + found + ", not " + expected + ".",
                    "Nothing of it was used. Pull it again; when it stays so, the registry or the way to it is not to be trusted.");
        }
    }

    private JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw ImageProblem.reading(
                    Problem.Kind.SERVER, "IMG-502", image, "its manifest is not JSON.", "Is this a registry?", broken);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
