package dev.plumbline.pg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads {@code postgresql://user:password@host:port/dbname?key=value&…} (PostgreSQL manual 34.1.1.2), percent-encoded in every part. */
final class DsnUri {
    private final DsnSettings settings = new DsnSettings();

    private DsnUri() {}

    static DsnSettings parse(String text) {
        DsnUri uri = new DsnUri();
        String rest = text.substring(text.indexOf("://") + 3);
        int sign = rest.indexOf('@');
        int slash = rest.indexOf('/');
        boolean hasCredentials = sign >= 0 && (slash < 0 || sign < slash);
        String place = hasCredentials ? rest.substring(sign + 1) : rest;
        int question = place.indexOf('?');
        if (question >= 0) {
            uri.parameters(place.substring(question + 1));
            place = place.substring(0, question);
        }
        if (hasCredentials) {
            uri.credentials(rest.substring(0, sign));
        }
        uri.placeAndDatabase(place);
        return uri.settings;
    }

    private void placeAndDatabase(String text) {
        int slash = text.indexOf('/');
        place(slash < 0 ? text : text.substring(0, slash));
        give("dbname", slash < 0 ? "" : text.substring(slash + 1));
    }

    private void credentials(String text) {
        int colon = text.indexOf(':');
        give("user", colon < 0 ? text : text.substring(0, colon));
        give("password", colon < 0 ? "" : text.substring(colon + 1));
    }

    private void place(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        if (text.startsWith("[") && end < 0) {
            throw DsnFault.of("the IPv6 address does not end with \"]\".", "Write [address]:port.");
        }
        int colon = text.indexOf(':', end + 1);
        String host = end >= 0 ? text.substring(1, end) : colon < 0 ? text : text.substring(0, colon);
        if (end >= 0 && end + 1 < text.length() && colon != end + 1) {
            throw DsnFault.of("after the IPv6 address comes neither \":\" nor \"/\".", "Write [address]:port.");
        }
        give("host", host);
        give("port", colon < 0 ? "" : text.substring(colon + 1));
    }

    private void parameters(String text) {
        for (String pair : text.split("&")) {
            int sign = pair.indexOf('=');
            if (sign <= 0 || pair.indexOf('=', sign + 1) >= 0) {
                throw DsnFault.of(
                        "a parameter after \"?\" is not of the form key=value.", "Write \"=\" in a value as %3D.");
            }
            String key = decoded(pair.substring(0, sign));
            String value = decoded(pair.substring(sign + 1));
            if (key.equals("ssl") && value.equals("true")) {
                settings.putIfAbsent("sslmode", "require");
            } else {
                settings.put(key, value);
            }
        }
    }

    /** What stands after the question mark wins, for libpq reads it last. */
    private void give(String key, String encoded) {
        if (!encoded.isEmpty()) {
            settings.putIfAbsent(key, decoded(encoded));
        }
    }

    private static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] == '%') {
                bytes.write(octet(encoded, at + 1));
                at += 2;
            } else {
                bytes.write(encoded[at]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw DsnFault.of("a percent-encoded part is not UTF-8.", "Encode the UTF-8 bytes of each character.");
        }
    }

    private static int octet(byte[] text, int at) {
        int high = at + 1 < text.length ? Character.digit(text[at], 16) : -1;
        int low = at + 1 < text.length ? Character.digit(text[at + 1], 16) : -1;
        if (high < 0 || low < 0 || high + low == 0) {
            throw DsnFault.of(
                    "a \"%\" is not followed by two hexadecimal digits other than 00.", "Write a percent sign as %25.");
        }
        return high * 16 + low;
    }
}
