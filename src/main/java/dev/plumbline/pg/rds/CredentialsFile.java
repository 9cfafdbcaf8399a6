package dev.plumbline.pg.rds;

import dev.plumbline.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The shared credentials file: {@code [profile]} and below it {@code key = value} (AWS SDKs and Tools Reference Guide, "Shared config and credentials files"). */
final class CredentialsFile {
    private CredentialsFile() {}

    static AwsKeys keys(Path file, String profile) {
        Map<String, String> values = section(file, profile);
        String id = values.getOrDefault("aws_access_key_id", "");
        String secret = values.getOrDefault("aws_secret_access_key", "");
        if (id.isEmpty() || secret.isEmpty()) {
            String other = values.keySet().stream()
                    .filter(key -> key.startsWith("sso_") || key.equals("role_arn") || key.equals("credential_process"))
                    .sorted()
                    .findFirst()
                    .map(key -> "profile " + profile + " gives its login by " + key + ", which is not followed.")
                    .orElse("profile " + profile + " is not there, or holds no access key with its secret.");
            throw AwsLogin.missing(file.toString(), other);
        }
        String session = values.getOrDefault("aws_session_token", "");
        return new AwsKeys(id, new Secret(secret), session.isEmpty() ? null : new Secret(session));
    }

    private static Map<String, String> section(Path file, String profile) {
        Map<String, String> values = new HashMap<>();
        boolean inside = false;
        try {
            for (String line : Files.readAllLines(file)) {
                String text = line.strip();
                int sign = text.indexOf('=');
                if (text.startsWith("[")) {
                    int end = text.indexOf(']');
                    inside = end > 0 && text.substring(1, end).strip().equals(profile);
                } else if (inside && sign > 0 && !text.startsWith("#") && !text.startsWith(";")) {
                    values.put(
                            text.substring(0, sign).strip(),
                            text.substring(sign + 1).strip());
                }
            }
        } catch (IOException unreadable) {
            // The message of a malformed file could quote it.
            throw AwsLogin.missing(
                    file.toString(),
                    "it cannot be read: " + unreadable.getClass().getSimpleName() + ".");
        }
        return values;
    }
}
