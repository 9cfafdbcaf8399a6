package dev.plumbline.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Logins by registry, as a Secret of type {@code kubernetes.io/dockerconfigjson} or {@code kubernetes.io/dockercfg}, or a {@code config.json} of docker, holds them. The most
 * specific entry serves, as the kubelet chooses: {@code *} stands for one part of a host's name, a path for the beginning of the repository (Kubernetes manual, "Images",
 * config.json). Programs that such a file names are never run.
 */
public record RegistryLogins(List<Entry> entries) {
    public static final RegistryLogins NONE = new RegistryLogins(List.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    public RegistryLogins {
        entries = List.copyOf(entries);
    }

    /** {@code place} is the registry with, perhaps, the beginning of a repository. */
    public record Entry(String place, Login login) {}

    public record Login(String user, Secret password) {
        /** For the header {@code Authorization}. */
        Secret basic() {
            byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
            return new Secret("Basic " + Base64.getEncoder().encodeToString(both));
        }
    }

    /**
     * @param where in words, for what is wrong with it
     * @throws ProblemException IMG-401 when it cannot be understood; never shows what it holds
     */
    public static RegistryLogins parse(Secret text, String where) {
        JsonNode document;
        try {
            document = JSON.readTree(text.reveal());
        } catch (JsonProcessingException broken) {
            broken.clearLocation();
            throw wrong(where, "it is not JSON.");
        }
        if (document == null || !document.isObject()) {
            throw wrong(where, "it is not a JSON object.");
        }
        List<Entry> entries = new ArrayList<>();
        JsonNode auths = document.has("auths") ? document.path("auths") : document;
        auths.properties()
                .forEach(field -> login(field.getValue(), where, field.getKey())
                        .ifPresent(login -> entries.add(new Entry(place(field.getKey()), login))));
        return new RegistryLogins(entries);
    }

    private static Optional<Login> login(JsonNode entry, String where, String registry) {
        String user = entry.path("username").asText();
        String password = entry.path("password").asText();
        String auth = entry.path("auth").asText();
        if (user.isEmpty() && !auth.isEmpty()) {
            try {
                String both = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
                int colon = both.indexOf(':');
                if (colon < 0) {
                    throw wrong(where, "the entry of " + registry + " holds no user and password.");
                }
                user = both.substring(0, colon);
                password = both.substring(colon + 1);
            } catch (IllegalArgumentException notBase64) {
                throw wrong(where, "the entry of " + registry + " is not base64.");
            }
        }
        if (user.isEmpty() && !entry.path("identitytoken").asText().isEmpty()) {
            throw wrong(where, "the entry of " + registry + " holds an identity token, which is not supported.");
        }
        return user.isEmpty() ? Optional.empty() : Optional.of(new Login(user, new Secret(password)));
    }

    private static ProblemException wrong(String where, String answer) {
        return new ProblemException(new Problem(
                Problem.Kind.INVALID,
                "IMG-401",
                "Reading registry logins from",
                Visible.text(where),
                Visible.text(answer),
                "\"kubectl create secret docker-registry\" writes such a Secret."));
    }

    /** Without its scheme, the version of the interface and a slash at the end; docker.io under its one name. */
    private static String place(String key) {
        String place = key.replaceFirst("^https?://", "").replaceFirst("/(v[12]/?)?$", "");
        return place.replaceFirst("^(index|registry-1)\\.docker\\.io(?=/|$)", "docker.io");
    }

    public RegistryLogins and(RegistryLogins others) {
        List<Entry> all = new ArrayList<>(entries);
        all.addAll(others.entries);
        return new RegistryLogins(all);
    }

    Optional<Login> find(ImageReference image) {
        return entries.stream()
                .filter(entry -> fits(entry.place(), image))
                .max(Comparator.comparingInt(entry -> entry.place().length()))
                .map(Entry::login);
    }

    private static boolean fits(String place, ImageReference image) {
        int slash = place.indexOf('/');
        String host = slash < 0 ? place : place.substring(0, slash);
        String path = slash < 0 ? "" : place.substring(slash + 1);
        String pattern = "\\Q" + host.replace("\\E", "").replace("*", "\\E[^.:]*\\Q") + "\\E";
        return Pattern.matches(pattern, image.registry())
                && (path.isEmpty()
                        || image.repository().equals(path)
                        || image.repository().startsWith(path + "/"));
    }
}
