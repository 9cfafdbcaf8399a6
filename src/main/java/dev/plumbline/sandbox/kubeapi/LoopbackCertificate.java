package dev.plumbline.sandbox.kubeapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for 127.0.0.1 that signs itself (RFC 5280), made anew for each server; its key never leaves this process. */
final class LoopbackCertificate {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Duration VALID = Duration.ofDays(30);
    private static final int SERIAL_BITS = 120;
    private final Certificate certificate;
    private final SSLContext context;

    LoopbackCertificate() throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair keys = generator.generateKeyPair();
            certificate =
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed(keys)));
            context = context(keys);
        } catch (GeneralSecurityException failure) {
            throw new IOException("no certificate could be made", failure);
        }
    }

    SSLContext context() {
        return context;
    }

    String pem() throws IOException {
        try {
            String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException failure) {
            throw new IOException(failure);
        }
    }

    private SSLContext context(KeyPair keys) throws GeneralSecurityException, IOException {
        char[] inMemoryOnly = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, inMemoryOnly);
        store.setKeyEntry("server", keys.getPrivate(), inMemoryOnly, new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, inMemoryOnly);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(managers.getKeyManagers(), null, null);
        return made;
    }

    private static byte[] signed(KeyPair keys) throws GeneralSecurityException {
        byte[] algorithm = Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
        byte[] body = body(keys, algorithm);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        return Der.sequence(body, algorithm, Der.bits(signature.sign()));
    }

    private static byte[] body(KeyPair keys, byte[] algorithm) {
        Instant now = Instant.now();
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.text("Plumbline sandbox"))));
        return Der.sequence(
                Der.tagged(0, true, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom())),
                algorithm,
                name,
                Der.sequence(Der.time(now.minus(Duration.ofHours(1))), Der.time(now.plus(VALID))),
                name,
                keys.getPublic().getEncoded(),
                Der.tagged(3, true, extensions()));
    }

    /** Its own authority, for the address of the loopback and for its usual name. */
    private static byte[] extensions() {
        byte[] names = Der.sequence(
                Der.tagged(7, false, LOOPBACK), Der.tagged(2, false, "localhost".getBytes(StandardCharsets.US_ASCII)));
        return Der.sequence(
                Der.sequence(Der.oid("2.5.29.19"), Der.yes(), Der.octets(Der.sequence(Der.yes()))),
                Der.sequence(Der.oid("2.5.29.17"), Der.octets(names)));
    }
}
