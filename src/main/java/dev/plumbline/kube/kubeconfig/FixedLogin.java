package dev.plumbline.kube.kubeconfig;

import dev.plumbline.job.CancelToken;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ProblemException;
import dev.plumbline.model.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A login by what stands in the kubeconfig or in files it names: token, client certificate, user name and password. Files are read at every call. */
public final class FixedLogin implements Login {
    private final UserEntry user;

    public FixedLogin(UserEntry user) {
        this.user = user;
    }

    @Override
    public LoginProof read(CancelToken cancel) {
        return new LoginProof(authorization(), certificate(), null);
    }

    @Override
    public boolean renew(LoginProof refused) {
        return false;
    }

    private @Nullable Secret authorization() {
        Secret token = token();
        if (token != null) {
            return LoginProof.bearer(token);
        }
        Secret password = user.password();
        return user.username().isEmpty() || password == null ? null : LoginProof.basic(user.username(), password);
    }

    /** The file's token wins while the file can be read, the written one stands in for it. */
    private @Nullable Secret token() {
        Path file = user.tokenFile();
        if (file == null || user.token() != null && !Files.isReadable(file)) {
            return user.token();
        }
        return new Secret(text(file, "tokenFile").strip());
    }

    private LoginProof.@Nullable Certificate certificate() {
        if (!user.hasCertificate()) {
            return null;
        }
        Secret data = user.keyData();
        Path keyFile = user.keyFile();
        String key = data != null
                ? decoded(data.reveal(), "client-key-data")
                : keyFile == null ? "" : text(keyFile, "client-key");
        Path file = user.certificateFile();
        String certificate = file == null
                ? decoded(user.certificateData(), "client-certificate-data")
                : text(file, "client-certificate");
        return new LoginProof.Certificate(certificate, new Secret(key));
    }

    static String decoded(String base64, String key) {
        try {
            return new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw problem(key, "it is not base64.", broken);
        }
    }

    private static String text(Path file, String key) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw problem(key + " " + file, FileTrouble.of(unreadable) + ".", unreadable);
        }
    }

    private static ProblemException problem(String object, String answer, Exception cause) {
        return new ProblemException(
                new Problem(
                        Problem.Kind.AUTHENTICATION,
                        Refusal.CODE,
                        "read the kubeconfig user's",
                        object,
                        answer,
                        "Correct the kubeconfig or the file it names."),
                cause);
    }
}
