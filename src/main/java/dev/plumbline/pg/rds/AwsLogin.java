package dev.plumbline.pg.rds;

import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import dev.plumbline.model.Visible;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the AWS login of this machine is found: {@code AWS_ACCESS_KEY_ID} with {@code AWS_SECRET_ACCESS_KEY} and {@code AWS_SESSION_TOKEN}, unless {@code AWS_PROFILE} names a
 * profile; else that profile, or {@code default}, of the shared credentials file (AWS SDKs and Tools Reference Guide). Nothing is asked of the network.
 */
record AwsLogin(@Nullable AwsKeys given, String profile, Path file) {
    static AwsLogin of(Map<String, String> environment, Path home) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        String session = environment.getOrDefault("AWS_SESSION_TOKEN", "");
        String profile = environment.getOrDefault("AWS_PROFILE", "");
        String file = environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", "");
        boolean given = !id.isEmpty() && !secret.isEmpty() && profile.isEmpty();
        return new AwsLogin(
                given ? new AwsKeys(id, new Secret(secret), session.isEmpty() ? null : new Secret(session)) : null,
                profile.isEmpty() ? "default" : profile,
                file.isEmpty() ? home.resolve(".aws").resolve("credentials") : Path.of(file));
    }

    /**
     * Read anew each time, since what a profile holds is renewed while the program runs.
     *
     * @throws ProblemException AWS-401 when there is no login, or one of a kind that is not followed
     */
    AwsKeys keys() {
        return given != null ? given : CredentialsFile.keys(file, profile);
    }

    static ProblemException missing(String object, String answer) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.AUTHENTICATION,
                        "AWS-401",
                        "Looking for the AWS login in",
                        Visible.text(object),
                        Visible.text(answer),
                        "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, such as with: eval \"$(aws configure export-credentials --format env)\""));
    }
}
