package dev.plumbline.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers what a registry asks for: user and password, or a token that its token service gives, with a login or to anybody. */
final class RegistryAccess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ImageReference image;
    private final RegistryLogins logins;
    private final RegistryHttp http;
    private final ImageLimits limits;
    private final boolean plain;

    RegistryAccess(ImageReference image, RegistryLogins logins, RegistryHttp http, ImageLimits limits, boolean plain) {
        this.image = image;
        this.logins = logins;
        this.http = http;
        this.limits = limits;
        this.plain = plain;
    }

    /**
     * The header {@code Authorization} that the request is sent again with.
     *
     * @throws ProblemException IMG-401 when there is no login for what is asked, or the token service gives none
     */
    Secret answer(Optional<Challenge> asked) {
        Optional<RegistryLogins.Login> login = logins.find(image);
        if (login.isPresent() && plain && !image.isLoopback()) {
            throw ImageProblem.reading(
                    Problem.Kind.TLS,
                    "IMG-426",
                    image,
                    "the registry asks for a login, and none is sent to another computer without TLS.",
                    "Leave out --plain-http.");
        }
        if (asked.isEmpty()) {
            throw refused("the registry asks for a login of a kind that is not known.");
        }
        Challenge challenge = asked.get();
        if (challenge.scheme().equals("bearer")) {
            return token(challenge, login.orElse(null));
        }
        return login.orElseThrow(
                        () -> refused("the registry asks for a user and a password, and none is known for it."))
                .basic();
    }

    private Secret token(Challenge challenge, RegistryLogins.@Nullable Login login) {
        URI realm;
        try {
            String scope = challenge.value("scope").isEmpty()
                    ? "repository:" + image.repository() + ":pull"
                    : challenge.value("scope");
            String sign = challenge.value("realm").contains("?") ? "&" : "?";
            realm = URI.create(challenge.value("realm") + sign + "service=" + encoded(challenge.value("service"))
                    + "&scope=" + encoded(scope));
        } catch (IllegalArgumentException malformed) {
            throw refused("the address of its token service is none.");
        }
        boolean allowed = "https".equals(realm.getScheme()) || plain && "http".equals(realm.getScheme());
        if (!allowed || realm.getAuthority() == null) {
            throw ImageProblem.reading(
                    Problem.Kind.TLS,
                    "IMG-426",
                    image,
                    "its token service is reached without TLS (" + challenge.value("realm") + ").",
                    "Nothing was sent there.");
        }
        Secret basic = login == null ? null : login.basic();
        HttpResponse<byte[]> answer =
                http.get(realm, "application/json", basic, BodyHandlers.ofByteArray(), limits.document());
        if (answer.statusCode() != 200) {
            throw refused("the token service " + realm.getAuthority() + " answered " + answer.statusCode()
                    + RegistryWords.of(new String(answer.body(), StandardCharsets.UTF_8)) + ".");
        }
        return new Secret("Bearer " + tokenOf(answer.body(), realm));
    }

    private String tokenOf(byte[] body, URI realm) {
        JsonNode document;
        try {
            document = JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            // Its location would quote what came, and a token is in it.
            broken.clearLocation();
            throw refused("the token service " + realm.getAuthority() + " answered no JSON.");
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        String token =
                document.path("token").asText(document.path("access_token").asText());
        if (!token.matches("[\\x21-\\x7E]+")) {
            throw refused("the token service " + realm.getAuthority() + " gave no token.");
        }
        return token;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ProblemException refused(String answer) {
        return ImageProblem.reading(
                Problem.Kind.AUTHENTICATION,
                "IMG-401",
                image,
                answer,
                "Name a login with --pull-secret or --registry-config.");
    }
}
