package dev.plumbline.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {
    private static final String SALT = "W22ZaJ0SNY7soEsUEjb6gQ==";
    private static final String NONCE = "rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";
    private static final String MESSAGES =
            "n=user,r=rOprNGfwEbeRWgbNEkqO,r=" + NONCE + ",s=" + SALT + ",i=4096,c=biws,r=" + NONCE;

    /** RFC 7677, section 3: both keys are checked by what client and server say there. */
    @Test
    void theExampleOfTheRfcIsUnderstoodByBothSides() throws GeneralSecurityException {
        Secret verifier =
                ScramVerifier.of(new Secret("pencil"), Base64.getDecoder().decode(SALT), 4096);
        assertThat(verifier.reveal()).startsWith("SCRAM-SHA-256$4096:" + SALT + "$");
        String[] keys = verifier.reveal()
                .substring(verifier.reveal().lastIndexOf('$') + 1)
                .split(":");
        byte[] storedKey = Base64.getDecoder().decode(keys[0]);
        byte[] serverKey = Base64.getDecoder().decode(keys[1]);
        assertThat(Base64.getEncoder().encodeToString(hmac(serverKey)))
                .isEqualTo("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
        byte[] proof = Base64.getDecoder().decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=");
        byte[] signature = hmac(storedKey);
        for (int at = 0; at < proof.length; at++) {
            proof[at] ^= signature[at];
        }
        assertThat(MessageDigest.getInstance("SHA-256").digest(proof)).isEqualTo(storedKey);
        assertThat(verifier).hasToString("***");
    }

    @Test
    void saltsDifferAndOtherLettersAreRefused() {
        Secret password = new Secret("0123456789abcdef");
        assertThat(ScramVerifier.of(password)).isNotEqualTo(ScramVerifier.of(password));
        assertThatThrownBy(() -> ScramVerifier.of(new Secret("pässword")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("ssword\"");
    }

    private static byte[] hmac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(MESSAGES.getBytes(StandardCharsets.US_ASCII));
    }
}
