package dev.plumbline.sandbox;

import dev.plumbline.model.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the placeholders of the estate's files: {@code ${postgres.host}}, {@code ${postgres.port}}, {@code ${closed.port}} (where nothing
 * listens), {@code ${password.LOGIN}} (made up once for each login) and {@code ${ago:PT5M}} or {@code ${ago:P3D}} (a time before now).
 */
final class EstateText {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z]+[.:][^}]+)}");
    private static final int PASSWORD_BYTES = 16;
    private final Map<String, String> fixed;
    private final Map<String, Secret> passwords = new ConcurrentHashMap<>();
    private final Instant now;

    EstateText(String host, int port, int closedPort, Instant now) {
        this.fixed = Map.of(
                "postgres.host", host,
                "postgres.port", Integer.toString(port),
                "closed.port", Integer.toString(closedPort));
        this.now = now;
    }

    static Secret madeUp() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new java.security.SecureRandom().nextBytes(bytes);
        return new Secret(HexFormat.of().formatHex(bytes));
    }

    Secret password(String login) {
        return passwords.computeIfAbsent(login, made -> madeUp());
    }

    String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
    }

    private String value(String name) {
        if (name.startsWith("password.")) {
            return password(name.substring("password.".length())).reveal();
        }
        if (name.startsWith("ago:")) {
            return ago(name.substring("ago:".length()));
        }
        String value = fixed.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no placeholder is called " + name);
        }
        return value;
    }

    private String ago(String length) {
        Instant then = length.startsWith("PT")
                ? now.minus(Duration.parse(length))
                : now.atOffset(ZoneOffset.UTC).minus(Period.parse(length)).toInstant();
        return then.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
