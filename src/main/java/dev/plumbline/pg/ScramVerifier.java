package dev.plumbline.pg;

import dev.plumbline.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server keeps instead of a password: {@code SCRAM-SHA-256$ITERATIONS:SALT$STOREDKEY:SERVERKEY} (RFC 5802, section 3; RFC 7677; PostgreSQL manual, section 53.8). Computed
 * here, so that the password itself is in no statement and in no server's log.
 */
public final class ScramVerifier {
    private static final int ITERATIONS = 4096;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private ScramVerifier() {}

    /** With a salt by chance. The password must be printable ASCII, which SASLprep (RFC 4013) leaves as it is. */
    public static Secret of(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return of(password, salt, ITERATIONS);
    }

    static Secret of(Secret password, byte[] salt, int iterations) {
        if (!password.reveal().chars().allMatch(letter -> letter >= 0x20 && letter < 0x7F)) {
            throw new IllegalArgumentException("only passwords of printable ASCII are taken");
        }
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, KEY_BITS))
                    .getEncoded();
            byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            Base64.Encoder base64 = Base64.getEncoder();
            return new Secret("SCRAM-SHA-256$" + iterations + ":" + base64.encodeToString(salt) + "$"
                    + base64.encodeToString(storedKey) + ":" + base64.encodeToString(hmac(salted, "Server Key")));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has PBKDF2 and SHA-256", missing);
        }
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
    }
}
