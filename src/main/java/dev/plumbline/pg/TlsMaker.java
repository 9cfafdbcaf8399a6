package dev.plumbline.pg;

import dev.plumbline.model.SslMode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes TLS sockets from certificates and keys in memory: no key store, no temporary file. */
final class TlsMaker {
    private TlsMaker() {}

    /** @throws TlsFault when an authority, certificate or key cannot be used, before anything is dialled */
    static SSLSocketFactory make(TlsSettings tls, String host) throws TlsFault {
        if ((tls.mode() == SslMode.VERIFY_CA || tls.mode() == SslMode.VERIFY_FULL) && tls.authorities() == null) {
            throw new TlsFault(
                    "sslmode " + tls.mode().word() + " needs the certificate authority that signed the server's"
                            + " certificate, and none was given.",
                    "Give sslrootcert (or the key ca.crt of the TLS Secret).");
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(tls), new TrustManager[] {trust(tls, host)}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new TlsFault("TLS cannot be set up: " + unusable.getMessage(), "", unusable);
        }
    }

    private static TrustManager trust(TlsSettings tls, String host) throws TlsFault {
        boolean checkHost = tls.mode() == SslMode.VERIFY_FULL;
        Pem authorities = tls.authorities();
        return new ServerTrust(authorities == null ? null : chainCheck(authorities), checkHost ? host : null);
    }

    private static X509ExtendedTrustManager chainCheck(Pem authorities) throws TlsFault {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(authorities instanceof Pem.TrustedBySystem ? null : keyStore(authorities));
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
            throw new GeneralSecurityException("this Java cannot check certificates");
        } catch (GeneralSecurityException | IOException unusable) {
            throw new TlsFault(
                    "the certificate authorities in " + authorities.shown() + " cannot be used: " + words(unusable),
                    "Give a PEM file with at least one certificate.",
                    unusable);
        }
    }

    private static KeyStore keyStore(Pem authorities) throws GeneralSecurityException, IOException {
        List<X509Certificate> certificates = PemReader.certificates(authorities);
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("there is no certificate in it");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int number = 0; number < certificates.size(); number++) {
            store.setCertificateEntry("authority " + number, certificates.get(number));
        }
        return store;
    }

    private static KeyManager @Nullable [] keys(TlsSettings tls) throws TlsFault {
        Pem certificate = tls.certificate();
        Pem key = tls.key();
        if (certificate == null && key == null) {
            return null;
        }
        if (certificate == null || key == null) {
            throw new TlsFault(
                    "a client certificate needs both its certificate and its key, and only the "
                            + (key == null ? "certificate" : "key") + " was given.",
                    "Give both sslcert and sslkey.");
        }
        return new KeyManager[] {new ClientIdentity(chain(certificate), privateKey(key))};
    }

    private static X509Certificate[] chain(Pem certificate) throws TlsFault {
        try {
            List<X509Certificate> chain = PemReader.certificates(certificate);
            if (chain.isEmpty()) {
                throw new GeneralSecurityException("there is no certificate in it");
            }
            return chain.toArray(new X509Certificate[0]);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new TlsFault(
                    "the client certificate in " + certificate.shown() + " cannot be used: " + words(unusable),
                    "Give a PEM file with the certificate first.",
                    unusable);
        }
    }

    private static PrivateKey privateKey(Pem key) throws TlsFault {
        try {
            if (key instanceof Pem.File file && FileAccess.keyIsTooOpen(file.path())) {
                throw new GeneralSecurityException("others may read or change it");
            }
            return PrivateKeyReader.read(key);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new TlsFault(
                    "the client key in " + key.shown() + " cannot be used: " + words(unusable),
                    "Give an unencrypted PEM key (PKCS#8, RSA or EC) that only its owner may read.",
                    unusable);
        }
    }

    private static String words(Exception fault) {
        String detail = fault instanceof java.nio.file.NoSuchFileException ? "no such file" : fault.getMessage();
        return detail + ".";
    }
}
